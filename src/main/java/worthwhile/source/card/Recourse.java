package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a worker can do at a platform when work was rejected or not paid.
 *
 * @param text a sentence that says it
 * @param days how long to wait for an answer ({@code write}, {@code support}), or until when after
 *     the rejection it can be contested ({@code contest}); absent if not known
 * @param day the last day for it, where that is the same for everybody; absent if there is none
 * @param link the page to go to; absent if not known
 * @param by who tells it, where that is not the platform itself
 */
public record Recourse(
    Step step,
    String text,
    Optional<Integer> days,
    Optional<LocalDate> day,
    Optional<String> link,
    Optional<String> by,
    @JsonUnwrapped Citation citation)
    implements Dated {
  /** What kind of thing can be done. */
  public enum Step {
    /** Write to the requester. */
    @JsonProperty("write")
    WRITE,
    /** Turn to the platform itself. */
    @JsonProperty("support")
    SUPPORT,
    /** Until when a rejection can be contested at all. */
    @JsonProperty("contest")
    CONTEST,
    /** What to know, and what is better left undone. */
    @JsonProperty("note")
    NOTE
  }
}
