package worthwhile.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.store.posting.Departures.Departure;

/**
 * How long postings of a platform were open, from the reading that first met them to the one that
 * first missed them.
 *
 * @param platform id
 * @param closed how many closed
 * @param n of how many of these both ends were watched: between readings at most an hour apart
 * @param open the median of those; absent for too few
 * @param reading how far apart the readings were around the median end, so much may be amiss at
 *     either end; absent for too few
 */
public record Stay(
    String platform, int closed, int n, Optional<Duration> open, Optional<Duration> reading) {
  /** The shortest first, then those of which nothing can be said. */
  private static final Comparator<Stay> ORDER =
      Comparator.comparing(
              (Stay stay) -> stay.open().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparing(Stay::closed).reversed())
          .thenComparing(Stay::platform);

  /** One for each platform of which something closed. */
  static List<Stay> of(Collection<Departure> departures) {
    Map<String, List<Departure>> byPlatform = new LinkedHashMap<>();
    for (Departure one : departures)
      byPlatform.computeIfAbsent(one.platform(), _ -> new ArrayList<>()).add(one);
    return byPlatform.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private static Stay of(String platform, List<Departure> departures) {
    List<Duration> open = new ArrayList<>();
    List<Duration> gaps = new ArrayList<>();
    for (Departure one : departures) {
      Optional<Duration> began = Readings.gap(one.seen(), one.readBeforeSeen());
      Optional<Duration> ended = Readings.gap(one.gone(), one.readBeforeGone());
      if (began.isEmpty() || ended.isEmpty()) continue;
      open.add(Duration.between(one.seen(), one.gone()));
      gaps.add(ended.get());
    }
    return new Stay(platform, departures.size(), open.size(), median(open), median(gaps));
  }

  private static Optional<Duration> median(List<Duration> durations) {
    if (durations.size() < Sample.LEAST) return Optional.empty();
    List<Duration> sorted = durations.stream().sorted().toList();
    Duration above = sorted.get(sorted.size() / 2);
    Duration below = sorted.get((sorted.size() - 1) / 2);
    return Optional.of(below.plus(above).dividedBy(2));
  }
}
