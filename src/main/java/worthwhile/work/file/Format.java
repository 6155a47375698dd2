package worthwhile.work.file;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.work.Provenance;

/**
 * Kinds of files that workers have. Prolific, Toggl and our own export have fixed columns; of the
 * others no fixed form is known, so their columns are recognised by name and shown before anything
 * is taken.
 */
public enum Format {
  /** What Prolific gives its participants: times in UTC, the completion code is never read. */
  PROLIFIC_EXPORT(
      "prolific-export",
      "Prolific: submissions export",
      List.of("Study", "Reward", "Started At", "Completed At", "Status")),
  /** Rows of a worker's dashboard as JSON, or as CSV by their names. */
  MTURK_HISTORY("mturk-history", "Mechanical Turk: history (JSON or CSV)", List.of()),
  /** Outlier's earnings, a line for each part of an item's pay: see {@link OutlierRows}. */
  OUTLIER_EXPORT("outlier-export", "Outlier: earnings export", List.of()),
  USERTESTING("usertesting", "UserTesting: test history", List.of()),
  FIELD_AGENT("field-agent", "Field Agent: transaction history", List.of()),
  TIMEBUCKS("timebucks", "TimeBucks: history", List.of()),
  /** Toggl's detailed report: hours without pay. */
  TOGGL(
      "toggl",
      "Toggl Track: detailed report",
      List.of("Project", "Description", "Start date", "Start time", "Duration")),
  /** Clockify's detailed report: hours without pay. */
  CLOCKIFY(
      "clockify",
      "Clockify: detailed report",
      List.of("Project", "Description", "Start Date", "Start Time", "Duration (h)")),
  /** What {@code export} writes. */
  WORTHWHILE(
      "worthwhile",
      "Worthwhile: own export",
      List.of("Title", "Platform", "Status", "Fingerprint")),
  CSV("csv", "Any CSV", List.of());

  /** MTurk's days are days of the Pacific coast. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private static final Map<Column, List<String>> PROLIFIC =
      Map.of(
          Column.TITLE, List.of("Study"),
          Column.REWARD, List.of("Reward"),
          Column.BONUS, List.of("Bonus"),
          Column.STARTED, List.of("Started At"),
          Column.SUBMITTED, List.of("Completed At"),
          Column.STATUS, List.of("Status"));

  private final String word;
  private final String label;
  private final List<String> columns;

  Format(String word, String label, List<String> columns) {
    this.word = word;
    this.label = label;
    this.columns = columns;
  }

  /** As it stands in options and forms. */
  public String word() {
    return word;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** The words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  /** By its word; absent if there is none. */
  public static Optional<Format> of(@Nullable String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** The form that a table has by its columns; {@link #CSV} if it has none of them. */
  static Format of(CsvTable table) {
    return Arrays.stream(values())
        .filter(format -> !format.columns.isEmpty() && format.missing(table).isEmpty())
        .findFirst()
        .orElseGet(() -> byNames(table));
  }

  private static Format byNames(CsvTable table) {
    if (OutlierColumn.isNamed(table)) return OUTLIER_EXPORT;
    return isMturk(table) ? MTURK_HISTORY : CSV;
  }

  /** Only Mechanical Turk has HITs, and its histories say whose they were. */
  private static boolean isMturk(CsvTable table) {
    List<String> names = table.header().stream().map(name -> ColumnName.of(name).bare()).toList();
    return names.contains("hit id")
        && (names.contains("requester id") || names.contains("requester name"));
  }

  /** Columns that files of this form have and the table lacks. */
  List<String> missing(CsvTable table) {
    return columns.stream().filter(name -> table.column(name).isEmpty()).toList();
  }

  /** What the columns of a table of this form mean. */
  Map<Column, List<String>> columns(CsvTable table, Reader reader) {
    return switch (this) {
      case PROLIFIC_EXPORT -> PROLIFIC;
      case TOGGL, CLOCKIFY -> tracker(table, Guess.columns(table, reader));
      case MTURK_HISTORY, OUTLIER_EXPORT, USERTESTING, FIELD_AGENT, TIMEBUCKS, WORTHWHILE, CSV ->
          Guess.columns(table, reader);
    };
  }

  /** How a table of this form is read by these columns. */
  Mapping mapping(CsvTable table, Map<Column, List<String>> columns, Reader reader) {
    Mapping guess = Guess.mapping(table, columns, reader);
    return switch (this) {
      case PROLIFIC_EXPORT ->
          guess.withPlatform("prolific").withZone(ZoneOffset.UTC).withDecimalComma(false);
      case MTURK_HISTORY ->
          american(table, guess, "mturk", reader).withZone(PACIFIC).withDecimalComma(false);
      case OUTLIER_EXPORT -> inDollars(guess, "outlier");
      case USERTESTING -> american(table, guess, "usertesting", reader);
      case FIELD_AGENT -> american(table, guess, "field-agent", reader);
      case TIMEBUCKS -> inDollars(guess, "timebucks");
      case TOGGL, CLOCKIFY -> guess.as(Provenance.TRACKER);
      case WORTHWHILE -> guess.withZone(ZoneOffset.UTC).withDecimalComma(false);
      case CSV -> guess;
    };
  }

  private static Mapping inDollars(Mapping guess, String id) {
    String currency = guess.currency() == null ? "USD" : guess.currency();
    return guess.withPlatform(id).withCurrency(currency);
  }

  /** A platform of the United States writes the month first, unless its dates prove otherwise. */
  private static Mapping american(CsvTable table, Mapping guess, String id, Reader reader) {
    boolean dayFirst =
        new Conclusions(table, guess.columns())
            .order(LocalDate.ofInstant(reader.now(), reader.zone()))
            .filter(DayOrder.DAY_FIRST::equals)
            .isPresent();
    return inDollars(guess, id).withDayFirst(dayFirst);
  }

  /** A tracker's project is the platform, and its client the requester. */
  private static Map<Column, List<String>> tracker(
      CsvTable table, Map<Column, List<String>> guess) {
    Map<Column, List<String>> columns = new EnumMap<>(Column.class);
    for (Column column : List.of(Column.STARTED, Column.SUBMITTED, Column.MINUTES))
      if (guess.containsKey(column)) columns.put(column, guess.get(column));
    columns.put(Column.TITLE, List.of("Description"));
    columns.put(Column.PLATFORM, List.of("Project"));
    if (table.column("Client").isPresent()) columns.put(Column.REQUESTER, List.of("Client"));
    return columns;
  }
}
