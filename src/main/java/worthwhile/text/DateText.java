package worthwhile.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Points in time as pages, feeds and interfaces write them. */
public final class DateText {
  private DateText() {}

  /**
   * What is known around the text.
   *
   * @param locale of month and day names
   * @param zone for dates that carry none; a date alone is the start of its day there
   * @param at when the page was fetched, for "today", "3 hours ago" and dates without a year
   */
  public record Context(Locale locale, ZoneId zone, Instant at) {}

  /**
   * ISO 8601 in all its sloppy forms, RFC 1123, epoch seconds or milliseconds, relative, spelled.
   */
  public static Optional<Instant> parse(String text, Context context) {
    throw new UnsupportedOperationException();
  }

  /**
   * By a pattern: {@code rfc1123}, {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, {@code
   * relative} or one of {@link java.time.format.DateTimeFormatter}'s.
   */
  public static Optional<Instant> parse(String text, String pattern, Context context) {
    throw new UnsupportedOperationException();
  }
}
