package worthwhile.text.pay;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.text.Glyphs;
import worthwhile.text.time.TimeSpan;

/** Time that a text states for a task, apart from any sum: "a 5-minute survey", "takes 20 min". */
public final class TaskTimeText {
  private static final String WORK =
      "(?:surveys?|stud(?:y|ies)|questionnaires?|interviews?|tasks?|tests?|experiments?|sessions?|calls?|hits?|games?|activit(?:y|ies)|polls?)\\b";

  /** What may stand before the number. */
  private static final Pattern LED =
      Pattern.compile(
          "(?:\\b(?:takes?|took(?: me)?|lasts?|about|approx(?:imately|\\.)?|duration|length|time(?: required| needed| to complete)?|est(?:imated|\\.)? time|should take)\\s?(?:is|:|=)?\\s?(?:about |around |approximately |under |less than |up to |only |you |~|<)*)$",
          Pattern.CASE_INSENSITIVE);

  /** What may stand behind the unit. */
  private static final Pattern FOLLOWED =
      Pattern.compile("[\\s-](?:[\\p{L}-]{2,14}\\s){0,3}" + WORK, Pattern.CASE_INSENSITIVE);

  /** A bracket, and perhaps more in it, parted by commas and the like: "(5 min, $10/hr)". */
  private static final Pattern OPENED =
      Pattern.compile(
          "[(\\[](?:[^()\\[\\]]{0,30}[,;/|·•+–-])?\\s?(?:about |around |approx\\.? |up to |est\\.? |ca\\.? )?[~<≈]?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSED =
      Pattern.compile("\\s?(?:[)\\]]|[,;/|·•+–@-][^()\\[\\]]{0,30}[)\\]])");

  private static final Pattern SITTING = Pattern.compile("\\b" + WORK, Pattern.CASE_INSENSITIVE);

  private TaskTimeText() {}

  /** The first time that belongs to a task; absent if there is none, or of a day and more. */
  public static Optional<Duration> of(String text) {
    return span(text).map(TimeSpan::duration);
  }

  /** The same for one sitting of several: 45 minutes of "2 sessions of 45 minutes". */
  static Optional<Duration> ofOne(String text) {
    return span(text).map(TimeSpan::single);
  }

  private static Optional<TimeSpan> span(String text) {
    String plain = Glyphs.plain(text.substring(0, Math.min(text.length(), PayText.MAX_LENGTH)));
    int at = 0;
    while (at < plain.length()) {
      Optional<TimeSpan> span = begins(plain, at) ? TimeSpan.at(plain, at) : Optional.empty();
      if (span.filter(found -> isOfTask(plain, found)).isPresent()) return span;
      at = span.map(TimeSpan::end).orElse(at + 1);
    }
    return Optional.empty();
  }

  /** Not behind a colon, which stands before shares and times of day: "1:30". */
  private static boolean begins(String text, int at) {
    return (at == 0 || text.charAt(at - 1) != ':')
        && text.charAt(at) != '.'
        && !PayTime.isShare(text, at);
  }

  private static boolean isOfTask(String text, TimeSpan span) {
    if (!span.duration().isPositive() || span.duration().compareTo(Duration.ofDays(1)) >= 0)
      return false;
    return isSaidToBe(text, span) && !OtherTime.isAt(text, span.start(), span.end());
  }

  private static boolean isSaidToBe(String text, TimeSpan span) {
    String before = text.substring(Math.max(0, span.start() - 40), span.start());
    return LED.matcher(before).find()
        || SITTING.matcher(text).region(span.start(), span.end()).find()
        || FOLLOWED.matcher(text).region(span.end(), text.length()).lookingAt()
        || (OPENED.matcher(before).find()
            && CLOSED.matcher(text).region(span.end(), text.length()).lookingAt());
  }
}
