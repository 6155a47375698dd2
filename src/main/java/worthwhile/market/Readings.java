package worthwhile.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import worthwhile.store.source.Runs;

/**
 * The readings of sources that came soon enough after the one before to tell when things happen.
 */
final class Readings {
  private static final Duration SOON = Duration.ofHours(1);

  private final Set<Long> times = new HashSet<>();

  Readings(Collection<Runs.Arrival> arrivals) {
    Set<Long> late = new HashSet<>();
    for (Runs.Arrival one : arrivals)
      (gap(one.at(), one.readBefore()).isPresent() ? times : late).add(one.at().toEpochMilli());
    times.removeAll(late); // Two sources read in the same millisecond are not told apart.
  }

  /** Whether a posting first seen then cannot have been there for more than an hour. */
  boolean tells(long seen) {
    return times.contains(seen);
  }

  /** How long before that the source had been read; absent if not within an hour. */
  static Optional<Duration> gap(Instant at, Optional<Instant> readBefore) {
    return readBefore
        .map(before -> Duration.between(before, at))
        .filter(gap -> gap.compareTo(SOON) <= 0);
  }
}
