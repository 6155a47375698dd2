package worthwhile.work.file;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.text.time.DateText;
import worthwhile.work.Provenance;
import worthwhile.work.Status;

/** What the columns of an unknown table probably mean, for the worker to correct. */
final class Guess {
  private static final int LOOK = 200;

  /** Longer cells hold no sum and no date. */
  private static final int LONGEST = 100;

  private static final int MOST_NAMES = 80;

  private final CsvTable table;
  private final Map<String, String> bare = new HashMap<>();
  private final Map<String, ColumnCells> cells = new HashMap<>();
  private final Map<Column, List<String>> columns = new EnumMap<>(Column.class);
  private final Set<String> taken = new HashSet<>();

  private Guess(CsvTable table, Reader reader) {
    this.table = table;
    DateText.Context dates = new DateText.Context(Locale.UK, reader.zone(), reader.now());
    for (String header : table.header()) {
      bare.put(header, ColumnName.of(header).bare());
      cells.put(header, new ColumnCells(values(table, header).limit(LOOK).toList(), dates));
    }
  }

  /** What each column probably means: by its name, where its cells can mean it. */
  static Map<Column, List<String>> columns(CsvTable table, Reader reader) {
    Guess guess = new Guess(table, reader);
    guess.pair(Column.STARTED, "start");
    guess.pair(Column.SUBMITTED, "end");
    guess.choose(true);
    guess.chooseMarked();
    guess.choose(false);
    guess.withoutRates();
    return guess.columns;
  }

  /**
   * Best fitting names first; a column means one thing only.
   *
   * @param fitting only those whose cells can mean it; else also empty ones, and those whose cells
   *     are refused with the reason
   */
  private void choose(boolean fitting) {
    for (int rank = 0; rank < MOST_NAMES; rank++)
      for (Column column : Column.values())
        for (String header : table.header())
          if (column.fit(bare(header)) == rank
              && !columns.containsKey(column)
              && can(column, header, fitting)
              && taken.add(header)) columns.put(column, List.of(header));
  }

  private String bare(String header) {
    return Objects.requireNonNull(bare.get(header), "the constructor looks at each column");
  }

  private ColumnCells cells(String header) {
    return Objects.requireNonNull(cells.get(header), "the constructor looks at each column");
  }

  private boolean can(Column column, String header, boolean fitting) {
    ColumnCells own = cells(header);
    boolean pay = column == Column.REWARD || column == Column.BONUS || column == Column.FEE;
    if (pay && ColumnName.of(header).isHourly()) return false;
    if (bare(header).equals("time") && ColumnName.of(header).unit().isEmpty()) return false;
    return fitting ? own.fit(column) : !own.contradict(column);
  }

  /** "Paid: yes", where no column tells the status in words. */
  private void chooseMarked() {
    if (columns.containsKey(Column.STATUS)) return;
    for (Status meaning : List.of(Status.PAID, Status.APPROVED))
      for (String header : table.header())
        if (StatusWords.asked(header).filter(meaning::equals).isPresent()
            && cells(header).tellMarks()
            && !columns.containsKey(Column.STATUS)
            && taken.add(header)) columns.put(Column.STATUS, List.of(header));
  }

  /** A rate beside times is pay for an hour; a total holds the bonus already. */
  private void withoutRates() {
    boolean timed =
        columns.containsKey(Column.MINUTES)
            || (columns.containsKey(Column.STARTED) && columns.containsKey(Column.SUBMITTED));
    String reward =
        columns.getOrDefault(Column.REWARD, List.of()).stream()
            .findFirst()
            .map(this::bare)
            .orElse("");
    if (reward.equals("rate") && timed) columns.remove(Column.REWARD);
    if (reward.startsWith("total")) columns.remove(Column.BONUS);
  }

  /** A date and its time in columns of their own; one date may serve both start and end. */
  private void pair(Column column, String word) {
    Optional<String> time = header(word + " time").or(() -> header(word));
    if (time.isEmpty() || !cells(time.get()).areTimesOfDay()) return;
    Optional<String> date = header(word + " date").or(() -> header("date"));
    if (date.isEmpty()) return;
    columns.put(column, List.of(date.get(), time.get()));
    taken.addAll(columns.get(column));
  }

  private Optional<String> header(String name) {
    return table.header().stream().filter(header -> bare(header).equals(name)).findFirst();
  }

  /** The filled cells of a column. */
  static Stream<String> values(CsvTable table, String header) {
    return table.column(header).stream()
        .flatMap(
            index ->
                table.rows().stream()
                    .filter(row -> row.cells().size() > index)
                    .map(row -> row.cells().get(index).strip()))
        .filter(cell -> !Cells.isNothing(cell) && cell.length() <= LONGEST);
  }

  /** The table read by these columns, with what their cells prove. */
  static Mapping mapping(CsvTable table, Map<Column, List<String>> columns, Reader reader) {
    Conclusions said = new Conclusions(table, columns);
    Optional<DecimalMark> mark = said.mark();
    Optional<String> currency = said.currency();
    LocalDate today = LocalDate.ofInstant(reader.now(), reader.zone());
    return new Mapping(
        columns,
        "other",
        currency.orElse(null),
        reader.zone(),
        said.order(today).orElse(said.isAmerican() ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST)
            == DayOrder.DAY_FIRST,
        mark.orElse(DecimalMark.POINT) == DecimalMark.COMMA,
        mark.isPresent(),
        Status.PENDING,
        Provenance.IMPORT);
  }
}
