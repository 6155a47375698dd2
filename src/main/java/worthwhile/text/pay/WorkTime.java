package worthwhile.text.pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.time.TimeSpan;
import worthwhile.text.word.Sought;

/**
 * The time that a listing's prose says its work takes; seconds, the geometric middle of a range.
 */
public final class WorkTime {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(4);

  /** A span begins at most so far before its unit. */
  private static final int REACH = 30;

  /** Without one of these no span of time is in a text. */
  private static final Sought UNIT =
      Sought.caseless(
          "(?:min|sec|seg|sek|seconde|h(?:ou)?r|hora|heure|ora|ore|stund|uur|std|мин|час|сек|dakika|saat|分|秒|小时|時間|[\\d ][mhs]\\b)");

  private static final String KIND =
      "(?:(?<one>survey|questionnaire|study|task|hit|experiment|game|test|poll|quiz|job|interview|session|call|activity|focus group"
          + "|umfrage|studie|befragung|encuesta|estudio|enquête|étude)|(?<all>interviews|sessions|calls|surveys|studies|tests|games))";

  /** "10-minute survey", "1.5 hours long, an easy job", "20 minutes to complete". */
  private static final Pattern FOLLOWED =
      Pattern.compile(
          "(?:\\s+long,?)?(?:[\\s-]+[\\p{L}\\d_]+){0,2}?[\\s-]+" + KIND + "(?![\\p{L}\\d])",
          CASELESS);

  private static final Pattern TO_COMPLETE =
      Pattern.compile("\\s(?:long\\s)?to (?:complete|finish|fill|do|answer)\\b", CASELESS);

  private static final String MORE_OR_LESS =
      "(?:\\s?(?:(?<!\\p{L})(?:about|around|approx(?:imately|\\.)?|roughly|circa|ca\\.?|only|just|less than|under|up to|no more than|not more than"
          + "|almost|nearly|an estimated|etwa|ungefähr|rund|environ|aproximadamente|alrededor de|unos|cerca de|circa)(?!\\p{L})|[~<≈≤]))";

  /** "Takes you only about", "duration:", "estimated time to complete is". */
  private static final Pattern LED =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:takes?|took|taking|lasts?|lasting|dauert|dura|dure|prend|toma|tarda)(?:\\s(?:you|me|us|most people|participants|workers))?"
              + "|(?:duration|length|dauer|durée|duración|duração|durata|estimated|(?:comple|est\\.? |estimated )?time|completion time|zeit(?:aufwand)?|tiempo|tempo|temps)"
              + "(?:\\s(?:required|needed|estimate|estimated|commitment|to complete|of completion|necessary|time|is|will be|of|estimado|estimé))*+\\s?[:=–-]?"
              + "|(?:completed|complete|finished|done) in)"
              + MORE_OR_LESS
              + "*+\\s*$",
          CASELESS);

  /** "The survey is about". */
  private static final Pattern IS =
      Pattern.compile(
          "\\b(?:it|this|survey|study|task|hit|interview|session|call|test|questionnaire|game|job|experiment)(?:['’]s| is| will be| should be)"
              + MORE_OR_LESS
              + "++\\s*$",
          CASELESS);

  /** Between marks, as in a title: "- about 5 min", "(90 min)". */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?:^|[(\\[,|/·•–—]|\\s-)\\s?(?<about>" + MORE_OR_LESS + "*+)\\s*$", CASELESS);

  private static final Pattern OF_KIND =
      Pattern.compile("\\b" + KIND + "\\s?[(\\[,:–-]\\s?" + MORE_OR_LESS + "*+\\s*$", CASELESS);

  private static final Pattern END_MARK =
      Pattern.compile("(?:\\s?long)?\\s?(?:$|[)\\],;|/·•–—]|\\s-\\s|-\\s|[.!](?:\\s|$))");

  private WorkTime() {}

  /** In a title, where a time between marks is the task's; absent if nothing is said. */
  public static OptionalDouble ofTitle(String title) {
    return first(title, true);
  }

  /** In a description; absent if nothing is said. */
  public static OptionalDouble of(String text) {
    return first(text, false);
  }

  private static OptionalDouble first(String text, boolean title) {
    if (!UNIT.isIn(text)) return OptionalDouble.empty();
    List<TimeSpan> spans = spans(text);
    OptionalDouble found = first(text, spans, span -> isOfKind(text, span));
    return found.isPresent() ? found : first(text, spans, span -> isSaid(text, span, title));
  }

  private static OptionalDouble first(
      String text, List<TimeSpan> spans, Predicate<TimeSpan> belongs) {
    return spans.stream()
        .filter(belongs)
        .filter(span -> !OtherTime.isAt(text, span.start(), span.end()))
        .mapToDouble(TimeSpan::middleSeconds)
        .findFirst();
  }

  /** Each span of a credible length. */
  private static List<TimeSpan> spans(String text) {
    List<TimeSpan> all = new ArrayList<>();
    int at = 0;
    int unit = -1;
    while (at < text.length()) {
      while (unit < at || !UNIT.isAt(text, unit)) if (++unit >= text.length()) return all;
      at = Math.max(at, unit - REACH);
      TimeSpan span = begins(text, at) ? TimeSpan.at(text, at).orElse(null) : null;
      if (span != null && isCredible(span.duration())) all.add(span);
      at = span == null ? at + 1 : Math.max(at + 1, span.end());
    }
    return all;
  }

  private static boolean begins(String text, int at) {
    return (at == 0 || text.charAt(at - 1) != ':')
        && text.charAt(at) != '.'
        && !PayTime.isShare(text, at);
  }

  private static boolean isCredible(Duration time) {
    return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
  }

  private static boolean isOfKind(String text, TimeSpan span) {
    if (isSentenceEnd(text, span.end())) return false;
    Matcher kind =
        FOLLOWED.matcher(text).region(span.end(), Math.min(text.length(), span.end() + 60));
    return kind.useTransparentBounds(true).lookingAt()
        && (kind.group("one") != null || isRepeated(span));
  }

  private static boolean isRepeated(TimeSpan span) {
    return !span.single().equals(span.duration());
  }

  /** "60 minutes." ends a sentence, "45 sec." need not. */
  private static boolean isSentenceEnd(String text, int end) {
    if (text.charAt(end - 1) != '.') return false;
    int first = end - 1;
    while (first > 0 && Character.isLetter(text.charAt(first - 1))) first--;
    return end - 1 - first > 4;
  }

  private static boolean isSaid(String text, TimeSpan span, boolean title) {
    String before = text.substring(Math.max(0, span.start() - 80), span.start());
    String behind = text.substring(span.end(), Math.min(text.length(), span.end() + 20));
    return LED.matcher(before).find()
        || IS.matcher(before).find()
        || TO_COMPLETE.matcher(behind).lookingAt()
        || isMarked(text, span, before, behind, title);
  }

  /** A number between marks: in a description only with "about", or behind a word for the task. */
  private static boolean isMarked(
      String text, TimeSpan span, String before, String behind, boolean title) {
    boolean ends = text.charAt(span.end() - 1) == '.' || END_MARK.matcher(behind).lookingAt();
    if (!ends || !Character.isDigit(text.charAt(span.start()))) return false;
    Matcher marked = MARKED.matcher(before);
    boolean alone = marked.find() && (title || !marked.group("about").isBlank());
    return alone || OF_KIND.matcher(before).find();
  }
}
