package worthwhile.work.file;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.text.pay.SumText;
import worthwhile.work.Provenance;
import worthwhile.work.Status;

/** What the columns of an unknown table probably mean, for the worker to correct. */
final class Guess {
  private static final int LOOK = 200;

  /** Longer cells hold no sum and no date. */
  private static final int LONGEST = 100;

  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\b.*");
  private static final Pattern COMMA =
      Pattern.compile("[^.]*\\d,\\d{1,2}(?!\\d).*|.*\\.\\d{3},\\d+.*");
  private static final Pattern POINT =
      Pattern.compile("[^,]*\\d\\.\\d{1,2}(?!\\d).*|.*,\\d{3}\\.\\d+.*");

  private final CsvTable table;

  private Guess(CsvTable table) {
    this.table = table;
  }

  static Mapping mapping(CsvTable table, Reader reader) {
    Guess guess = new Guess(table);
    Map<Column, List<String>> columns = guess.columns();
    boolean comma = guess.decimalComma(columns);
    return new Mapping(
        columns,
        "other",
        guess.currency(columns, comma),
        reader.zone(),
        guess.dayFirst(columns),
        comma,
        columns.containsKey(Column.STATUS) ? null : Status.PAID,
        Provenance.IMPORT);
  }

  /** Best fitting names first; a column means one thing only. */
  private Map<Column, List<String>> columns() {
    Map<Column, List<String>> columns = new EnumMap<>(Column.class);
    Set<String> taken = new HashSet<>();
    pair(columns, taken, Column.STARTED, "start");
    pair(columns, taken, Column.SUBMITTED, "end");
    Map<String, String> bare = new LinkedHashMap<>();
    table.header().forEach(header -> bare.put(header, Column.bare(header)));
    for (int rank = 0; rank < 30; rank++)
      for (Column column : Column.values())
        for (String header : table.header())
          if (column.fit(bare.get(header)) == rank
              && !columns.containsKey(column)
              && taken.add(header)) columns.put(column, List.of(header));
    return columns;
  }

  /** A date and its time in columns of their own. */
  private void pair(
      Map<Column, List<String>> columns, Set<String> taken, Column column, String word) {
    Optional<Integer> date = table.column(word + " date");
    Optional<Integer> time = table.column(word + " time");
    if (date.isEmpty() || time.isEmpty()) return;
    List<String> names = List.of(table.header().get(date.get()), table.header().get(time.get()));
    columns.put(column, names);
    taken.addAll(names);
  }

  private Stream<String> values(Map<Column, List<String>> columns, Column... which) {
    return Stream.of(which)
        .flatMap(column -> columns.getOrDefault(column, List.of()).stream())
        .flatMap(name -> table.column(name).stream())
        .flatMap(
            index ->
                table.first(LOOK).stream()
                    .filter(row -> row.cells().size() > index)
                    .map(row -> row.cells().get(index).strip()))
        .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST);
  }

  private boolean decimalComma(Map<Column, List<String>> columns) {
    List<String> sums =
        values(columns, Column.REWARD, Column.BONUS, Column.FEE, Column.MINUTES)
            .filter(cell -> !cell.contains(":"))
            .toList();
    long commas = sums.stream().filter(cell -> COMMA.matcher(cell).matches()).count();
    long points = sums.stream().filter(cell -> POINT.matcher(cell).matches()).count();
    return commas > points;
  }

  /** The one currency that the sums name; null if they name none or several. */
  private String currency(Map<Column, List<String>> columns, boolean comma) {
    List<String> codes =
        values(columns, Column.REWARD, Column.BONUS)
            .flatMap(cell -> SumText.parse(cell, comma).stream())
            .flatMap(sum -> sum.currency().stream())
            .distinct()
            .toList();
    return codes.size() == 1 ? codes.getFirst() : headerCurrency(columns).orElse(null);
  }

  /** A currency in the column's own name: "Amount (EUR)", "Reward USD". */
  private static Optional<String> headerCurrency(Map<Column, List<String>> columns) {
    return columns.getOrDefault(Column.REWARD, List.of()).stream()
        .flatMap(name -> Stream.of(name.split("[^\\p{Alpha}£€$₹]+")))
        .map(word -> word.toUpperCase(Locale.ROOT))
        .filter(word -> word.matches("USD|EUR|GBP|CAD|AUD|INR|NZD|CHF|SEK|PLN|BRL|PHP|[£€$₹]"))
        .flatMap(word -> word.length() == 3 ? Stream.of(word) : sign(word))
        .findFirst();
  }

  private static Stream<String> sign(String sign) {
    return SumText.parse(sign + "1", false).flatMap(SumText.Sum::currency).stream();
  }

  /** By the first date whose day cannot be a month; with dots or without any sign the day leads. */
  private boolean dayFirst(Map<Column, List<String>> columns) {
    boolean dots = false;
    for (String cell : values(columns, Column.STARTED, Column.SUBMITTED, Column.PAID).toList()) {
      var found = SLASHED.matcher(cell);
      if (!found.matches()) continue;
      if (Integer.parseInt(found.group(1)) > 12) return true;
      if (Integer.parseInt(found.group(2)) > 12) return false;
      dots |= cell.indexOf('.') > 0 && cell.indexOf('.') < 3;
    }
    return dots || !isAmerican(columns);
  }

  private boolean isAmerican(Map<Column, List<String>> columns) {
    return values(columns, Column.REWARD).anyMatch(cell -> cell.startsWith("$"));
  }
}
