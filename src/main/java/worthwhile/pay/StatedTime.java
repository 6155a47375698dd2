package worthwhile.pay;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a title or description says a task takes: "a 10-minute survey", "takes about 5
 * minutes". Limits ("you have 60 minutes"), dates ("paid within 24 hours") and lengths of
 * recordings ("a 3 minute video") are none.
 */
final class StatedTime {
  private static final int LONGEST_TEXT = 4000;
  private static final double LONGEST_SECONDS = 4 * 3600;

  private static final String SPAN =
      "(\\d{1,3}(?:\\.\\d)?)(?:\\s*(?:-|–|to)\\s*(\\d{1,3}(?:\\.\\d)?))?[\\s-]*"
          + "(sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?)\\b";
  private static final String KIND =
      "(?:\\W+\\w+){0,2}?\\W+(?:survey|questionnaire|study|task|hit|experiment|game|test|poll|"
          + "quiz|job|interview)\\b";
  private static final String CUE =
      "\\b(?:takes?|taking|take you|lasts?|about|around|approximately|approx\\.?|roughly|only|"
          + "estimated(?: time)?:?|duration:?|length:?|less than|under|within about)\\s+"
          + "(?:you\\s+)?(?:only\\s+|just\\s+)?(?:about\\s+|around\\s+|approximately\\s+|~\\s*)?";
  private static final Pattern OF_TASK =
      Pattern.compile(SPAN + "(?:\\s+long)?" + KIND, Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER_CUE =
      Pattern.compile(
          CUE + SPAN + "(?!\\W+(?:of\\s+)?(?:video|audio|recording|clip|ago|after))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RECORDING =
      Pattern.compile("(?:video|audio|recording|clip|film|song)", Pattern.CASE_INSENSITIVE);

  private StatedTime() {}

  /** Seconds, the geometric middle of a range; absent if nothing is said. */
  static OptionalDouble of(String title, @Nullable String description) {
    String text = title + " . " + (description == null ? "" : description);
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    if (!hasDigit(bounded)) return OptionalDouble.empty();
    Optional<Double> found = first(OF_TASK, bounded).or(() -> first(AFTER_CUE, bounded));
    return found.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') return true;
    return false;
  }

  private static Optional<Double> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (RECORDING.matcher(matcher.group()).find()) continue;
      double seconds = seconds(matcher);
      if (seconds >= 2 && seconds <= LONGEST_SECONDS) return Optional.of(seconds);
    }
    return Optional.empty();
  }

  private static double seconds(Matcher matcher) {
    double low = Double.parseDouble(matcher.group(1));
    double high = matcher.group(2) == null ? low : Double.parseDouble(matcher.group(2));
    double unit =
        switch (matcher.group(3).toLowerCase(Locale.ROOT).charAt(0)) {
          case 's' -> 1;
          case 'm' -> 60;
          default -> 3600;
        };
    return Math.sqrt(low * high) * unit;
  }
}
