package worthwhile.text.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern SPELLED =
      Pattern.compile(
          "(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]*(?:de |of )?(?<name>\\p{L}{3,12})\\.?(?:[\\s,'’-]+(?:de |del )?(?<y>\\d{4}|(?<=['’-])\\d{2})(?![\\d:]))?"
              + "|(?<name2>\\p{L}{3,12})\\.?[\\s-]+(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:[\\s,-]+(?<y2>\\d{4})(?![\\d:]))?",
          CASELESS);

  /**
   * RFC 822 with its two-digit year, and Java's {@code Date.toString()} with its year at the end.
   */
  private static final Pattern YEAR_AT_END = Pattern.compile("(?<!\\d)(?<y>(?:19|20)\\d{2})$");

  private static final Pattern RFC_822 =
      Pattern.compile("(?<d>\\d{1,2}) (?<name>\\p{L}{3}) (?<y>\\d{2})(?= \\d{1,2}:)");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d-])(?<h>\\d{1,2})[:.h](?<m>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*)?)?(?![\\d.])\\s?(?<half>[ap]\\.?m\\b\\.?)?|(?<![\\d.:-])(?<h2>\\d{1,2})\\s?(?<half2>[ap]\\.?m\\b)|(?<=\\dT)(?<h3>\\d{2})(?<m3>\\d{2})(?<s3>\\d{2})?(?!\\d)",
          CASELESS);
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:^|(?<=[\\d\\s])|GMT|UTC)\\s?(?<sign>[+−-])(?<h>\\d{2}):?(?<m>\\d{2})?$|(?<z>(?<=\\d)Z$)");
  private static final Pattern ZONE =
      Pattern.compile(
          "\\b(UTC|GMT|UT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|WET|WEST|CET|CEST|MEZ|MESZ|EET|EEST|MSK|JST|AEST|AEDT|NZST|NZDT)\\b");

  private static final List<String> MORNING = List.of("午前", "上午", "오전");
  private static final List<String> AFTERNOON = List.of("午後", "下午", "오후");

  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BST", 1),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("MEZ", 1),
          Map.entry("CEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13));

  private SpelledDate() {}

  static Optional<Instant> parse(String text, DateText.Context context) {
    try {
      Day day = day(text, context);
      if (day == null) return Optional.empty();
      String rest = text.substring(0, day.start) + " " + text.substring(day.end);
      String times = rest.replaceFirst("^\\s*T(?=\\d)", " ");
      Optional<LocalTime> time =
          time(
              day.end < text.length() && text.charAt(day.end) == 'T'
                  ? "0" + text.substring(day.end)
                  : times);
      ZoneId zone =
          time.isPresent()
              ? zone(text.substring(day.start).isEmpty() ? text : rest.strip(), context)
              : context.zone();
      return Optional.of(day.date.atTime(time.orElse(LocalTime.MIN)).atZone(zone).toInstant());
    } catch (DateTimeException impossible) {
      return Optional.empty(); // 30 February, 25 o'clock: there is no such time.
    }
  }

  /** Whether a text holds a time of day and no other number. */
  static boolean isTimeOnly(String text) {
    Matcher found = TIME.matcher(text);
    return found.find() && found.replaceFirst("").chars().noneMatch(Character::isDigit);
  }

  /** A time of day anywhere in a text: "10:12 AM", "14.05", "9pm", "15:52:34.19". */
  static Optional<LocalTime> time(String text) {
    Matcher found = TIME.matcher(text);
    if (!found.find()) return Optional.empty();
    try {
      if (found.group("h3") != null)
        return Optional.of(
            LocalTime.of(
                number(found, "h3"),
                number(found, "m3"),
                found.group("s3") == null ? 0 : number(found, "s3")));
      if (found.group("h2") != null)
        return Optional.of(LocalTime.of(half(number(found, "h2"), found.group("half2")), 0));
      String half = found.group("half") != null ? found.group("half") : before(text, found.start());
      int hour = half(number(found, "h"), half);
      int second = found.group("s") == null ? 0 : number(found, "s");
      String fraction = found.group("f") == null ? "0" : found.group("f");
      int nano = Integer.parseInt((fraction + "00000000").substring(0, 9));
      return Optional.of(LocalTime.of(hour, number(found, "m"), Math.min(second, 59), nano));
    } catch (DateTimeException impossible) {
      return Optional.empty(); // 25:99 is no time of day.
    }
  }

  /** Chinese, Japanese and Korean name the half of the day before the hour. */
  private static String before(String text, int start) {
    String lead = text.substring(0, start).stripTrailing();
    if (AFTERNOON.stream().anyMatch(lead::endsWith)) return "pm";
    return MORNING.stream().anyMatch(lead::endsWith) ? "am" : null;
  }

  private static int half(int hour, String half) {
    if (half == null) return hour;
    if (hour > 12) throw new DateTimeException(hour + " " + half);
    return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
  }

  private record Day(LocalDate date, int start, int end) {}

  private static Day day(String text, DateText.Context context) {
    for (Pattern pattern : new Pattern[] {ISO, EAST_ASIAN, COMPACT}) {
      Matcher found = pattern.matcher(text);
      if (found.find())
        return new Day(
            LocalDate.of(number(found, "y"), number(found, "m"), number(found, "d")),
            found.start(),
            found.end());
    }
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.find())
      return new Day(numeric(numeric, context.locale()), numeric.start(), numeric.end());
    Matcher rfc = RFC_822.matcher(text);
    if (rfc.find() && month(rfc.group("name"), context.locale()).isPresent())
      return new Day(
          LocalDate.of(
              year(rfc.group("y")),
              month(rfc.group("name"), context.locale()).getAsInt(),
              number(rfc, "d")),
          rfc.start(),
          rfc.end());
    return spelled(text, context);
  }

  private static Day spelled(String text, DateText.Context context) {
    Matcher found = SPELLED.matcher(text);
    int from = 0;
    while (from < text.length() && found.find(from)) {
      boolean first = found.group("name") != null;
      OptionalInt month = month(found.group(first ? "name" : "name2"), context.locale());
      if (month.isEmpty()) {
        from = found.start() + 1;
        continue;
      }
      int day = number(found, first ? "d" : "d2");
      String year = found.group(first ? "y" : "y2");
      Matcher end = YEAR_AT_END.matcher(text);
      if (year == null && end.find(found.end())) year = end.group("y");
      LocalDate date =
          year == null
              ? DateText.nearest(MonthDay.of(month.getAsInt(), day), context)
              : LocalDate.of(year(year), month.getAsInt(), day);
      return new Day(date, found.start(), found.end());
    }
    return null;
  }

  /**
   * 03/04/2026 is March in the United States and April elsewhere; 13 can only be a day. Dots part
   * the day from the month everywhere.
   */
  private static LocalDate numeric(Matcher found, Locale locale) {
    int a = number(found, "a");
    int b = number(found, "b");
    boolean monthFirst = (!found.group("mark").equals(".") && isMonthFirst(locale)) || b > 12;
    if (a > 12) monthFirst = false;
    return monthFirst
        ? LocalDate.of(year(found.group("y")), a, b)
        : LocalDate.of(year(found.group("y")), b, a);
  }

  private static boolean isMonthFirst(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    return pattern.indexOf('M') < pattern.indexOf('d');
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return year < 100 ? 2000 + year : year;
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

  private static ZoneId zone(String rest, DateText.Context context) {
    String text =
        YEAR_AT_END.matcher(rest).replaceFirst("").strip().replaceFirst("\\s*\\([^)]*\\)$", "");
    Matcher offset = OFFSET.matcher(text);
    if (offset.find()) {
      if (offset.group("z") != null) return ZoneOffset.UTC;
      int minutes =
          number(offset, "h") * 60 + (offset.group("m") == null ? 0 : number(offset, "m"));
      return ZoneOffset.ofTotalSeconds((offset.group("sign").equals("+") ? 60 : -60) * minutes);
    }
    Matcher named = ZONE.matcher(text);
    if (!named.find()) return context.zone();
    return ZoneOffset.ofHours(HOURS.getOrDefault(named.group(), 0));
  }
}
