package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What taking a posting on means for a worker, from a few minutes to a contract of employment. Pay
 * per hour of one kind is no measure for another.
 */
public enum TaskKind {
  /** Done at once and paid by the piece: tasks, surveys, tests without an appointment. */
  @JsonProperty("micro-task")
  MICRO_TASK,
  /** One is chosen and meets, or keeps a diary: interviews, focus groups, sessions. */
  @JsonProperty("interview")
  INTERVIEW,
  /** Freelance work that one applies for: at a fixed price, by the hour, or for a prize. */
  @JsonProperty("project")
  PROJECT,
  /** Employment. */
  @JsonProperty("job")
  JOB;

  /** The word that postings, cards and searches use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this word, in any letter case; absent if there is none. */
  public static Optional<TaskKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equalsIgnoreCase(word)).findFirst();
  }
}
