package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import worthwhile.posting.word.Worded;

/**
 * What taking a posting on means for a worker, from a few minutes to a contract of employment. Pay
 * per hour of one kind is no measure for another.
 */
public enum TaskKind implements Worded {
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
}
