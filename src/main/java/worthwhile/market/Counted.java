package worthwhile.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import worthwhile.search.Offered;

/**
 * Counts postings by platform, by category and in time. Copies of one task count once for each
 * platform, and elsewhere once, as the copy that was seen first; the dangerous ones do not count.
 */
final class Counted {
  private final Map<String, PayTally> platforms = new HashMap<>();
  private final Map<String, PayTally> categories = new HashMap<>();
  private final PayTally all = new PayTally();
  private final List<Arrivals.Arrival> arrivals = new ArrayList<>();
  private final Set<Copy> counted = new HashSet<>();
  private final Map<Long, Offered> firsts = new HashMap<>();
  private final Readings readings;
  private final long since;
  private final Instant now;

  private record Copy(String platform, long task) {}

  Counted(Readings readings, Duration span, Instant now) {
    this.readings = readings;
    this.since = now.minus(span).toEpochMilli();
    this.now = now;
  }

  void add(Offered one) {
    if (one.danger()) return;
    one.platform()
        .filter(platform -> one.task() == 0 || counted.add(new Copy(platform, one.task())))
        .ifPresent(platform -> add(platforms, platform, one.net()));
    if (one.task() == 0) addTask(one);
    else firsts.merge(one.task(), one, Counted::first);
  }

  private static Offered first(Offered one, Offered other) {
    boolean isLater = other.seen().orElse(Long.MAX_VALUE) >= one.seen().orElse(Long.MAX_VALUE);
    return isLater ? one : other;
  }

  private void addTask(Offered one) {
    all.add(one.net());
    one.category().ifPresent(category -> add(categories, category, one.net()));
    long seen = one.seen().orElse(Long.MIN_VALUE);
    if (seen >= since && readings.tells(seen)) arrivals.add(new Arrivals.Arrival(seen, one.net()));
  }

  private static void add(Map<String, PayTally> tallies, String group, OptionalLong net) {
    tallies.computeIfAbsent(group, _ -> new PayTally()).add(net);
  }

  /** The figures; may be asked once. */
  MarketFigures figures() {
    firsts.values().forEach(this::addTask);
    return new MarketFigures(
        now, all.sample(), samples(platforms), samples(categories), new Arrivals(arrivals, now));
  }

  private static Map<String, Sample> samples(Map<String, PayTally> tallies) {
    Map<String, Sample> samples = new HashMap<>();
    tallies.forEach((group, tally) -> samples.put(group, tally.sample()));
    return samples;
  }
}
