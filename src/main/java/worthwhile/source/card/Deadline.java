package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A last day for something.
 *
 * @param day the last one
 * @param text what has to be done by then, and what is so after it
 */
public record Deadline(LocalDate day, String text, @JsonUnwrapped Citation citation)
    implements Dated {
  /** Whether it can still be kept. */
  public boolean isComing(LocalDate today) {
    return !day.isBefore(today) && !citation.superseded();
  }
}
