package worthwhile.text.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates written out, in any order of their parts: found as a day, a time and a zone. */
final class SpelledDate {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)(?<y>20\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?=T\\d|$)");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(?<y>\\d{4})\\s?[年년]\\s?(?<m>\\d{1,2})\\s?[月월]\\s?(?<d>\\d{1,2})\\s?[日일]");
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d:])(?<a>\\d{1,2})(?<mark>[./-])(?<b>\\d{1,2})\\k<mark>(?<y>\\d{4}|\\d{2})(?![\\d:])");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "^\\D{0,20}(?<y>(?:19|20)\\d{2})[\\s,./-]{1,3}(?<name>\\p{L}{3,12})\\.?[\\s./-]{1,2}(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])",
          CASELESS);

  /** What may follow a year of two digits; before a noun it would be a number of things. */
  private static final String ENDS =
      "(?=\\s*(?:$|[,;()|·@–-]|(?:at|um|à|kl|o|le)\\b|\\d{1,2}[:.h]\\d{2}|\\d{1,2}\\s?[ap]\\.?m\\b))(?!\\s?[:.]\\d)";

  private static final Pattern SPELLED =
      Pattern.compile(
          "(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s/-]*(?:de |of )?(?<name>\\p{L}{3,12})\\.?(?:[\\s,'’/-]+(?:de |del )?(?<y>\\d{4})(?![\\d:])|(?:,?\\s?['’]|[-/]|,?\\s)(?<yy>\\d{2})(?![\\d:])"
              + ENDS
              + ")?"
              + "|(?<name2>\\p{L}{3,12})\\.?[\\s/-]+(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:[\\s,/-]+(?<y2>\\d{4})(?![\\d:])|(?:,?\\s?['’]|[-/]|,?\\s)(?<yy2>\\d{2})(?![\\d:])"
              + ENDS
              + ")?",
          CASELESS);

  /** A year that stands apart from its day: "Wed Sep 02 02:00:00 UTC 2026". */
  private static final Pattern YEAR = Pattern.compile("(?<![\\d:./+-])(?:19|20)\\d{2}(?![\\d:])");

  private SpelledDate() {}

  static Optional<Instant> parse(String text, DateText.Context context) {
    try {
      return Optional.ofNullable(day(text, context)).map(day -> instant(text, day, context));
    } catch (DateTimeException impossible) {
      return Optional.empty(); // 30 February, 25 o'clock, a zone nobody knows: no such time.
    }
  }

  private static Instant instant(String text, Day day, DateText.Context context) {
    String after = text.substring(day.end);
    String rest = text.substring(0, day.start) + (after.startsWith("T") ? "0" : " ") + after;
    Optional<ZoneId> ofDay = ZoneText.ofDay(after);
    Optional<ClockTime> time = ofDay.isPresent() ? Optional.empty() : ClockTime.find(rest);
    if (time.isEmpty()) return day.date.atStartOfDay(ofDay.orElse(context.zone())).toInstant();
    ZoneId zone = ZoneText.of(rest, time.get(), day.byNumbers).orElse(context.zone());
    return time.get().on(day.date, zone).toInstant();
  }

  /**
   * @param byNumbers whether it is a year, a month and a day in figures, as machines write it
   */
  private record Day(LocalDate date, int start, int end, boolean byNumbers) {}

  private static @Nullable Day day(String text, DateText.Context context) {
    for (Pattern pattern : List.of(ISO, EAST_ASIAN, COMPACT)) {
      Matcher found = pattern.matcher(text);
      if (found.find())
        return day(found, number(found, "y"), number(found, "m"), number(found, "d"), true);
    }
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.find()) return numeric(numeric, context);
    Matcher first = YEAR_FIRST.matcher(text);
    OptionalInt month =
        first.find() ? month(first.group("name"), context.locale()) : OptionalInt.empty();
    return month.isPresent()
        ? day(first, number(first, "y"), month.getAsInt(), number(first, "d"), false)
        : spelled(text, context);
  }

  private static Day day(Matcher found, int year, int month, int day, boolean byNumbers) {
    return new Day(LocalDate.of(year, month, day), found.start(), found.end(), byNumbers);
  }

  private static @Nullable Day spelled(String text, DateText.Context context) {
    Matcher found = SPELLED.matcher(text);
    int from = 0;
    while (from < text.length() && found.find(from)) {
      String end = found.group("name") != null ? "" : "2";
      OptionalInt month = month(found.group("name" + end), context.locale());
      if (month.isPresent()) return spelled(found, end, month.getAsInt(), text, context);
      from = found.start() + 1;
    }
    return null;
  }

  private static Day spelled(
      Matcher found, String end, int month, String text, DateText.Context context) {
    int day = number(found, "d" + end);
    String year = found.group("y" + end) != null ? found.group("y" + end) : found.group("yy" + end);
    if (year == null) year = elsewhere(text, found);
    return year == null
        ? new Day(
            DateText.nearest(MonthDay.of(month, day), context), found.start(), found.end(), false)
        : day(found, year(year, context), month, day, false);
  }

  private static @Nullable String elsewhere(String text, Matcher day) {
    Matcher year = YEAR.matcher(text.substring(0, day.start()) + " " + text.substring(day.end()));
    return year.find() ? year.group() : null;
  }

  /**
   * 03/04/2026 is March in the United States and April elsewhere; 13 can only be a day. Dots part
   * the day from the month everywhere.
   */
  private static Day numeric(Matcher found, DateText.Context context) {
    int a = number(found, "a");
    int b = number(found, "b");
    int year = year(found.group("y"), context);
    boolean dots = found.group("mark").equals(".");
    boolean monthFirst = a <= 12 && (b > 12 || (!dots && isMonthFirst(context.locale())));
    return day(found, year, monthFirst ? a : b, monthFirst ? b : a, false);
  }

  private static boolean isMonthFirst(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    return pattern.indexOf('M') < pattern.indexOf('d');
  }

  /** Two digits are of this century unless that were more than twenty years ahead. */
  private static int year(String text, DateText.Context context) {
    int year = Integer.parseInt(text);
    if (text.length() > 2) return year;
    return 2000 + year > context.at().atZone(context.zone()).getYear() + 20
        ? 1900 + year
        : 2000 + year;
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }

  private static OptionalInt month(String name, Locale locale) {
    OptionalInt own = MonthNames.number(name, locale);
    if (own.isPresent()) return own;
    OptionalInt english = MonthNames.number(name, Locale.ENGLISH);
    return english.isPresent() ? english : MonthNames.numberInAnyLanguage(name);
  }
}
