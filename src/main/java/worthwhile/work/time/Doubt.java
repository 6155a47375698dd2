package worthwhile.work.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import worthwhile.posting.Reason;

/**
 * Why a timer may have been forgotten. It is then never counted silently: its worker is asked.
 *
 * <ul>
 *   <li>More than {@link #LONG} without a break: nobody does one task for so long.
 *   <li>Much longer than the task usually takes: three times that, and half an hour more at least.
 *   <li>Longer than the time allowed, which ends the task by itself.
 *   <li>Right through the small hours (2 to 5 by the worker's clock): people sleep then.
 * </ul>
 */
public final class Doubt {
  /** Longer than this is asked about. */
  public static final Duration LONG = Duration.ofHours(4);

  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final Duration LEAST_MORE = Duration.ofMinutes(30);
  private static final int TIMES = 3;
  private static final LocalTime ASLEEP = LocalTime.of(2, 0);
  private static final LocalTime AWAKE = LocalTime.of(5, 0);

  private Doubt() {}

  /** Sentences for its worker; none if nothing is doubtful. */
  public static List<Reason> of(Timer timer, Instant now, ZoneId zone) {
    List<Reason> reasons = new ArrayList<>();
    Duration active = timer.active(now);
    if (active.compareTo(LONG) > 0)
      reasons.add(Reason.of("timer-ran-for").with("time", words(active)));
    Duration usual = timer.task().usual();
    if (usual != null && usual.isPositive() && active.compareTo(farBeyond(usual)) > 0)
      reasons.add(
          Reason.of("timer-ran-beyond").with("usual", words(usual)).with("time", words(active)));
    Duration allowed = timer.task().allowed();
    if (allowed != null && timer.elapsed(now).compareTo(allowed.plus(GRACE)) > 0)
      reasons.add(Reason.of("timer-allowed").with("allowed", words(allowed)));
    if (isThroughNight(timer, now, zone)) reasons.add(Reason.of("timer-through-night"));
    return reasons;
  }

  private static Duration farBeyond(Duration usual) {
    Duration times = usual.multipliedBy(TIMES);
    Duration more = usual.plus(LEAST_MORE);
    return times.compareTo(more) > 0 ? times : more;
  }

  private static boolean isThroughNight(Timer timer, Instant now, ZoneId zone) {
    if (timer.isInBreak()) return false;
    LocalDate first = timer.started().atZone(zone).toLocalDate();
    LocalDate last = timer.end(now).atZone(zone).toLocalDate();
    if (first.plusDays(2).isBefore(last)) return true;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1))
      if (covers(timer, now, day.atTime(ASLEEP).atZone(zone), day.atTime(AWAKE).atZone(zone)))
        return true;
    return false;
  }

  /** Whether it ran from one moment to the other, without a break that covers half of it. */
  private static boolean covers(Timer timer, Instant now, ZonedDateTime from, ZonedDateTime to) {
    Instant start = from.toInstant();
    Instant end = to.toInstant();
    if (timer.started().isAfter(start) || timer.end(now).isBefore(end)) return false;
    Duration rest = Duration.ZERO;
    for (Timer.Break pause : timer.breaks()) {
      Instant a = pause.from().isBefore(start) ? start : pause.from();
      Instant until = pause.to() == null ? timer.end(now) : pause.to();
      Instant b = until.isAfter(end) ? end : until;
      if (a.isBefore(b)) rest = rest.plus(Duration.between(a, b));
    }
    return rest.multipliedBy(2).compareTo(Duration.between(start, end)) < 0;
  }

  /** "12 min", "9 h 12 min". */
  static String words(Duration span) {
    long minutes = Math.max(1, span.plusSeconds(30).toMinutes());
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
