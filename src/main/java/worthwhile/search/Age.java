package worthwhile.search;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in a URL: 90m, 24h, 7d, 2w, or ISO 8601. */
final class Age {
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,7})([mhdw])");

  private Age() {}

  static Optional<Duration> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(lower);
    if (!matcher.matches()) return iso(text);
    long n = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(n);
          case "h" -> Duration.ofHours(n);
          case "d" -> Duration.ofDays(n);
          default -> Duration.ofDays(7 * n);
        });
  }

  /** The shortest text that {@link #read} reads back; a day is 24h, more days are counted. */
  static String write(Duration age) {
    if (!age.truncatedTo(ChronoUnit.MINUTES).equals(age)) return age.toString();
    long minutes = age.toMinutes();
    if (minutes % 1440 == 0 && minutes > 1440) return minutes / 1440 + "d";
    return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }
}
