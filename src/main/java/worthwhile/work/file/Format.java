package worthwhile.work.file;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.work.Provenance;
import worthwhile.work.Status;

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
  USERTESTING("usertesting", "UserTesting: test history", List.of()),
  FIELD_AGENT("field-agent", "Field Agent: transaction history", List.of()),
  TIMEBUCKS("timebucks", "TimeBucks: history", List.of()),
  /** Toggl's detailed report: hours without pay. */
  TOGGL(
      "toggl",
      "Toggl Track: detailed report",
      List.of("Project", "Description", "Start date", "Start time", "Duration")),
  /** What {@code export} writes. */
  WORTHWHILE(
      "worthwhile",
      "Worthwhile: own export",
      List.of("Title", "Platform", "Status", "Fingerprint")),
  CSV("csv", "Any CSV", List.of());

  /** MTurk's days are days of the Pacific coast. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

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
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** The fixed form that a table has; {@link #CSV} if it has none of them. */
  static Format of(CsvTable table) {
    return Arrays.stream(values())
        .filter(format -> !format.columns.isEmpty() && format.missing(table).isEmpty())
        .findFirst()
        .orElse(CSV);
  }

  /** Columns that files of this form have and the table lacks. */
  List<String> missing(CsvTable table) {
    return columns.stream().filter(name -> table.column(name).isEmpty()).toList();
  }

  /** How a table of this form is read. */
  Mapping mapping(CsvTable table, Reader reader) {
    Mapping guess = Guess.mapping(table, reader);
    return switch (this) {
      case PROLIFIC_EXPORT -> prolific(guess);
      case MTURK_HISTORY -> platform(guess, "mturk").withZone(PACIFIC);
      case USERTESTING -> platform(guess, "usertesting");
      case FIELD_AGENT -> platform(guess, "field-agent");
      case TIMEBUCKS -> platform(guess, "timebucks");
      case TOGGL -> toggl(table, guess);
      case WORTHWHILE -> guess.withZone(ZoneOffset.UTC).withDecimalComma(false);
      case CSV -> guess;
    };
  }

  private static Mapping platform(Mapping guess, String id) {
    String currency = guess.currency() == null ? "USD" : guess.currency();
    return guess.withPlatform(id).withCurrency(currency);
  }

  private static Mapping prolific(Mapping guess) {
    return new Mapping(
        Map.of(
            Column.TITLE, List.of("Study"),
            Column.REWARD, List.of("Reward"),
            Column.BONUS, List.of("Bonus"),
            Column.STARTED, List.of("Started At"),
            Column.SUBMITTED, List.of("Completed At"),
            Column.STATUS, List.of("Status")),
        "prolific",
        null,
        ZoneOffset.UTC,
        guess.dayFirst(),
        false,
        null,
        Provenance.IMPORT);
  }

  private static Mapping toggl(CsvTable table, Mapping guess) {
    Map<Column, List<String>> columns = new java.util.EnumMap<>(Column.class);
    columns.put(Column.TITLE, List.of("Description"));
    columns.put(Column.PLATFORM, List.of("Project"));
    columns.put(Column.REQUESTER, List.of("Client"));
    columns.put(Column.STARTED, List.of("Start date", "Start time"));
    columns.put(Column.SUBMITTED, List.of("End date", "End time"));
    columns.put(Column.MINUTES, List.of("Duration"));
    for (Column column : List.of(Column.REQUESTER, Column.SUBMITTED)) {
      List<String> lacking = new ArrayList<>(columns.get(column));
      lacking.removeIf(name -> table.column(name).isPresent());
      if (!lacking.isEmpty()) columns.remove(column);
    }
    return new Mapping(
        columns,
        "other",
        null,
        guess.zone(),
        guess.dayFirst(),
        false,
        Status.APPROVED,
        Provenance.TRACKER);
  }
}
