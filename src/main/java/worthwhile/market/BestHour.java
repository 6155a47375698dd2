package worthwhile.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The hour of the day in which most postings appeared that pay enough. A count of many is steadier
 * than the highest of 24 medians, each of few.
 *
 * @param hour from 0 to 23 in the zone asked for
 * @param good how many postings that appeared in it pay at least {@code least}
 * @param n how many of those that appeared in it have a known pay
 * @param least US dollars an hour
 * @param hoursAhead until it begins next; 0 if it is now
 */
public record BestHour(int hour, int good, int n, BigDecimal least, int hoursAhead) {
  /** Of the samples for each hour; absent if too few postings are good in any. */
  static Optional<BestHour> of(List<Sample> hours, BigDecimal least, ZoneId zone, Instant now) {
    int current = now.atZone(zone).getHour();
    Optional<BestHour> best = Optional.empty();
    for (int ahead = 0; ahead < hours.size(); ahead++) {
      int hour = (current + ahead) % hours.size();
      Sample sample = hours.get(hour);
      int good = sample.atLeast(least);
      if (good < Sample.LEAST || good <= best.map(BestHour::good).orElse(0)) continue;
      best = Optional.of(new BestHour(hour, good, sample.n(), least, ahead));
    }
    return best;
  }
}
