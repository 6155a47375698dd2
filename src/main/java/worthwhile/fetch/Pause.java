package worthwhile.fetch;

import java.time.Duration;

/** Waits, or in a test only says that it did. */
@FunctionalInterface
public interface Pause {
  /** Real waiting. */
  Pause SLEEP = Thread::sleep;

  /**
   * Returns after this time.
   *
   * @throws InterruptedException if the program stops meanwhile
   */
  void pause(Duration time) throws InterruptedException;
}
