package worthwhile.alert.saved;

import java.time.LocalTime;

/**
 * Hours of the reader's day in which messages wait; looking for matches goes on.
 *
 * @param from when they begin
 * @param until when they end: the next day where that is earlier
 */
public record QuietHours(LocalTime from, LocalTime until) {
  public QuietHours {
    if (from.equals(until))
      throw new IllegalArgumentException("quiet hours that begin and end at " + from);
  }

  boolean covers(LocalTime time) {
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }
}
