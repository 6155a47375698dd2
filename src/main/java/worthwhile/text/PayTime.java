package worthwhile.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time stated beside a sum.
 *
 * @param close true for the form "sum/time", which can mean nothing else than pay and time
 */
record PayTime(Duration duration, int start, int end, boolean close) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String ABOUT =
      "[\\s(~<>≤≥≈=+-]*+(?:(?:about|approx(?:imately|\\.)?|around|under|up to|less th[ae]n|est\\.?|a|an|your|max|only|just)\\s+)*+[~<(]*+\\s*+";

  /** A bonus or a remark between a sum and its time: "(+.20 bonus)", "+Up To $1 Bonus". */
  private static final String ASIDE =
      "(?:\\s*,?\\s*\\(?\\s*(?:\\+|plus\\b)(?:(?! - )[^/\\n]){0,48}|\\s*\\([^()\\n/]{0,48}\\))?";

  private static final Pattern STROKE =
      Pattern.compile("\\G(?:\\s?x\\s?\\d)?\\+?\\)?" + ASIDE + "\\)?\\s*/\\s*" + ABOUT, CASELESS);
  private static final Pattern FOR =
      Pattern.compile(
          "\\G\\)?(?:\\s+(?:total\\s|reward\\s|each\\s)?(?:for|in|takes|,?\\s?took(?:\\sme)?)\\s+(?:(?:one|1)\\s)?"
              + ABOUT
              + "|\\s(?:[\\p{L}-]{1,12}\\s){0,7}?for\\s"
              + ABOUT
              + "|\\s?[-–—,:|(<~≤]+=?\\s?"
              + ABOUT
              + "|\\s)",
          CASELESS);
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\G(\\d{1,2}):([0-5]\\d)(?!\\d|\\s?[ap]\\.?m\\b)(?:\\s?-\\s?(\\d{1,2}):([0-5]\\d)(?!\\d))?(?:\\s?mi\\w*)?",
          CASELESS);
  private static final Pattern PERIOD =
      Pattern.compile(
          "\\G\\s*(?:/|per|an?|each|every)\\s?(?:day|week|wk|month|mo)\\b|\\G\\s?(?:weekly|daily)",
          CASELESS);

  /** "10-minute survey for $1", "1min/$.50": time, a few words of the same phrase, the sum. */
  private static final Pattern AHEAD =
      Pattern.compile(
          "(?:\\s*/\\s*|[\\s-]+(?:[\\p{L}-]{2,15}\\s){0,4}?(?:for|pays?|paying|=|→|to earn)\\s*(?:about|up to|~|only)?\\s*|\\s*(?:=|→|:|,|\\()\\s*)$",
          CASELESS);

  /** ".35/2 - >95%": after cents and a stroke, a small number that ends its phrase is minutes. */
  private static final Pattern BARE_MINUTES =
      Pattern.compile(
          "(?<=[.,]\\d{1,2}\\s?/\\s?)[~<]?(\\d{1,2}(?:\\.\\d)?)(?=\\s*(?:[-–(>≥]|$|with\\b))");

  private static final Pattern CLOCK_AHEAD = Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s?/\\s?$");

  /** Time after a sum that ends here. */
  static Optional<PayTime> after(String text, int end) {
    return beside(text, end).or(() -> bare(text, end));
  }

  private static Optional<PayTime> bare(String text, int end) {
    Matcher found = BARE_MINUTES.matcher(text).region(end, Math.min(text.length(), end + 12));
    boolean near = found.useTransparentBounds(true).find() && found.start() - end <= 3;
    if (!near || found.group(1).matches("0+(?:\\.0)?")) return Optional.empty();
    Duration minutes = DurationText.of(new BigDecimal(found.group(1)), 60);
    return Optional.of(new PayTime(minutes, found.start(), found.end(), true));
  }

  private static Optional<PayTime> beside(String text, int end) {
    Matcher stroke = STROKE.matcher(text).region(end, Math.min(text.length(), end + 90));
    if (stroke.find() && stroke.start() == end) {
      Optional<PayTime> close = at(text, stroke.end(), true);
      if (close.isPresent()) return close;
    }
    Matcher loose = FOR.matcher(text).region(end, Math.min(text.length(), end + 60));
    if (!loose.find() || loose.start() != end) return Optional.empty();
    boolean spoken = Character.isLetter(firstVisible(text, end));
    return at(text, loose.end(), false)
        .filter(time -> spoken || time.duration.compareTo(Duration.ofHours(1)) < 0);
  }

  private static int firstVisible(String text, int from) {
    int at = from;
    while (at < text.length()
        && !Character.isLetterOrDigit(text.charAt(at))
        && text.charAt(at) <= ' ') at++;
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private static Optional<PayTime> at(String text, int start, boolean close) {
    Matcher clock = CLOCK.matcher(text).region(start, text.length());
    if (close && clock.find() && clock.start() == start)
      return Optional.of(new PayTime(clock(clock), start, clock.end(), true));
    return TimeSpan.at(text, start)
        .filter(
            span ->
                span.duration().isPositive() && span.duration().compareTo(Duration.ofDays(1)) < 0)
        .filter(span -> !PERIOD.matcher(text).region(span.end(), text.length()).find())
        .map(span -> new PayTime(span.duration(), start, span.end(), close));
  }

  private static Duration clock(Matcher found) {
    Duration first = DurationText.ofClock(found.group(1), found.group(2), null);
    if (found.group(3) == null) return first;
    return first.plus(DurationText.ofClock(found.group(3), found.group(4), null)).dividedBy(2);
  }

  /** Time before a sum that starts here, in the same phrase. */
  static Optional<PayTime> before(String text, int start) {
    int from = Math.max(0, start - 60);
    Matcher clock = CLOCK_AHEAD.matcher(text).region(from, start);
    if (clock.find())
      return Optional.of(
          new PayTime(
              DurationText.ofClock(clock.group(1), clock.group(2), null),
              clock.start(),
              start,
              true));
    for (int i = start - 2; i >= from; i--) {
      boolean boundary =
          i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '.';
      if (!boundary || !Character.isDigit(text.charAt(i)) && text.charAt(i) != '.') continue;
      Optional<TimeSpan> span = TimeSpan.at(text, i).filter(found -> found.end() <= start);
      if (span.isEmpty()) continue;
      Matcher ahead = AHEAD.matcher(text).region(span.get().end(), start);
      if (!ahead.lookingAt() || span.get().duration().compareTo(Duration.ofDays(1)) >= 0) continue;
      boolean close = text.substring(span.get().end(), start).strip().equals("/");
      return Optional.of(new PayTime(span.get().duration(), span.get().start(), start, close));
    }
    return Optional.empty();
  }
}
