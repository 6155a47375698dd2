package worthwhile.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;

/**
 * What kind of work a posting is: by the facts that its source states as such, then by what its
 * platform usually offers, and only where neither tells by the title.
 */
public final class Kinds {
  private static final Pattern FREE =
      words("free-?lanc\\w*|contract(?:or)?|project|selbst(?:st)?ändig\\w*|autónomo|indépendant");

  private static final Pattern EMPLOYED =
      words(
          "full[-_ ]?time|part[-_ ]?time|permanent|temporary|intern(?:ship)?|employee|mini[-_ ]?job"
              + "|working student|werkstudent|vollzeit|teilzeit|festanstellung|cdi|cdd");

  private static final Pattern JOB_TITLE =
      words(
          "[mwfdx]/[mwfdx]/[mwfdx]|engineer|developer|manager|director|specialist|officer|clerk"
              + "|full[- ]time|part[- ]time");

  private Kinds() {}

  /** The kind that a posting says; for one stored before there were kinds, what it tells itself. */
  public static TaskKind of(JobPosting posting) {
    return posting.kind() == null
        ? of(posting, posting.occupationalCategory(), Optional.empty())
        : posting.kind();
  }

  /**
   * The kind of a posting whose category is known.
   *
   * @param usual what its platform usually offers
   */
  static TaskKind of(JobPosting row, @Nullable String category, Optional<TaskKind> usual) {
    String type = row.employmentType() == null ? "" : row.employmentType();
    boolean free = FREE.matcher(type).find();
    if (!free && EMPLOYED.matcher(type).find()) return TaskKind.JOB;
    return Categories.kind(category)
        .or(() -> byUnit(row, free, usual))
        .or(() -> free ? Optional.of(TaskKind.PROJECT) : Optional.empty())
        .or(() -> usual)
        .orElseGet(() -> byTitle(row));
  }

  /** What the unit of the pay tells. */
  private static Optional<TaskKind> byUnit(JobPosting row, boolean free, Optional<TaskKind> usual) {
    UnitText unit = row.baseSalary() == null ? null : row.baseSalary().unitText();
    if (unit == null) return Optional.empty();
    if (unit == UnitText.TASK)
      return Optional.of(isUsual(usual, TaskKind.INTERVIEW) ? usual.get() : TaskKind.MICRO_TASK);
    return switch (unit) {
      case DAY, WEEK, MONTH, YEAR -> Optional.of(free ? TaskKind.PROJECT : TaskKind.JOB);
      case HOUR -> byHour(free, usual);
      case PROJECT -> usual.or(() -> Optional.of(TaskKind.PROJECT));
      case TASK, POINTS, PIECE, WORD, AUDIO_MINUTE -> Optional.of(byPiece(free, usual));
    };
  }

  /** Nobody pays by the hour for what is done in minutes. */
  private static Optional<TaskKind> byHour(boolean free, Optional<TaskKind> usual) {
    if (free || usual.isEmpty() || isUsual(usual, TaskKind.MICRO_TASK))
      return Optional.of(TaskKind.PROJECT);
    return usual;
  }

  /** Pieces of freelance work are priced too, where that is what is offered. */
  private static TaskKind byPiece(boolean free, Optional<TaskKind> usual) {
    if (free || isUsual(usual, TaskKind.JOB)) return TaskKind.PROJECT;
    return usual.orElse(TaskKind.MICRO_TASK);
  }

  private static boolean isUsual(Optional<TaskKind> usual, TaskKind kind) {
    return usual.filter(kind::equals).isPresent();
  }

  private static TaskKind byTitle(JobPosting row) {
    return JOB_TITLE.matcher(row.title()).find() ? TaskKind.JOB : TaskKind.MICRO_TASK;
  }

  private static Pattern words(String any) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
