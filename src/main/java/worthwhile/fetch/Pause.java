package worthwhile.fetch;

import java.time.Duration;

/** Waits, and tells how much time passes, whatever the wall clock does meanwhile. */
public interface Pause {
  /** Real waiting, on a clock that nobody sets. */
  Pause SLEEP =
      new Pause() {
        @Override
        public void pause(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }

        @Override
        public Duration passed() {
          return Duration.ofNanos(System.nanoTime());
        }
      };

  /**
   * Returns after this time.
   *
   * @throws InterruptedException if the program stops meanwhile
   */
  void pause(Duration time) throws InterruptedException;

  /** The time since some moment, always the same one; it never goes back. */
  Duration passed();
}
