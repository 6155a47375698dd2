package worthwhile.work.file;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.work.Merge;

/**
 * What an import came to, as JSON for programs.
 *
 * @param read how its cells were read; null if it is no CSV
 * @param dry whether nothing was stored
 * @param unchanged rows that said nothing new
 */
public record ImportReport(
    String format,
    @JsonInclude(NON_NULL) @Nullable Ways read,
    @JsonProperty("dry_run") boolean dry,
    int added,
    int changed,
    int unchanged,
    @JsonInclude(ALWAYS) List<FileReading.Rejected> rejected,
    @JsonInclude(ALWAYS) List<FileReading.Remark> remarks) {

  /** What was read, with what was stored of it or would be. */
  public static ImportReport of(FileReading.Understood read, Merge.Plan plan, boolean dry) {
    return new ImportReport(
        read.format().word(),
        read.mapping().map(ways -> Ways.of(ways, read.table())).orElse(null),
        dry,
        plan.added().size(),
        plan.changed().size(),
        plan.unchanged(),
        read.rejected(),
        read.remarks());
  }

  /**
   * How the cells of a file were read, by the words in which it can be corrected.
   *
   * @param columns which column was read for each meaning
   * @param decimals {@code comma} or {@code point}
   * @param dates {@code day-first} or {@code month-first}
   * @param zone of times that carry none
   * @param currency where neither a cell nor a column names one; null: such rows are refused
   * @param platform where no column names it
   * @param unread columns that were not read
   */
  public record Ways(
      Map<String, List<String>> columns,
      String decimals,
      String dates,
      String zone,
      @Nullable String currency,
      String platform,
      @JsonInclude(NON_EMPTY) List<String> unread) {
    /**
     * Those of a mapping.
     *
     * @param table that is read by it
     */
    public static Ways of(Mapping mapping, Optional<CsvTable> table) {
      Map<String, List<String>> columns = new LinkedHashMap<>();
      mapping.columns().forEach((column, names) -> columns.put(column.word(), names));
      return new Ways(
          columns,
          mapping.decimalComma() ? "comma" : "point",
          mapping.dayFirst() ? "day-first" : "month-first",
          mapping.zone().getId(),
          mapping.currency(),
          mapping.platform(),
          table.map(CsvTable::header).orElse(List.of()).stream()
              .filter(name -> !name.isBlank() && !isRead(name, columns))
              .toList());
    }

    private static boolean isRead(String name, Map<String, List<String>> columns) {
      return columns.values().stream()
          .flatMap(List::stream)
          .anyMatch(read -> read.strip().equalsIgnoreCase(name));
    }

    /** For people, in one line. */
    public String line() {
      String read =
          columns.entrySet().stream()
              .map(entry -> entry.getKey() + " = " + String.join(" + ", entry.getValue()))
              .collect(Collectors.joining(", "));
      String money = currency == null ? "no currency where none stands" : "currency " + currency;
      String rest = unread.isEmpty() ? "" : " Not read: " + String.join(", ", unread) + ".";
      return "Read with %s; decimals: %s; dates: %s; zone %s; %s; platform %s.%s"
          .formatted(read, decimals, dates, zone, money, platform, rest);
    }
  }
}
