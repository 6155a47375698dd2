package worthwhile.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * Remembers hosts that asked to be left alone, for every process on one store and over restarts: a
 * host that said "in an hour" means whoever asks next as well.
 */
public interface Parking {
  /** A host that asks for more is asked again after this. */
  Duration LONGEST = Duration.ofDays(7);

  /** How long the host is still to be left alone; absent if it may be asked. */
  Optional<Duration> left(String host);

  /** Notes that the host wants to be left alone for this long; a longer wish stays. */
  void park(String host, Duration time);

  /** Remembers nothing: for a fetcher that stands alone. */
  Parking NONE =
      new Parking() {
        @Override
        public Optional<Duration> left(String host) {
          return Optional.empty();
        }

        @Override
        public void park(String host, Duration time) {}
      };
}
