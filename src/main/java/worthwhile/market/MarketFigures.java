package worthwhile.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What postings paid that were first seen or open in the last 30 days.
 *
 * @param at when this was reckoned
 * @param all over all platforms
 * @param platforms by id
 * @param categories by name
 * @param arrivals when they appeared
 */
public record MarketFigures(
    Instant at,
    Sample all,
    Map<String, Sample> platforms,
    Map<String, Sample> categories,
    Arrivals arrivals) {
  public MarketFigures {
    platforms = Map.copyOf(platforms);
    categories = Map.copyOf(categories);
  }

  /** What is known of a platform's pay. */
  public Sample platform(String id) {
    return platforms.getOrDefault(id, Sample.EMPTY);
  }

  /**
   * When to look.
   *
   * @param floor what pays enough, in US dollars an hour; absent: at least as much as half of those
   *     whose appearing was watched
   */
  public Optional<BestHour> bestHour(ZoneId zone, Optional<BigDecimal> floor, Instant now) {
    return floor
        .or(() -> arrivals.all().median())
        .flatMap(least -> BestHour.of(arrivals.byHour(zone), least, zone, now));
  }
}
