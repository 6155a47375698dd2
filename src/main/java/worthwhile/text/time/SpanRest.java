package worthwhile.text.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows a span and belongs to it: "1h 30", "an hour and a half", "2 min 30 sec". */
final class SpanRest {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern HALF =
      Pattern.compile(
          "\\s(?:and|und|et|y|e|en)\\s(?:(?:an?|une?|una?|ein(?:e[nr]?)?|een)\\s)?"
              + "(?:(?<half>half|1/2|½|halbe?|demie?|media|mezz[ao]|meia)|(?<quarter>quarter|viertel|quart)|(?<three>three quarters))(?![\\p{L}-]|\\s(?:an?|hour|minute)\\b)",
          CASELESS);

  /** A smaller unit, joined by nothing, a blank, a comma or "and". */
  private static final Pattern SMALLER =
      Pattern.compile(
          "\\s*+(?:(?<comma>,)\\s*+|(?:and|und|et|y|e|en|и|&|\\+)\\s++)?(?:(?<n>\\d{1,2})[\\s-]?|(?<word>"
              + SpanNumber.WORDS
              + ")[\\s-])"
              + TimeSpan.UNIT,
          CASELESS);

  /** "1h 30", "1 hr 30": minutes without their unit. */
  private static final Pattern BARE_MINUTES =
      Pattern.compile("\\s?(?<n>[0-5]?\\d)(?![\\p{L}\\p{N}:.,%/-]|\\s?[%$€£]|\\s?-\\s?\\d)");

  private SpanRest() {}

  /** The span with what follows it; the same where nothing does. */
  static TimeSpan added(TimeSpan span, long unit, String text) {
    Matcher half = at(HALF, span, text);
    if (half.lookingAt()) {
      String part =
          half.group("half") != null ? "0.5" : half.group("quarter") != null ? "0.25" : "0.75";
      return longer(span, DurationText.of(new BigDecimal(part), unit), half.end());
    }
    Matcher smaller = at(SMALLER, span, text);
    if (smaller.lookingAt()) {
      long below = TimeSpan.seconds(smaller);
      String number = smaller.group("n") != null ? smaller.group("n") : smaller.group("word");
      Duration more = DurationText.of(SpanNumber.of(number), below);
      boolean rest =
          more.compareTo(Duration.ofSeconds(unit)) < 0
              && (unit <= 3600 || smaller.group("comma") == null);
      return rest ? added(longer(span, more, smaller.end()), below, text) : span;
    }
    if (unit != 3600) return span;
    Matcher bare = at(BARE_MINUTES, span, text);
    return bare.lookingAt()
        ? longer(span, Duration.ofMinutes(Integer.parseInt(bare.group("n"))), bare.end())
        : span;
  }

  private static Matcher at(Pattern pattern, TimeSpan span, String text) {
    return pattern.matcher(text).region(span.end(), text.length()).useTransparentBounds(true);
  }

  private static TimeSpan longer(TimeSpan span, Duration more, int end) {
    return new TimeSpan(span.duration().plus(more), span.start(), end);
  }
}
