package worthwhile.work.file;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import worthwhile.text.time.DateText;
import worthwhile.work.Provenance;
import worthwhile.work.Status;

/** What the columns of an unknown table probably mean, for the worker to correct. */
final class Guess {
  private static final int LOOK = 200;

  /** Longer cells hold no sum and no date. */
  private static final int LONGEST = 100;

  private static final long HOUR = 3_600_000;

  /** Names of hours of the day as well as of lengths. */
  private static final Set<String> HOURS_OR_LENGTHS = Set.of("time", "zeit");

  private final CsvTable table;
  private final Map<String, String> bare = new HashMap<>();
  private final Map<String, Map<Column, Integer>> fits = new HashMap<>();
  private final Map<String, ColumnCells> cells = new HashMap<>();
  private final Map<Column, List<String>> columns = new EnumMap<>(Column.class);
  private final Set<String> taken = new HashSet<>();

  private Guess(CsvTable table, Reader reader) {
    this.table = table;
    DateText.Context dates = new DateText.Context(Locale.UK, reader.zone(), reader.now());
    for (String header : table.header()) {
      String name = ColumnName.of(header).bare();
      bare.put(header, name);
      fits.put(header, Column.fits(name));
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
    guess.chooseParts();
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
    int last =
        fits.values().stream()
            .flatMap(f -> f.values().stream())
            .max(Comparator.naturalOrder())
            .orElse(-1);
    for (int rank = 0; rank <= last; rank++)
      for (Column column : Column.values())
        for (String header : table.header())
          if (fit(column, header) == rank
              && !columns.containsKey(column)
              && can(column, header, fitting)
              && taken.add(header)) columns.put(column, List.of(header));
  }

  private String bare(String header) {
    return Objects.requireNonNull(bare.get(header), "the constructor looks at each column");
  }

  /** How well the name fits: 0 for the best, -1 for not at all. */
  private int fit(Column column, String header) {
    return Objects.requireNonNull(fits.get(header), "the constructor looks at each column")
        .getOrDefault(column, -1);
  }

  private ColumnCells cells(String header) {
    return Objects.requireNonNull(cells.get(header), "the constructor looks at each column");
  }

  private boolean can(Column column, String header, boolean fitting) {
    ColumnCells own = cells(header);
    boolean pay = column == Column.REWARD || column == Column.BONUS || column == Column.FEE;
    if (pay && ColumnName.of(header).isHourly()) return false;
    boolean hour = HOURS_OR_LENGTHS.contains(bare(header)) && !own.nameUnits();
    if (hour && ColumnName.of(header).unit().isEmpty()) return false;
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

  /** Hours, minutes and seconds in columns of their own, whole and none of the smaller above 59. */
  private void chooseParts() {
    List<String> parts =
        table.header().stream()
            .filter(header -> fit(Column.MINUTES, header) >= 0 && unit(header) > 1)
            .filter(header -> cells(header).areParts(unit(header) == HOUR))
            .sorted(Comparator.comparingLong(this::unit).reversed())
            .toList();
    boolean together =
        parts.size() > 1
            && parts.stream().map(this::unit).distinct().count() == parts.size()
            && parts.containsAll(columns.getOrDefault(Column.MINUTES, List.of()));
    if (together) columns.put(Column.MINUTES, parts);
  }

  /** Milliseconds that a number of the column counts; 0 if its name tells no unit. */
  private long unit(String header) {
    return ColumnName.of(header).unit().orElse(0L);
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
    if (reward.equals("rate") && timed) {
      columns.remove(Column.REWARD);
      choose(true); // The pay itself may stand in another column.
    }
    if (reward.startsWith("total")) columns.remove(Column.BONUS);
  }

  /** A date and its time in columns of their own; one date may serve both start and end. */
  private void pair(Column column, String word) {
    Optional<String> time =
        header(word + " time")
            .or(() -> header(word))
            .or(() -> first(name -> fit(column, name) >= 0 && cells(name).areTimesOfDay()));
    if (time.isEmpty() || !cells(time.get()).areTimesOfDay()) return;
    Optional<String> date =
        header(word + " date")
            .or(() -> first(name -> fit(column, name) >= 0 && cells(name).fit(column)))
            .or(() -> first(name -> fit(Column.SUBMITTED, name) >= 0 && cells(name).fit(column)));
    if (date.isEmpty()) return;
    columns.put(column, List.of(date.get(), time.get()));
    taken.addAll(columns.get(column));
  }

  private Optional<String> header(String name) {
    return first(header -> bare(header).equals(name));
  }

  private Optional<String> first(Predicate<String> wanted) {
    return table.header().stream().filter(wanted).findFirst();
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
