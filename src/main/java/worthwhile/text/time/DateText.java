package worthwhile.text.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as pages, feeds and interfaces write them. */
public final class DateText {
  /** A longer text is not a date, whatever it contains. */
  private static final int MAX_LENGTH = 120;

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Pattern EPOCH =
      Pattern.compile("(\\d{9,10})(?:\\.\\d{1,9})?|(\\d{12,13})(?:\\.\\d{1,9})?");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

  /** As programs write it: no words in which anything else could be meant. */
  private static final Pattern STAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

  /** As ASP.NET writes it into JSON; the offset only says where the day is shown. */
  private static final Pattern MILLISECONDS_IN_WORDS =
      Pattern.compile("\\\\?/Date\\((\\d{9,14})(?:[+-]\\d{4})?\\)\\\\?/");

  private DateText() {}

  /**
   * What is known around the text.
   *
   * @param locale of month and day names, and of the order in 03/04/2026
   * @param zone for dates that carry none; a date alone is the start of its day there
   * @param at when the page was fetched, for "today", "3 hours ago" and dates without a year
   */
  public record Context(Locale locale, ZoneId zone, Instant at) {}

  /**
   * ISO 8601 in all its sloppy forms, RFC 1123 and 822, Java's {@code Date.toString()}, epoch
   * seconds or milliseconds, relative ("3 hours ago", "gestern, 14:05"), spelled in the locale's
   * language or English. A year or zone that stands there counts; one that nobody knows makes the
   * date absent. A date without a year is the one nearest to {@code at}. Impossible dates (30
   * February, 0000-00-00), dates before 1990 and after 2099, and texts that hold no day are absent.
   */
  public static Optional<Instant> parse(String text, Context context) {
    return parse(text, context, false);
  }

  /**
   * The same for an end that is still to come: "3 days" are left, "Friday" is the next one.
   * "Closes" and "until" say so by themselves.
   */
  public static Optional<Instant> parseDeadline(String text, Context context) {
    return parse(text, context, true);
  }

  private static Optional<Instant> parse(String text, Context context, boolean ahead) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) return Optional.empty();
    if (STAMP.matcher(text).matches())
      return SpelledDate.parse(text, context).filter(DateText::isSane);
    String clean = BLANKS.matcher(text).replaceAll(" ").strip();
    return epoch(clean)
        .or(() -> RelativeDate.parse(clean, context, ahead))
        .or(() -> SpelledDate.parse(clean, context))
        .filter(DateText::isSane);
  }

  /**
   * By a pattern: {@code rfc1123}, {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, {@code
   * relative} or one of {@link DateTimeFormatter}'s, strict about impossible dates. A text that
   * does not fit is absent.
   *
   * @throws IllegalArgumentException if the pattern itself is none; {@link #requirePattern} tells
   *     before
   */
  public static Optional<Instant> parse(String text, String pattern, Context context) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) return Optional.empty();
    String clean = BLANKS.matcher(text).replaceAll(" ").strip();
    return switch (pattern) {
      case "rfc1123", "iso" -> SpelledDate.parse(clean, context).filter(DateText::isSane);
      case "epoch-seconds" -> number(clean, 1000).filter(DateText::isSane);
      case "epoch-millis" -> number(clean, 1).filter(DateText::isSane);
      case "relative" -> RelativeDate.parse(clean, context, false).filter(DateText::isSane);
      default -> byPattern(clean, pattern, context).filter(DateText::isSane);
    };
  }

  /** Throws IllegalArgumentException, with the reason, if this is no pattern for dates. */
  public static void requirePattern(String pattern) {
    switch (pattern) {
      case "rfc1123", "iso", "epoch-seconds", "epoch-millis", "relative" -> {}
      default -> formatter(pattern, Locale.ROOT);
    }
  }

  private static boolean isSane(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }

  private static Optional<Instant> epoch(String text) {
    Matcher words = MILLISECONDS_IN_WORDS.matcher(text);
    if (words.matches()) return number(words.group(1), 1);
    Matcher found = EPOCH.matcher(text);
    if (!found.matches()) return Optional.empty();
    return number(text, found.group(1) != null ? 1000 : 1);
  }

  private static Optional<Instant> number(String text, int millis) {
    try {
      return Optional.of(
          Instant.ofEpochMilli(
              new java.math.BigDecimal(text)
                  .multiply(java.math.BigDecimal.valueOf(millis))
                  .longValue()));
    } catch (NumberFormatException | DateTimeException notANumber) {
      return Optional.empty(); // The text does not fit the pattern: absent is the answer.
    }
  }

  private static Optional<Instant> byPattern(String text, String pattern, Context context) {
    Optional<Instant> own = byFormatter(text, formatter(pattern, context.locale()), context);
    return own.or(() -> byFormatter(text, formatter(pattern, Locale.ENGLISH), context));
  }

  private static Optional<Instant> byFormatter(
      String text, DateTimeFormatter formatter, Context context) {
    try {
      return instant(formatter.parse(text), context);
    } catch (DateTimeException doesNotFit) {
      return Optional.empty(); // The text does not fit the pattern: absent is the answer.
    }
  }

  /** Strict resolution knows only "u" for the year; whoever writes "y" means the same. */
  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    StringBuilder strict = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\'') quoted = !quoted;
      strict.append(c == 'y' && !quoted ? 'u' : c);
    }
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(strict.toString())
        .toFormatter(locale)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static Optional<Instant> instant(TemporalAccessor parsed, Context context) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) return Optional.of(Instant.from(parsed));
    ZoneId zone = Optional.ofNullable(parsed.query(TemporalQueries.zone())).orElse(context.zone());
    LocalTime time =
        Optional.ofNullable(parsed.query(TemporalQueries.localTime())).orElse(LocalTime.MIN);
    LocalDate date = parsed.query(TemporalQueries.localDate());
    if (date == null && parsed.isSupported(ChronoField.MONTH_OF_YEAR))
      date = nearest(MonthDay.from(parsed), context);
    if (date == null && parsed.query(TemporalQueries.localTime()) != null)
      date = LocalDate.ofInstant(context.at(), zone);
    return Optional.ofNullable(date)
        .map(day -> LocalDateTime.of(day, time).atZone(zone).toInstant());
  }

  /**
   * The date of this day and month that lies nearest to when the page was fetched.
   *
   * @throws DateTimeException if it is 29 February and that year has none
   */
  static LocalDate nearest(MonthDay day, Context context) {
    LocalDate today = LocalDate.ofInstant(context.at(), context.zone());
    int year = today.getYear();
    long days = day.atYear(year).toEpochDay() - today.toEpochDay();
    if (days > 183) year--;
    if (days < -183) year++;
    return LocalDate.of(year, day.getMonth(), day.getDayOfMonth());
  }
}
