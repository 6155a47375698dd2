package worthwhile.text.hours;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.UnitText;
import worthwhile.text.Glyphs;
import worthwhile.text.pay.PayText;

/**
 * Hours of work that a text states for a span of time: "20 hours per week", "10-15 hrs/month".
 *
 * @param hours of work; the mean of a range
 * @param per day, week, month or year
 * @param most whether it may be fewer: "up to 10 hours per week"
 */
public record WorkingHours(BigDecimal hours, UnitText per, boolean most) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final BigDecimal DAYS = BigDecimal.valueOf(5);
  private static final BigDecimal FULL = BigDecimal.valueOf(40);

  /** Fewer hours a week are not full-time. */
  private static final BigDecimal LEAST_FULL = BigDecimal.valueOf(30);

  /** Fewer hours a month say nothing of a week or a year: they are something beside the work. */
  private static final BigDecimal LEAST_OF_ANOTHER_SPAN = BigDecimal.valueOf(40);

  private static final Pattern FULL_TIME =
      Pattern.compile(
          "(?<!\\bnot )\\bfull[\\s-]?time\\b|\\bvollzeit\\b|\\btiempo completo\\b|\\btemps plein\\b",
          CASELESS);
  private static final Pattern PART_TIME =
      Pattern.compile(
          "\\b(?:part[\\s-]?time|teilzeit|tiempo parcial|media jornada|temps partiel)\\b",
          CASELESS);

  /** "3 days a week", but not "3 days a week in the office". */
  private static final Pattern DAYS_A_WEEK =
      Pattern.compile(
          "(?<![\\d.,])(?<n>[1-7])(?:\\s?(?:-|–|to|or|bis)\\s?(?<n2>[2-7]))?\\s?(?:days?|shifts?|tage?n?|d[ií]as|jours|giorni)\\s?(?:/|per\\s|an?\\s|each\\s|every\\s|pro\\s|por\\s|par\\s|in der\\s|a la\\s)\\s?(?:week|wk|woche|semana|semaine|settimana)(?!\\p{L})"
              + "(?!\\s(?:in|at|from|of)\\s(?:the\\s|our\\s|an?\\s)?(?:office|home|site)|\\s(?:on-?site|remote|hybrid|off\\b))",
          CASELESS);

  /**
   * The hours that the text states for one unit of pay, by way of a working week where it states
   * them for another span; absent if it states none or no credible number.
   *
   * @param unit a day, week, month or year; for a day only hours a day count
   */
  public static Optional<WorkingHours> of(String text, UnitText unit) {
    String head = text.substring(0, Math.min(text.length(), PayText.MAX_LENGTH));
    String plain = Glyphs.plain(head);
    List<WorkingHours> stated = stated(plain);
    if (stated.isEmpty()) return Optional.empty();
    BigDecimal days = days(plain);
    boolean full = FULL_TIME.matcher(plain).find() && !PART_TIME.matcher(plain).find();
    List<UnitText> order =
        unit == UnitText.DAY
            ? List.of(UnitText.DAY)
            : List.of(UnitText.WEEK, UnitText.MONTH, UnitText.DAY);
    return order.stream()
        .flatMap(per -> stated.stream().filter(found -> found.per == per))
        .filter(found -> found.tells(unit, days))
        .filter(found -> !full || found.weekly(days).compareTo(LEAST_FULL) >= 0)
        .findFirst()
        .map(found -> found.in(unit, days));
  }

  private static List<WorkingHours> stated(String text) {
    List<WorkingHours> all = new ArrayList<>();
    for (HoursForm form : HoursForm.ALL) {
      Matcher found = form.pattern().matcher(text);
      while (found.find()) {
        WorkingHours hours = read(text, found, form);
        if (hours.isCredible() && !OtherHours.isAt(text, found.start(), found.end()))
          all.add(hours);
      }
    }
    return all;
  }

  /** Days of work in a week; five where the text does not say. */
  private static BigDecimal days(String text) {
    Matcher found = DAYS_A_WEEK.matcher(text);
    return found.find() ? mean(found) : DAYS;
  }

  private static WorkingHours read(String text, Matcher found, HoursForm form) {
    UnitText per = form.per() == null ? span(found) : form.per();
    return new WorkingHours(mean(found), per, HoursForm.isMost(text, found.start("n")));
  }

  private static BigDecimal mean(Matcher found) {
    BigDecimal first = new BigDecimal(found.group("n").replace(',', '.'));
    String last = found.group("n2");
    return last == null
        ? first
        : first.add(new BigDecimal(last.replace(',', '.'))).divide(BigDecimal.TWO);
  }

  private static UnitText span(Matcher found) {
    if (found.group("day") != null || found.group("daily") != null) return UnitText.DAY;
    boolean week = found.group("week") != null || found.group("weekly") != null;
    return week ? UnitText.WEEK : UnitText.MONTH;
  }

  /** More than twice the usual hours are opening hours, or no hours at all. */
  private boolean isCredible() {
    BigDecimal most = per.hours().orElseThrow().multiply(BigDecimal.TWO);
    return hours.compareTo(BigDecimal.ONE) >= 0 && hours.compareTo(most) <= 0;
  }

  /** Whether this may be all the work of a unit of pay. */
  private boolean tells(UnitText unit, BigDecimal days) {
    if (per == unit) return true;
    BigDecimal monthly = of(UnitText.MONTH, days);
    return monthly.compareTo(LEAST_OF_ANOTHER_SPAN) >= 0;
  }

  private BigDecimal weekly(BigDecimal days) {
    return of(UnitText.WEEK, days);
  }

  /** To a tenth where it is worked out: what is shown is what is reckoned with. */
  private WorkingHours in(UnitText unit, BigDecimal days) {
    return per == unit ? this : new WorkingHours(of(unit, days), unit, most);
  }

  private BigDecimal of(UnitText unit, BigDecimal days) {
    BigDecimal usual =
        per == UnitText.DAY ? FULL.divide(days, MathContext.DECIMAL64) : per.hours().orElseThrow();
    return hours.multiply(unit.hours().orElseThrow()).divide(usual, 1, RoundingMode.HALF_EVEN);
  }
}
