package worthwhile.work.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The eight columns of Outlier's earnings, in the order in which they stand there. */
enum OutlierColumn {
  WORK_DATE("work date", "date"),
  ITEM_ID("item id", "item", "task id", "id"),
  DURATION("duration", "time"),
  RATE("rate applied", "rate", "hourly rate"),
  PAYOUT("payout", "pay", "amount", "earnings"),
  PAY_TYPE("pay type", "type"),
  PROJECT("project name", "project"),
  STATUS("status");

  private final List<String> names;

  OutlierColumn(String... names) {
    this.names = List.of(names);
  }

  /**
   * Where each stands in a table: by its name; where names are spelled otherwise, by the order if
   * there are just eight columns. Absent if neither tells all.
   */
  static Optional<Map<OutlierColumn, Integer>> places(CsvTable table) {
    Map<OutlierColumn, Integer> places = new EnumMap<>(OutlierColumn.class);
    List<String> bare = table.header().stream().map(OutlierColumn::bare).toList();
    for (OutlierColumn column : values())
      column.names.stream()
          .map(bare::indexOf)
          .filter(at -> at >= 0)
          .findFirst()
          .ifPresent(at -> places.put(column, at));
    if (places.size() == values().length) return Optional.of(places);
    if (bare.size() != values().length) return Optional.empty();
    for (OutlierColumn column : values()) places.put(column, column.ordinal());
    return Optional.of(places);
  }

  /** Whether a table is Outlier's by the names of its columns alone. */
  static boolean isNamed(CsvTable table) {
    List<String> bare = table.header().stream().map(OutlierColumn::bare).toList();
    return bare.contains("item id")
        && bare.contains("pay type")
        && bare.contains("payout")
        && bare.contains("duration");
  }

  private static String bare(String name) {
    return ColumnName.of(name).bare();
  }

  /** What is wanted, for a refusal. */
  static String wanted() {
    return "work date, item id, duration, rate, payout, pay type, project, status";
  }
}
