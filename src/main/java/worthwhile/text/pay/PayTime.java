package worthwhile.text.pay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.text.time.DurationText;
import worthwhile.text.time.TimeSpan;
import worthwhile.text.word.Sought;

/**
 * Time stated beside a sum.
 *
 * @param duration what the work takes; null where the time is a limit or of a recording, which says
 *     that the sum is pay, and nothing of the work
 * @param start where it begins; a sum that it stands before is not part of it
 * @param join what joins it to the sum
 */
record PayTime(@Nullable Duration duration, int start, int end, Join join) {
  /** What joins sum and time. */
  enum Join {
    /** "sum/time", which can mean nothing else than pay and time. */
    STROKE,
    /** A word such as "for". */
    WORD,
    /** A dash, a comma, a bracket or a blank: the shape of a title. */
    MARK
  }

  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String ABOUT =
      "[\\s(~<>≤≥≈=+-]*+(?:(?:about|approx(?:imately|\\.)?|around|under|up to|less th[ae]n|est\\.?|an?(?!\\s+(?:hours?|half|quarter|minute)\\b)|your|max|only|just)\\s+)*+[~<(]*+\\s*+";

  /** A bonus or a remark between a sum and its time: "(+.20 bonus)", "+Up To $1 Bonus". */
  private static final String ASIDE =
      "(?:\\s*,?\\s*\\(?\\s*(?:\\+|plus\\b)(?:(?! - )[^/\\n]){0,48}|\\s*\\([^()\\n/]{0,48}\\))?";

  private static final Sought STROKE =
      Sought.caseless("(?:\\s?x\\s?\\d)?\\+?\\)?" + ASIDE + "\\)?\\s*/\\s*" + ABOUT);
  private static final Sought FOR =
      Sought.caseless(
          "\\)?(?:,?\\s+(?:total\\s|reward\\s|each\\s)?(?:for|in|takes?|took(?:\\sme)?|pour|für|por|за|per)\\s+(?:(?:one|1)\\s(?=\\d)(?!\\d/\\d))?"
              + ABOUT
              + "|\\s(?:[\\p{L}-]{1,12}\\s){0,7}?for\\s"
              + ABOUT
              + ")");

  /** Only a mark or a blank between: time in the shape of a title. */
  private static final Sought BESIDE =
      Sought.caseless("\\)?(?:\\s?[-–—,:|(<~≤@]+=?\\s?" + ABOUT + "|\\s)");

  private static final Sought CLOCK =
      Sought.caseless(
          "(\\d{0,2}):([0-5]\\d)(?!\\d|\\s?[ap]\\.?m\\b|[\\s-]?h(?:(?:ou)?rs?)?\\b)(?:\\s?-\\s?(\\d{1,2}):([0-5]\\d)(?!\\d))?(?:\\s?mi\\w*)?");
  private static final Sought PERIOD =
      Sought.caseless(
          "\\s*(?:/|per|an?|each|every)\\s?(?:day|week|wk|month|mo)\\b|\\s?(?:weekly|daily)");

  /** "10-minute survey for $1", "1min/$.50": time, a few words of the same phrase, the sum. */
  private static final Pattern AHEAD =
      Sought.pattern(
          "(?:(?<stroke>\\s*/\\s*)|(?<word>[\\s-]+(?:[\\p{L}-]{2,15}\\s){0,4}?(?:for|pays?|paying|to earn|(?:and|you) (?:get|earn|receive)|pour|für|por)\\s*(?:about|up to|~|only)?)"
              + "|\\s*[)\\]]?\\s*(?:[=→:,(\\[@|–—-]\\s?[(~]?)?)\\s*$",
          CASELESS);

  /** ".35/2 - >95%": after cents and a stroke, a small number that ends its phrase is minutes. */
  private static final Pattern BARE_MINUTES =
      Pattern.compile(
          "(?<=(?:(?<!\\d)0?[.,]\\d{1,2}|\\d[.,]\\d\\d|\\$\\s?\\d{1,3})\\s?/\\s?)[~<]?(\\d{1,2}(?:\\.\\d)?)(?=\\s*(?:[-–(>≥]|$|with\\b))");

  private static final Pattern CLOCK_AHEAD =
      Pattern.compile("(?<!\\d)(\\d{1,2}):([0-5]\\d)\\s?(?:m|min|mins|minutes)?\\s?/\\s?$");

  /** The first number of a range begins at most so far before the second. */
  private static final int RANGE = 8;

  boolean close() {
    return join == Join.STROKE;
  }

  /** Time after a sum that ends here. */
  static Optional<PayTime> after(String text, int end) {
    return joined(STROKE, text, end, 90, Join.STROKE)
        .or(() -> joined(FOR, text, end, 60, Join.WORD))
        .or(() -> joined(BESIDE, text, end, 60, Join.MARK).filter(PayTime::isShort))
        .or(() -> bare(text, end));
  }

  private static Optional<PayTime> joined(Sought by, String text, int end, int reach, Join join) {
    Matcher found = by.at(text, end, Math.min(text.length(), end + reach));
    return found == null ? Optional.empty() : at(text, found.end(), join);
  }

  /** A mark joins a sum to a short time; many hours behind one are a working week. */
  private boolean isShort() {
    return duration == null || duration.compareTo(Duration.ofHours(3)) <= 0;
  }

  private static Optional<PayTime> bare(String text, int end) {
    int stroke = text.indexOf('/', Math.max(0, end - 2));
    if (stroke < 0 || stroke > end + 2) return Optional.empty();
    Matcher found = BARE_MINUTES.matcher(text).region(end, Math.min(text.length(), end + 12));
    boolean near = found.useTransparentBounds(true).find() && found.start() - end <= 3;
    if (!near || found.group(1).matches("0+(?:\\.0)?")) return Optional.empty();
    Duration minutes = DurationText.of(new BigDecimal(found.group(1)), 60);
    return Optional.of(new PayTime(minutes, found.start(), found.end(), Join.STROKE));
  }

  private static Optional<PayTime> at(String text, int start, Join join) {
    Matcher clock = CLOCK.at(text, start, text.length());
    if (clock != null)
      return Optional.of(clock(clock))
          .filter(Duration::isPositive)
          .map(time -> new PayTime(time, start, clock.end(), join));
    return TimeSpan.at(text, start)
        .filter(span -> isTask(span.duration()))
        .filter(span -> !PERIOD.isAt(text, span.end()))
        .map(span -> new PayTime(ofWork(text, span), start, span.end(), join));
  }

  private static @Nullable Duration ofWork(String text, TimeSpan span) {
    return OtherTime.isAt(text, span.start(), span.end()) ? null : span.duration();
  }

  private static boolean isTask(Duration time) {
    return time.isPositive() && time.compareTo(Duration.ofDays(1)) < 0;
  }

  private static Duration clock(Matcher found) {
    String minutes = found.group(1).isEmpty() ? "0" : found.group(1);
    Duration first = DurationText.ofClock(minutes, found.group(2), null);
    if (found.group(3) == null) return first;
    return first.plus(DurationText.ofClock(found.group(3), found.group(4), null)).dividedBy(2);
  }

  /** Time before a sum that starts here, in the same phrase. */
  static Optional<PayTime> before(String text, int start) {
    int from = Math.max(0, start - 60);
    Matcher clock = CLOCK_AHEAD.matcher(text).region(from, start);
    if (text.substring(Math.max(from, start - 3), start).contains("/") && clock.find()) {
      Duration time = DurationText.ofClock(clock.group(1), clock.group(2), null);
      return Optional.of(new PayTime(time, clock.start(), start, Join.STROKE))
          .filter(_ -> isTask(time));
    }
    for (int i = start - 2; i >= from; i--) {
      Optional<PayTime> time = begins(text, i) ? ahead(text, i, start) : Optional.empty();
      if (time.isPresent()) return Optional.of(time.get().fromFirst(text, from, start));
    }
    return Optional.empty();
  }

  /** From the first number of a range, where one stands before: "1-2 min/$.50". */
  private PayTime fromFirst(String text, int from, int sum) {
    for (int i = start - 2; i >= Math.max(from, start - RANGE); i--) {
      if (isShare(text, i)) continue;
      Optional<PayTime> longer = begins(text, i) ? ahead(text, i, sum) : Optional.empty();
      if (longer.isEmpty() || longer.get().join != join) continue;
      boolean apart = text.substring(i, start).indexOf(' ') >= 0;
      return apart && isInAName(text, i) ? this : longer.get();
    }
    return this;
  }

  /** "Lab 7 - 2 min": the number belongs to the word before it. */
  private static boolean isInAName(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    if (before.isEmpty()) return false;
    char last = before.charAt(before.length() - 1);
    return Character.isLetter(last) || last == '#';
  }

  /** "Survey 4/5": the second number says out of how many. */
  static boolean isShare(String text, int at) {
    if (at < 2 || text.charAt(at - 1) != '/' || !Character.isDigit(text.charAt(at - 2)))
      return false;
    int first = at - 2;
    while (first > 0 && Character.isDigit(text.charAt(first - 1))) first--;
    return first == 0 || ".,$€£".indexOf(text.charAt(first - 1)) < 0;
  }

  /** Whether a number may begin here. */
  private static boolean begins(String text, int at) {
    boolean number = Character.isDigit(text.charAt(at)) || text.charAt(at) == '.';
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return number && !Character.isLetterOrDigit(before) && before != '.';
  }

  private static Optional<PayTime> ahead(String text, int at, int start) {
    Optional<TimeSpan> span = TimeSpan.at(text, at).filter(found -> found.end() <= start);
    if (span.filter(found -> isTask(found.duration())).isEmpty()) return Optional.empty();
    Matcher ahead = AHEAD.matcher(text).region(span.get().end(), start);
    if (!ahead.lookingAt()) return Optional.empty();
    Join join =
        ahead.group("stroke") != null
            ? Join.STROKE
            : ahead.group("word") != null ? Join.WORD : Join.MARK;
    return Optional.of(new PayTime(ofWork(text, span.get()), span.get().start(), start, join));
  }
}
