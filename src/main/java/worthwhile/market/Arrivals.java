package worthwhile.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

/**
 * When postings appeared, of those whose appearing was watched: their source had been read at most
 * an hour before. What a first reading finds may have stood there for weeks and is not among them.
 */
public final class Arrivals {
  /** Whole weeks, so that each day of the week has had its turn as often. */
  public static final int WEEKDAY_DAYS = 28;

  public static final int HOURS = 24;

  private final List<Arrival> all;
  private final Instant at;

  /**
   * One of them.
   *
   * @param seen in milliseconds since 1970
   * @param net in millionths of a US dollar an hour; absent if not known
   */
  record Arrival(long seen, OptionalLong net) {}

  Arrivals(List<Arrival> all, Instant at) {
    this.all = List.copyOf(all);
    this.at = at;
  }

  /** All of them. */
  public Sample all() {
    return grouped(1, Long.MIN_VALUE, _ -> 0).getFirst();
  }

  /** By the hour of the day in a time zone, from midnight on. */
  public List<Sample> byHour(ZoneId zone) {
    return grouped(HOURS, Long.MIN_VALUE, arrival -> at(arrival, zone).getHour());
  }

  /** By the day of the week in a time zone, from Monday on, of the last four weeks. */
  public List<Sample> byWeekday(ZoneId zone) {
    return grouped(
        DayOfWeek.values().length,
        at.minusSeconds(WEEKDAY_DAYS * 86_400L).toEpochMilli(),
        arrival -> at(arrival, zone).getDayOfWeek().ordinal());
  }

  private static ZonedDateTime at(Arrival arrival, ZoneId zone) {
    return Instant.ofEpochMilli(arrival.seen()).atZone(zone);
  }

  private List<Sample> grouped(int groups, long since, ToIntFunction<Arrival> group) {
    List<PayTally> tallies = new ArrayList<>();
    for (int i = 0; i < groups; i++) tallies.add(new PayTally());
    for (Arrival arrival : all)
      if (arrival.seen() >= since) tallies.get(group.applyAsInt(arrival)).add(arrival.net());
    return tallies.stream().map(PayTally::sample).toList();
  }
}
