package worthwhile.store.sql;

import java.time.Duration;

/**
 * How long a database that does not answer is waited for: half a minute in the background, where a
 * restart of the server is bridged, and about a second where somebody waits for an answer.
 */
public final class Patience {
  static final Duration LONG = Duration.ofSeconds(30);

  /** A pool of connections says no after this. */
  static final Duration SHORT = Duration.ofSeconds(1);

  /** Less than that: who has waited so long does not ask again. */
  private static final Duration BRIEF = Duration.ofMillis(800);

  private static final ScopedValue<Duration> LEFT = ScopedValue.newInstance();

  private Patience() {}

  /** Does work for which somebody waits: what it asks of the database fails soon or not at all. */
  public static <T, X extends Throwable> T briefly(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(LEFT, BRIEF).call(work);
  }

  /** Whether somebody waits for what this thread does. */
  static boolean isShort() {
    return LEFT.isBound();
  }

  static Duration left() {
    return LEFT.isBound() ? LEFT.get() : LONG;
  }
}
