package worthwhile.alert.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to hand a message over. */
public sealed interface Attempt {
  /** It was taken. */
  record Sent() implements Attempt {}

  /**
   * Somebody answered who does not take it now, and may later.
   *
   * @param after how long to wait, as the other side asked
   */
  record Later(Optional<Duration> after, String why) implements Attempt {}

  /** Nobody answered: whatever else goes to the same place would fare no better. */
  record Away(String why) implements Attempt {}

  /** It will never be taken. */
  record Refused(String why) implements Attempt {}

  /** Nobody is there any more. */
  record Gone(String why) implements Attempt {}
}
