package worthwhile.text.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import worthwhile.text.word.Sought;

/** What follows a span and belongs to it: "1h 30", "an hour and a half", "2 min 30 sec". */
final class SpanRest {
  private static final Sought HALF =
      Sought.caseless(
          "\\s(?:and|und|et|y|e|en)\\s(?:(?:an?|une?|una?|ein(?:e[nr]?)?|een)\\s)?"
              + "(?:(?<half>half|1/2|½|halbe?|demie?|media|mezz[ao]|meia)|(?<quarter>quarter|viertel|quart)|(?<three>three quarters))(?![\\p{L}-]|\\s(?:an?|hour|minute)\\b)");

  /** A smaller unit, joined by nothing, a blank, a comma or "and". */
  private static final Sought SMALLER =
      Sought.caseless(
          "\\s*+(?:(?<comma>,)\\s*+|(?:and|und|et|y|e|en|и|&|\\+)\\s++)?(?:(?<n>\\d{1,2})[\\s-]?|(?<word>"
              + SpanNumber.WORDS
              + ")[\\s-])"
              + TimeSpan.UNIT);

  /** "1h 30", "1 hr 30": minutes without their unit. */
  private static final Sought BARE_MINUTES =
      Sought.of("\\s?(?<n>[0-5]?\\d)(?![\\p{L}\\p{N}:.,%/-]|\\s?[%$€£]|\\s?-\\s?\\d)", 0);

  private SpanRest() {}

  /** The span with what follows it; the same where nothing does. */
  static TimeSpan added(TimeSpan span, long unit, String text) {
    Matcher half = at(HALF, span, text);
    if (half != null) {
      String part =
          half.group("half") != null ? "0.5" : half.group("quarter") != null ? "0.25" : "0.75";
      return longer(span, DurationText.of(new BigDecimal(part), unit), half.end());
    }
    Matcher smaller = at(SMALLER, span, text);
    if (smaller != null) {
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
    return bare != null
        ? longer(span, Duration.ofMinutes(Integer.parseInt(bare.group("n"))), bare.end())
        : span;
  }

  private static @Nullable Matcher at(Sought words, TimeSpan span, String text) {
    return words.seenAt(text, span.end(), text.length());
  }

  private static TimeSpan longer(TimeSpan span, Duration more, int end) {
    return new TimeSpan(span.duration().plus(more), span.start(), end);
  }
}
