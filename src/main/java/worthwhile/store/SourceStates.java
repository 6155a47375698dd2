package worthwhile.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Health and schedule of each source, so that a restart goes on where it stopped. */
public interface SourceStates {
  /** The state of a source; that of a source never run if it has none. */
  State of(String source);

  /** All that have one. */
  List<State> all();

  /** Replaces the state of a source. */
  void put(State state);

  /**
   * Where a source stands.
   *
   * @param condition {@code new}, {@code ok}, {@code failing}, {@code suspended}, {@code
   *     quarantined}, {@code parked}, {@code off}
   * @param reason why it is not ok
   * @param since when the condition began
   * @param lastSuccess last run that told us what is on offer
   * @param lastRun last run of any outcome
   * @param nextRun when it is due
   * @param interval time between runs, as adapted
   * @param failures broken runs in a row
   */
  record State(
      String source,
      String condition,
      Optional<String> reason,
      Instant since,
      Optional<Instant> lastSuccess,
      Optional<Instant> lastRun,
      Optional<Instant> nextRun,
      Optional<Duration> interval,
      int failures) {}
}
