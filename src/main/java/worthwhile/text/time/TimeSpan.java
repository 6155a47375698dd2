package worthwhile.text.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.text.word.Sought;

/**
 * A span of time with its unit, found in a text: "2-3 mins", "1h 30", "half an hour", "1:15 h", "an
 * hour and a half", "2 x 45 minutes".
 *
 * @param duration of all together; the mean of a range
 * @param least the lower end of a range, else the duration
 * @param times how often it is said to be done: 2 in "2 x 45 minutes", else 1
 */
public record TimeSpan(Duration duration, Duration least, BigDecimal times, int start, int end) {
  /** What a span that starts somewhere may at most need. */
  private static final int REACH = 60;

  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String SECOND =
      "s|secs?|se[ck]onds?|sekunden?|sekund|secondes?|segundos?|secondi|сек(?:унд[аы]?)?|saniye|detik|giây|秒";
  private static final String MINUTE =
      "m|mi+n?i?n?s?|minn?s|min[tu]{1,3}es?|minut(?:e[sn]?|os?|a|y|er|i)?|minüti\\p{L}{1,3}|mn|мин(?:ут[аы]?)?|хв|dakika|dk|menit|phút|मिनट|นาที|دقيقة|دقائق|分钟|分鐘|分間|分";
  private static final String HOUR =
      "h|hrs?|hours?|std|stunden?|stündi\\p{L}{1,3}|heures?|horas?|ore|ora|uur|uren|час(?:а|ов)?|год|saat|godz(?:in[ay]?)?|timm(?:e|ar)|timer|hodin[ay]?|jam|giờ|घंटे|ชั่วโมง|ساعات|ساعة|小时|小時|時間|시간";

  /** Not "2D" and "3D", which are no days. */
  private static final String DAY =
      "(?<![23])(?-i:D)|(?-i:d)|days?|tage?n?|jours?|d[ií]as?|giorni|дн(?:я|ей)|день|gün|dni|dagen|hari|天|日";

  private static final String WEEK = "w|wks?|weeks?|wochen?|semaines?|semanas?";

  static final String UNIT =
      "(?:(?<s>"
          + SECOND
          + ")|(?<m>"
          + MINUTE
          + ")|(?<h>"
          + HOUR
          + ")|(?<d>"
          + DAY
          + ")|(?<w>"
          + WEEK
          + "))(?:\\.|\\(s\\))?(?:(?![\\p{L}\\p{N}])|(?<=h)(?=\\d{1,2}(?!\\d))|(?<=[hrs])(?=\\d{1,2} ?m)|(?<=[mns.])(?=\\d{1,2} ?s)|(?<=d)(?=\\d{1,2} ?h)|(?<=[分秒时间間钟鐘]))";

  private static final String CLOCK = "(?<c1>\\d{1,2}):(?<c2>[0-5]\\d)(?::(?<c3>[0-5]\\d))?";

  private static final String SITTING =
      "(?:sessions?|sittings?|interviews?|calls?|visits?|meetings?|parts?|rounds?|phases?|blocks?|waves?|tests?|games?"
          + "|surveys?|studies|days|sitzungen|interviews|séances?|sesiones|entrevistas)";

  /** No number is written so: a group that never finds anything. */
  private static final String NEVER = "(?!)";

  private static final Sought IN_DIGITS =
      span(
          "\\d{1,2}",
          SpanNumber.DIGITS,
          NEVER,
          "(?<one>" + SpanNumber.DIGITS + ")[\\s\\-–+]{0,3}|(?<word>(?<article>(?<glued>(?!))))");

  private static final Sought IN_WORDS =
      span(
          SpanNumber.WORDS,
          SpanNumber.DIGITS,
          SpanNumber.WORDS,
          "(?<one>" + SpanNumber.DIGITS + ")[\\s\\-–+]{0,3}|" + SpanNumber.WORDS_APART);

  /**
   * A number and its unit, alone or as a range, perhaps with how often: "2 x ", "4 sessions of ",
   * "two " before "45-min interviews".
   */
  private static Sought span(String times, String digits, String words, String alone) {
    String often =
        "(?:(?<times>"
            + times
            + ")(?:\\s?[x×*]\\s?(?=\\d)|\\s(?:[\\p{L}-]{3,12}\\s)?"
            + SITTING
            + "(?:\\s(?:of|lasting|à|zu je|von je|de)\\s|(?<aside>\\s?[,(:]\\s?))(?:about\\s|approx\\w*\\.?\\s|~)?"
            + "|(?<beside>\\s)(?=\\d{1,3}[\\s-]?[mhs]))";
    String first =
        "(?:(?<n>"
            + digits
            + ")(?:\\s?(?:(?<m1>minutes?|mins?|m)|(?<s1>seconds?|secs?|s)|(?<h1>hours?|hrs?|h))\\.?)?|(?<n1>"
            + words
            + "))(?<dash>\\s?(?:-|–|—|~|to|bis|à|or)\\s?~?)";
    String second =
        "(?:(?<n2>(?!(?<=\\d-)\\d/\\d)(?:"
            + SpanNumber.DIGITS
            + "))[\\s\\-–+]{0,3}|(?<w2>(?<!ty-)(?:"
            + SpanNumber.WORDS
            + ")|"
            + SpanNumber.ARTICLE
            + ")[\\s\\-–]{1,3})";
    return Sought.of(
        often + ")?(?:" + CLOCK + "[\\s-]{0,2}|" + first + second + "|" + alone + ")" + UNIT,
        CASELESS);
  }

  /** What says of a span in brackets or after a comma that it is one of several. */
  private static final Sought EACH =
      Sought.caseless("\\s(?:each|apiece|je(?:weils)?|chacune?|cada una)\\b");

  private static final Sought SITTINGS =
      Sought.caseless("[\\s-](?:long\\s)?(?:[\\p{L}-]{3,14}\\s){0,2}" + SITTING + "\\b");

  private static final Sought TIMES_AFTER =
      Sought.of("\\s?[x×]\\s?(\\d{1,2})(?![\\d.,:/%]|\\s?[$€£¢]|\\s?(?:min|sec|h)\\b)", 0);

  private static final Sought PLUS =
      Sought.of("(?:\\s[\\p{L}-]{2,14}){0,2}\\s?\\+\\s?(?:an?\\s(?=\\d))?", CASELESS);

  private static final Duration LONGEST_PART = Duration.ofHours(3);

  /** What stands before "a day" where it is a span and no "once a day". */
  private static final Pattern LEADS_AN_ARTICLE =
      Sought.pattern(
          "(?:^|[~<(:]|\\b(?:about|around|approximately|takes?|within|for|in|almost|nearly|lasts?|up to|least|most|than|is))\\s?$",
          CASELESS);

  TimeSpan(Duration duration, int start, int end) {
    this(duration, duration, BigDecimal.ONE, start, end);
  }

  /** How long one of them lasts: 45 minutes of "2 x 45 minutes". */
  public Duration single() {
    BigDecimal all = BigDecimal.valueOf(duration.toMillis());
    return Duration.ofMillis(all.divide(times, RoundingMode.HALF_EVEN).longValue());
  }

  /** Seconds, the geometric middle of a range. */
  public double middleSeconds() {
    double low = least.toMillis() / 1000.0;
    double high = 2 * (duration.toMillis() / 1000.0) - low;
    return Math.sqrt(low * high);
  }

  /** The first span in a text; absent if there is none. */
  static Optional<TimeSpan> find(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!mayBegin(text, i)) continue;
      Matcher found = matcher(text, i, text.length());
      if (found == null || isRate(found, text)) continue;
      TimeSpan span = read(found, text);
      if (span.duration.isPositive()) return Optional.of(joined(repeated(span, text), text));
    }
    return Optional.empty();
  }

  /** "15 min survey + 30 min call"; what comes days later is another span. */
  private static TimeSpan joined(TimeSpan span, String text) {
    Matcher plus = PLUS.seenAt(text, span.end, text.length());
    if (plus == null) return span;
    return at(text, plus.end())
        .filter(more -> more.duration.compareTo(LONGEST_PART) <= 0)
        .map(more -> joined(span.and(more), text))
        .orElse(span);
  }

  private TimeSpan and(TimeSpan more) {
    return new TimeSpan(
        duration.plus(more.duration), least.plus(more.least), BigDecimal.ONE, start, more.end);
  }

  /** Whether a span may begin here: a number does, and no other one ends here. */
  static boolean mayBegin(String text, int at) {
    if (at >= text.length()) return false;
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    if (Character.isLetterOrDigit(before) || ".,$€£".indexOf(before) >= 0) return false;
    if (before == ':' && at > 1 && Character.isDigit(text.charAt(at - 2))) return false;
    return isFigure(text.charAt(at)) || SpanNumber.isWordAt(text, at);
  }

  private static boolean isFigure(char c) {
    return Character.isDigit(c) || ".,½¼¾⅓⅔⅛".indexOf(c) >= 0;
  }

  private static @Nullable Matcher matcher(String text, int from, int to) {
    Sought pattern = isFigure(text.charAt(from)) ? IN_DIGITS : IN_WORDS;
    return pattern.seenAt(text, from, to);
  }

  /** "30 min x 2". */
  private static TimeSpan repeated(TimeSpan span, String text) {
    Matcher times = TIMES_AFTER.seenAt(text, span.end, text.length());
    return times != null
        ? new TimeSpan(
            span.duration.multipliedBy(Integer.parseInt(times.group(1))), span.start, times.end())
        : span;
  }

  /** "twice a day", "$12 an hour": not how long something lasts. */
  private static boolean isRate(Matcher found, String text) {
    if (found.group("article") == null) return false;
    String before = text.substring(Math.max(0, found.start() - 20), found.start());
    return seconds(found) > 3600
        ? !LEADS_AN_ARTICLE.matcher(before).find()
        : before.matches("(?s).*[\\d$€£]\\s?");
  }

  /** The span that starts exactly here; absent if none does. */
  public static Optional<TimeSpan> at(String text, int start) {
    if (!mayBegin(text, start)) return Optional.empty();
    Matcher found = matcher(text, start, Math.min(text.length(), start + REACH));
    return found == null ? Optional.empty() : Optional.of(read(found, text));
  }

  private static TimeSpan read(Matcher found, String text) {
    TimeSpan one = once(found, text);
    String times = found.group("times");
    if (times == null) return one;
    boolean counts =
        found.group("beside") != null
            ? SITTINGS.isAt(text, one.end)
            : found.group("aside") == null || EACH.isAt(text, one.end);
    if (!counts) return one;
    return one.often(SpanNumber.of(times), found.start());
  }

  /** So often; a count that stands where no count can be, 0, says nothing. */
  private TimeSpan often(BigDecimal count, int from) {
    return count.signum() == 0
        ? this
        : new TimeSpan(times(duration, count), times(least, count), count, from, end);
  }

  private static Duration times(Duration one, BigDecimal count) {
    return Duration.ofMillis(count.multiply(BigDecimal.valueOf(one.toMillis())).longValue());
  }

  private static TimeSpan once(Matcher found, String text) {
    long unit = seconds(found);
    int end = found.end();
    if (found.group("c1") != null) return new TimeSpan(clock(found, unit), found.start("c1"), end);
    if (found.group("dash") != null) return range(found, unit);
    String digits = found.group("one");
    String word = found.group("word") != null ? found.group("word") : found.group("glued");
    int start =
        digits != null ? found.start("one") : Math.max(found.start("word"), found.start("glued"));
    Duration whole = DurationText.of(SpanNumber.of(digits != null ? digits : word), unit);
    return SpanRest.added(new TimeSpan(whole, start, end), unit, text);
  }

  /** "1:15 h" is hours and minutes, "4:30 min" minutes and seconds. */
  private static Duration clock(Matcher found, long unit) {
    boolean hours = unit >= 3600;
    return hours && found.group("c3") == null
        ? DurationText.ofClock(found.group("c1"), found.group("c2"), "00")
        : DurationText.ofClock(found.group("c1"), found.group("c2"), found.group("c3"));
  }

  /**
   * The mean of a range. Of two numbers that do not grow, the first is none of the span's ("Lab 7 -
   * 2 min"), unless it has a unit of its own ("1 hour - 5 min break").
   */
  private static TimeSpan range(Matcher found, long unit) {
    String first = found.group("n") != null ? found.group("n") : found.group("n1");
    int start = found.group("n") != null ? found.start("n") : found.start("n1");
    String second = found.group("n2") != null ? found.group("n2") : found.group("w2");
    long own = found.group("s1") != null ? 1 : found.group("m1") != null ? 60 : 3600;
    int ownEnd = Math.max(found.end("s1"), Math.max(found.end("m1"), found.end("h1")));
    Duration from = DurationText.of(SpanNumber.of(first), ownEnd < 0 ? unit : own);
    Duration to = DurationText.of(SpanNumber.of(second), unit);
    if (from.compareTo(to) <= 0)
      return new TimeSpan(from.plus(to).dividedBy(2), from, BigDecimal.ONE, start, found.end());
    return ownEnd < 0
        ? new TimeSpan(to, Math.max(found.start("n2"), found.start("w2")), found.end())
        : new TimeSpan(from, start, ownEnd);
  }

  /** How long the unit is that a pattern with {@link #UNIT} has found, in seconds. */
  static long seconds(Matcher found) {
    if (found.group("s") != null) return 1;
    if (found.group("m") != null) return 60;
    if (found.group("h") != null) return 3600;
    return found.group("d") != null ? 86_400 : 604_800;
  }
}
