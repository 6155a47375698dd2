package worthwhile.text.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in a text: "10:12 AM", "14.05", "9pm", "14 Uhr", "15:52:34.19", "24:00".
 *
 * @param endOfDay true for 24:00, which is the start of the next day
 * @param exact whether seconds are stated, as machines do
 */
record ClockTime(LocalTime time, boolean endOfDay, boolean exact, int start, int end) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d-])(?<h>\\d{1,2})[:.h](?<m>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*)?)?(?![\\d.])\\s?(?<half>[ap]\\.?m\\b\\.?)?"
              + "|(?<![\\d.:-])(?<h2>\\d{1,2})\\s?(?<half2>[ap]\\.?m\\b)"
              + "|(?<=\\dT)(?<h3>\\d{2})(?:(?<m3>\\d{2})(?<s3>\\d{2})?(?!\\d)|(?=Z|[+−-]\\d|$))"
              + "|(?<![\\d.:+−-])(?<h4>\\d{1,2})\\s?(?:Uhr|o['’]?clock|h)(?![\\p{L}\\d])",
          CASELESS);

  private static final List<String> MORNING = List.of("午前", "上午", "오전");
  private static final List<String> AFTERNOON = List.of("午後", "下午", "오후");

  /**
   * The first time of day anywhere in a text; absent where there is none.
   *
   * @throws DateTimeException where it is none, such as 25:99
   */
  static Optional<ClockTime> find(String text) {
    Matcher found = TIME.matcher(text);
    return found.find() ? Optional.of(read(found, text)) : Optional.empty();
  }

  private static ClockTime read(Matcher found, String text) {
    int hour = number(found, "h") + number(found, "h2") + number(found, "h3") + number(found, "h4");
    int minute = number(found, "m") + number(found, "m3");
    int second = Math.min(59, number(found, "s") + number(found, "s3"));
    String half = found.group("half") != null ? found.group("half") : found.group("half2");
    if (half == null) half = before(text, found.start());
    if (half == null && hour == 24 && minute == 0 && second == 0)
      return new ClockTime(LocalTime.MIN, true, true, found.start(), found.end());
    String fraction = found.group("f") == null ? "0" : found.group("f");
    int nano = Integer.parseInt((fraction + "00000000").substring(0, 9));
    boolean exact = found.group("s") != null || found.group("h3") != null;
    LocalTime time = LocalTime.of(half(hour, half), minute, second, nano);
    return new ClockTime(time, false, exact, found.start(), found.end());
  }

  /** This time on a day. */
  ZonedDateTime on(LocalDate day, ZoneId zone) {
    return (endOfDay ? day.plusDays(1) : day).atTime(time).atZone(zone);
  }

  /** Chinese, Japanese and Korean name the half of the day before the hour. */
  private static @Nullable String before(String text, int start) {
    String lead = text.substring(0, start).stripTrailing();
    if (AFTERNOON.stream().anyMatch(lead::endsWith)) return "pm";
    return MORNING.stream().anyMatch(lead::endsWith) ? "am" : null;
  }

  private static int half(int hour, @Nullable String half) {
    if (half == null) return hour;
    if (hour > 12) throw new DateTimeException(hour + " " + half);
    return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
  }

  private static int number(Matcher found, String group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }
}
