package worthwhile.flow;

import java.time.Instant;

/** What is known of a part of the instance that can be damaged without anybody noticing. */
public sealed interface Finding {
  /** It was not looked through since the start. */
  record Unknown() implements Finding {}

  /** It is being looked through. */
  record Checking(Instant since) implements Finding {}

  /** Nothing is wrong with it. */
  record Sound(Instant at) implements Finding {}

  /**
   * Something is wrong with it.
   *
   * @param message for the operator: what, and how to mend it
   */
  record Damaged(Instant at, String message) implements Finding {}
}
