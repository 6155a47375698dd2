package worthwhile.text.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.posting.UnitText;
import worthwhile.text.Glyphs;

/**
 * Hours of work that a text states for a span of time: "20 hours per week", "10-15 hrs/month".
 *
 * @param hours of work; the mean of a range
 * @param per day, week or month
 */
public record WorkingHours(BigDecimal hours, UnitText per) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String NUMBER = "\\d{1,3}(?:[.,]\\d)?";

  private static final String SPAN =
      "(?:(?<day>days?|tag|jour|d[ií]a)|(?<week>weeks?|wk|woche|semaine|semana|settimana)|(?<month>months?|mo|monat|mois|mes|mês|mese))(?!\\p{L})";

  /** Bounds that leave open how many hours it really is. */
  private static final String NO_BOUND =
      "(?<!\\b(?:less|more|fewer|other) than )(?<!\\b(?:over|under|least|above|below|after) )(?<!\\bminimum )(?<!\\bminimum of )";

  private static final Pattern STATED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,:$€£/-])"
              + NO_BOUND
              + "(?<n>"
              + NUMBER
              + ")(?:\\s?(?:-|–|—|to|bis|à|or)\\s?(?<n2>"
              + NUMBER
              + "))?[\\s-]{0,2}(?:hours?|hrs?|h|std|stunden?|heures?|horas?|ore)\\b\\.?(?:\\sof\\swork)?"
              + "(?:\\s?/\\s?|\\s(?:per|an?|each|every|pro|par|por|la|in\\sder|im|al|a\\sla)\\s|(?=\\s(?:weekly|daily|monthly)\\b))"
              + "(?:"
              + SPAN
              + "|\\s(?:(?<daily>daily)|(?<weekly>weekly)|(?<monthly>monthly))\\b)",
          CASELESS);

  /** "Hours per week: 20". */
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\b(?:(?:hours|hrs)\\s?(?:/|per\\s|an?\\s)\\s?"
              + SPAN
              + "|(?:(?<daily>daily)|(?<weekly>weekly)|(?<monthly>monthly))\\s(?:working\\s)?hours)\\s?(?:[:=]|is|are)\\s?(?<n>"
              + NUMBER
              + ")(?:\\s?(?:-|–|—|to)\\s?(?<n2>"
              + NUMBER
              + "))?(?![\\d%+.,:]|\\s?[$€£])",
          CASELESS);

  /**
   * The hours that the text states for one unit of pay, by way of a working week of five days where
   * it states them for another span; absent if it states none or no credible number.
   *
   * @param unit a day, week, month or year; for a day only hours a day count
   */
  public static Optional<BigDecimal> of(String text, UnitText unit) {
    String head = text.substring(0, Math.min(text.length(), PayText.MAX_LENGTH));
    String plain = Glyphs.plain(head);
    List<WorkingHours> stated =
        Stream.of(STATED, LABELLED)
            .flatMap(
                pattern ->
                    pattern.matcher(plain).results().map(found -> pattern.matcher(found.group())))
            .filter(Matcher::matches)
            .map(WorkingHours::read)
            .filter(WorkingHours::isCredible)
            .toList();
    List<UnitText> order =
        unit == UnitText.DAY
            ? List.of(UnitText.DAY)
            : List.of(UnitText.WEEK, UnitText.MONTH, UnitText.DAY);
    return order.stream()
        .flatMap(per -> stated.stream().filter(found -> found.per == per))
        .findFirst()
        .map(found -> found.in(unit));
  }

  private static WorkingHours read(Matcher found) {
    BigDecimal first = new BigDecimal(found.group("n").replace(',', '.'));
    String last = found.group("n2");
    BigDecimal mean =
        last == null
            ? first
            : first.add(new BigDecimal(last.replace(',', '.'))).divide(BigDecimal.TWO);
    UnitText per =
        found.group("day") != null || found.group("daily") != null
            ? UnitText.DAY
            : found.group("week") != null || found.group("weekly") != null
                ? UnitText.WEEK
                : UnitText.MONTH;
    return new WorkingHours(mean, per);
  }

  /** More than twice the usual hours are opening hours, or no hours at all. */
  private boolean isCredible() {
    BigDecimal most = per.hours().orElseThrow().multiply(BigDecimal.TWO);
    return hours.compareTo(BigDecimal.ONE) >= 0 && hours.compareTo(most) <= 0;
  }

  /** To a tenth where it is worked out: what is shown is what is reckoned with. */
  private BigDecimal in(UnitText unit) {
    return per == unit
        ? hours
        : hours
            .multiply(unit.hours().orElseThrow())
            .divide(per.hours().orElseThrow(), 1, RoundingMode.HALF_EVEN);
  }
}
