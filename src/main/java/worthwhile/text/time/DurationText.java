package worthwhile.text.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as people and interfaces write them. */
public final class DurationText {
  /** Nobody states a longer one as the time that work takes; a longer number is something else. */
  private static final Duration LONGEST = Duration.ofDays(3660);

  private static final int MAX_LENGTH = 400;
  private static final Pattern ISO =
      Pattern.compile("\\bP(?=[0-9T])(?:[0-9.]+[DW])?(?:T(?:[0-9.]+[HMS])+)?\\b");
  private static final Pattern ISO_PART = Pattern.compile("([0-9.]+)([WDHMS])");
  private static final Pattern NEGATIVE = Pattern.compile("\\s*[-−–]\\s?\\d");
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d:.,])(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?(?![\\d:])");
  private static final Pattern DAY_TIME =
      Pattern.compile("\\G\\s*(?:a|p)\\.?m\\b", Pattern.CASE_INSENSITIVE);

  private DurationText() {}

  /**
   * "about 3 min", "45 minutes", "1h 30", "PT10M", "half an hour"; "4:30" is minutes and seconds,
   * "1:05:30" hours; the mean of a range; what a plus joins together; else the first span if there
   * are several. Absent for a number without a unit, for 0 and for what begins with a minus.
   */
  public static Optional<Duration> parse(String text) {
    if (text == null || text.isBlank() || NEGATIVE.matcher(text).lookingAt())
      return Optional.empty();
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    return iso(bounded.strip())
        .or(() -> TimeSpan.find(bounded).map(TimeSpan::duration))
        .or(() -> clock(bounded))
        .filter(span -> span.isPositive() && span.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> iso(String text) {
    Matcher found = ISO.matcher(text);
    if (!found.find() || found.group().equals("PT")) return Optional.empty();
    try {
      Duration all = Duration.ZERO;
      Matcher part = ISO_PART.matcher(found.group());
      while (part.find()) all = all.plus(of(new BigDecimal(part.group(1)), seconds(part.group(2))));
      return Optional.of(all);
    } catch (ArithmeticException | NumberFormatException notIso) {
      return Optional.empty(); // It only looked like ISO 8601: absent is the answer.
    }
  }

  private static long seconds(String isoUnit) {
    return switch (isoUnit) {
      case "W" -> 604_800;
      case "D" -> 86_400;
      case "H" -> 3600;
      case "M" -> 60;
      default -> 1;
    };
  }

  private static Optional<Duration> clock(String text) {
    Matcher found = CLOCK.matcher(text);
    if (!found.find() || DAY_TIME.matcher(text).region(found.end(), text.length()).find())
      return Optional.empty();
    return Optional.of(ofClock(found.group(1), found.group(2), found.group(3)));
  }

  /** "4:30" is 4 minutes 30 seconds; "1:05:30" has hours in front. */
  public static Duration ofClock(String first, String second, @Nullable String third) {
    long a = Long.parseLong(first);
    long b = Long.parseLong(second);
    return third == null
        ? Duration.ofSeconds(a * 60 + b)
        : Duration.ofSeconds(a * 3600 + b * 60 + Long.parseLong(third));
  }

  /** An amount of a unit that lasts so many seconds; to the tenth of a second. */
  public static Duration of(BigDecimal amount, long unitSeconds) {
    BigDecimal seconds = amount.multiply(BigDecimal.valueOf(unitSeconds));
    return Duration.ofMillis(
        seconds.setScale(1, RoundingMode.HALF_UP).movePointRight(3).longValue());
  }
}
