package worthwhile.text.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.Glyphs;
import worthwhile.text.word.Sought;

/**
 * Finds the pay that a text states, and the minutes that stand beside it.
 *
 * <p>A sum is pay only if the text says so: by a unit ("/hr", "per word"), by time beside it
 * ("$.35/3 mins"), by a word for pay before it, or by being a piece of a title that offers work, or
 * a field that holds little else. Prizes, bonuses, prices, capital and revenue are not pay.
 *
 * <p>Of a text at most 20,000 characters and 100 sums are read: one with more is a list of prices.
 */
public final class PayText {
  /** Longer texts are read up to here; pay that only stands further down is not found. */
  public static final int MAX_LENGTH = 20_000;

  private static final Sought EACH =
      Sought.caseless(
          "(?:/|\\b(?:per|an?|each|every|pro|je|par|por))\\s?(?:session|sitting|interview|call|visit|meeting|round|game|test|sitzung|séance|sesión|entrevista|entretien)\\b|\\beach\\b|\\bapiece\\b");

  private PayText() {}

  /**
   * What is known around the text.
   *
   * @param locale decides what a comma means where the number alone does not
   * @param currency ISO code to take where the text names none; absent: without a sign or code
   *     there is no pay
   * @param unit what to take where the text names none
   * @param field whether the text is a field for pay, where a whole number alone is pay too
   */
  public record Context(
      Locale locale, Optional<String> currency, Optional<UnitText> unit, boolean field) {
    /** Of a text that may be anything. */
    public Context(Locale locale, Optional<String> currency, Optional<UnitText> unit) {
      this(locale, currency, unit, false);
    }

    /** Nothing is known but the language. */
    public static Context of(Locale locale) {
      return new Context(locale, Optional.empty(), Optional.empty());
    }

    /** Of a field for pay. */
    public static Context field(Locale locale, Optional<String> currency, Optional<UnitText> unit) {
      return new Context(locale, currency, unit, true);
    }
  }

  /**
   * Pay found in a text.
   *
   * @param amount with the piece of text in {@code stated}
   * @param minutes time stated for one unit beside the amount ("$.35/3 mins"), mean of a range
   * @param bonus promised on top, which is no part of the amount; absent if none is stated
   * @param start where the piece begins in the text
   * @param end where it ends
   */
  public record Found(
      MonetaryAmount amount,
      Optional<Duration> minutes,
      Optional<MonetaryAmount> bonus,
      int start,
      int end) {
    /** The same statement with another reading of its amount. */
    public Found with(MonetaryAmount other) {
      return new Found(other, minutes, bonus, start, end);
    }

    /**
     * With the time that a title states for the task elsewhere, where the pay is for a task or an
     * hour and carries none: "Take a 5-minute survey - A. Lab - $.50".
     */
    public Found withTimeOf(String text) {
      boolean perTask =
          switch (amount.unitText() == null ? UnitText.TASK : amount.unitText()) {
            case TASK, HOUR -> true;
            case PROJECT, DAY, WEEK, MONTH, YEAR, WORD, AUDIO_MINUTE, PIECE, POINTS -> false;
          };
      if (minutes.isPresent() || !perTask || text.length() > PayJudge.TITLE) return this;
      Optional<Duration> time = isForOne() ? TaskTimeText.ofOne(text) : TaskTimeText.of(text);
      return new Found(amount, time, bonus, start, end);
    }

    /** "$50 per session" pays for one of them. */
    private boolean isForOne() {
      return amount.stated() != null && EACH.isIn(amount.stated());
    }

    private Found and(Optional<MonetaryAmount> onTop) {
      return new Found(amount, minutes, onTop, start, end);
    }

    /**
     * What this comes to per hour in the stated currency, to the cent: the geometric mean of a
     * range, the least where only that is stated. Absent where neither the unit nor a time says how
     * long it takes, and where only a most is stated, which promises nothing.
     */
    public Optional<BigDecimal> hourly() {
      if (amount.minValue() == null) return Optional.empty();
      BigDecimal max = amount.maxValue() == null ? amount.minValue() : amount.maxValue();
      BigDecimal middle = amount.minValue().multiply(max).sqrt(MathContext.DECIMAL64);
      return hours()
          .filter(hours -> hours.signum() > 0)
          .map(hours -> middle.divide(hours, 2, RoundingMode.HALF_EVEN));
    }

    private Optional<BigDecimal> hours() {
      UnitText unit = amount.unitText() == null ? UnitText.TASK : amount.unitText();
      return switch (unit) {
        case HOUR, DAY, WEEK, MONTH, YEAR -> unit.hours();
        case TASK, PROJECT ->
            minutes.map(
                time ->
                    BigDecimal.valueOf(time.toMillis())
                        .divide(BigDecimal.valueOf(3_600_000), MathContext.DECIMAL64));
        case WORD, AUDIO_MINUTE, PIECE, POINTS -> Optional.empty();
      };
    }
  }

  /**
   * The pay that the text states; absent rather than guessed. Where there are several statements, a
   * sum with its time beats a sum with a unit, that beats a sum with a label, and that a bare sum;
   * of equals the first one counts, but of sums with time the last (posters write the requester's
   * title first and their own figures at the end).
   */
  public static Optional<Found> find(@Nullable String text, Context context) {
    Candidate best = null;
    Candidates read = read(text, context);
    for (Candidate candidate : read.found()) {
      boolean better = best == null || candidate.strength.compareTo(best.strength) > 0;
      boolean later =
          best != null && candidate.strength == Strength.CLOSE && best.strength == Strength.CLOSE;
      if (better || later) best = candidate;
    }
    return Optional.ofNullable(best)
        .map(one -> new ZonedPay(read.text(), read.spans()).around(one.found, text))
        .map(found -> found.and(read.bonus()));
  }

  /** Every statement of pay in the text, in its order. */
  public static List<Found> all(String text, Context context) {
    return read(text, context).found().stream().map(Candidate::found).toList();
  }

  private record Candidate(Found found, Strength strength) {}

  /** What was read, with the plain text and its sums. */
  private record Candidates(
      List<Candidate> found, Optional<MonetaryAmount> bonus, String text, List<MoneySpan> spans) {
    static final Candidates NONE = new Candidates(List.of(), Optional.empty(), "", List.of());
  }

  private static Candidates read(@Nullable String text, Context context) {
    if (text == null || SumText.isNegative(text.strip())) return Candidates.NONE;
    String real = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    if (context.unit().equals(Optional.of(UnitText.POINTS)))
      return new Candidates(
          PointText.all(Glyphs.plain(real), context).stream()
              .map(found -> new Candidate(found, Strength.UNIT))
              .toList(),
          Optional.empty(),
          "",
          List.of());
    return sums(Glyphs.plain(real), real, context);
  }

  private static Candidates sums(String text, String real, Context context) {
    List<Candidate> candidates = new ArrayList<>();
    Optional<MonetaryAmount> bonus = Optional.empty();
    PayJudge judge = new PayJudge(text, context.field());
    Statement last = null;
    int end = 0;
    List<MoneySpan> spans = RangeEnd.joined(text, MoneySpan.all(text, context), judge);
    for (MoneySpan money : spans) {
      if (bonus.isEmpty() && judge.isBonus(money)) bonus = Optional.of(onTop(money, real));
      if (money.start() < end || judge.isOnlyANumber(money)) continue;
      Statement statement = Statement.of(text, money, context.locale());
      Strength strength = judge.strength(statement);
      if (strength == Strength.NONE) continue;
      Statement whole = last == null ? statement : last.with(text, statement);
      boolean joined = !whole.equals(statement);
      if (!joined && RangeWords.isCutOff(text, money.start())) continue;
      if (joined) candidates.removeLast();
      candidates.add(new Candidate(whole.found(text, real, context), strength));
      last = whole;
      end = whole.end();
    }
    if (candidates.isEmpty())
      PointText.named(text).stream()
          .filter(judge::isPay)
          .forEach(points -> candidates.add(new Candidate(points, Strength.UNIT)));
    if (candidates.isEmpty() && context.field())
      FieldSum.of(real, context)
          .ifPresent(found -> candidates.add(new Candidate(found, Strength.BARE)));
    return new Candidates(candidates, bonus, text, spans);
  }

  private static MonetaryAmount onTop(MoneySpan money, String real) {
    String stated = real.substring(money.start(), money.end()).strip();
    return new MonetaryAmount(
        money.currency(),
        money.min(),
        money.max(),
        null,
        null,
        stated,
        money.inferred() ? true : null);
  }
}
