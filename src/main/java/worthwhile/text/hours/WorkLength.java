package worthwhile.text.hours;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.UnitText;

/** How many hours of paid work a text offers in all. */
public final class WorkLength {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String HOURS = "(?<n>[1-9]\\d{0,3}(?:\\.\\d)?)[\\s-]?(?:hours?|hrs?)\\b";
  private static final String PER = "(?!\\s?(?:/|per\\b|an?\\b|each\\b|every\\b|weekly|daily))";

  private static final Pattern IN_ALL =
      Pattern.compile(
          HOURS + "(?:\\sof\\s(?:paid\\s)?work\\b|\\s(?:in total|altogether|overall)\\b)" + PER,
          CASELESS);

  private static final Pattern LASTING =
      Pattern.compile(
          "\\b(?:lasts?|runs?(?: for)?|takes?|total(?: of)?|in total|expect)\\s(?:about\\s|around\\s|up to\\s)?"
              + HOURS
              + PER,
          CASELESS);

  /** What lasts so long here is not the work. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\b(?:unpaid|not paid|on-?boarding|training|assessment|qualification|trial)\\b",
          CASELESS);

  /** Still about what the sentence before was about. */
  private static final Pattern GOES_ON = Pattern.compile("\\s*(?:it|this|that)\\b", CASELESS);

  private static final Pattern WEEKS =
      Pattern.compile(
          "\\b(?:for|over|during|lasts?|lasting|runs?(?: for)?)\\s(?:about\\s|at least\\s|the next\\s)?(?<n>\\d{1,2})[\\s-](?<unit>weeks?|months?)\\b",
          CASELESS);

  private static final BigDecimal WEEKS_OF_MONTH = new BigDecimal("4.33");

  private WorkLength() {}

  /** Hours in all; absent if the text does not say. */
  public static Optional<BigDecimal> of(String text) {
    boolean ofEntry = false;
    for (String sentence : UnpaidTime.END.split(text, -1)) {
      ofEntry =
          ENTRY.matcher(sentence).find() || (ofEntry && GOES_ON.matcher(sentence).lookingAt());
      Optional<BigDecimal> found = hours(IN_ALL, sentence);
      if (found.isEmpty() && !ofEntry) found = hours(LASTING, sentence);
      if (found.isPresent()) return found;
    }
    return WorkingHours.of(text, UnitText.WEEK)
        .flatMap(week -> weeks(text).map(week.hours()::multiply));
  }

  private static Optional<BigDecimal> hours(Pattern pattern, String sentence) {
    Matcher found = pattern.matcher(sentence);
    return found.find() ? Optional.of(new BigDecimal(found.group("n"))) : Optional.empty();
  }

  private static Optional<BigDecimal> weeks(String text) {
    Matcher found = WEEKS.matcher(text);
    if (!found.find()) return Optional.empty();
    BigDecimal number = new BigDecimal(found.group("n"));
    boolean months = found.group("unit").startsWith("m") || found.group("unit").startsWith("M");
    return Optional.of(months ? number.multiply(WEEKS_OF_MONTH) : number);
  }
}
