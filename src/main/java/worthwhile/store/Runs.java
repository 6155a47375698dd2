package worthwhile.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The history of runs: what each one met and found. */
public interface Runs {
  /** Notes a run that changed no posting (refused, unavailable, not modified, held back). */
  void add(Run run);

  /** The newest runs of a source, newest first. */
  List<Run> ofSource(String source, int limit);

  /** The newest runs of all sources, newest first. */
  List<Run> newest(int limit);

  /**
   * One run of one source.
   *
   * @param id unique over all nodes and restarts
   * @param outcome {@code items}, {@code empty}, {@code unchanged}, {@code held-back}, {@code
   *     partial}, {@code blocked}, {@code login-required}, {@code rate-limited}, {@code gone},
   *     {@code drifted}, {@code not-allowed}, {@code unavailable}, {@code unacceptable}
   * @param reason for people; absent if all is well
   * @param requests HTTP requests made
   * @param items rows that became items
   * @param rejected rows that did not
   * @param changed known postings that changed
   * @param added new postings
   * @param gone postings that went missing or closed
   * @param took from first request to stored
   */
  record Run(
      String id,
      String source,
      Instant at,
      String outcome,
      Optional<String> reason,
      int requests,
      int items,
      int added,
      int changed,
      int gone,
      int rejected,
      Duration took) {}
}
