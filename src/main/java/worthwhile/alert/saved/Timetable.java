package worthwhile.alert.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a reader wants messages, by the clocks of her own place, which are put forward and back.
 *
 * @param zone her time zone
 */
public record Timetable(Rhythm rhythm, Optional<QuietHours> quiet, ZoneId zone) {
  /** When what is found at a moment is to be sent; not before that moment. */
  public Instant due(Instant found) {
    Instant wanted =
        switch (rhythm) {
          case Rhythm.Instantly _ -> found;
          case Rhythm.Digest digest -> next(digest, found);
        };
    return quietUntil(wanted).orElse(wanted);
  }

  /** When the quiet hours end in which a moment lies; absent if it lies in none. */
  public Optional<Instant> quietUntil(Instant at) {
    return quiet.filter(hours -> hours.covers(local(at))).map(hours -> end(hours, at));
  }

  /** Days since 1970 of the reader's own calendar. */
  public long day(Instant at) {
    return at.atZone(zone).toLocalDate().toEpochDay();
  }

  private LocalTime local(Instant at) {
    return at.atZone(zone).toLocalTime();
  }

  /** A time that a day does not have, since clocks are put forward over it, is the next it has. */
  private Instant next(Rhythm.Digest digest, Instant found) {
    LocalDate today = found.atZone(zone).toLocalDate();
    for (LocalDate day = today; ; day = day.plusDays(1))
      for (LocalTime time : digest.at()) {
        Instant at = ZonedDateTime.of(day, time, zone).toInstant();
        if (at.isAfter(found)) return at;
      }
  }

  /** A time that a day has twice, since clocks are put back over it, ends what began after it. */
  private Instant end(QuietHours hours, Instant from) {
    LocalDate today = from.atZone(zone).toLocalDate();
    for (LocalDate day = today; ; day = day.plusDays(1)) {
      ZonedDateTime first = ZonedDateTime.of(day, hours.until(), zone);
      Instant second = first.withLaterOffsetAtOverlap().toInstant();
      if (first.toInstant().isAfter(from)) return first.toInstant();
      if (second.isAfter(from)) return second;
    }
  }
}
