package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a posting pays per hour, in one currency that makes platforms comparable.
 *
 * @param currency ISO 4217 code of the three amounts
 * @param low lower end of the interval that holds the typical worker's pay with a probability of
 *     80%, per hour; of an hourly range stated, its lower end
 * @param median middle of the interval, per hour, before anything is taken off; {@link #net} is
 *     what sorting and filters use
 * @param high upper end of the interval, per hour
 * @param basis the strongest kind of evidence that this rests on
 * @param n number of statements of that kind: workers who reported, each once; of similar tasks the
 *     workers on the requester's other tasks, 0 if there are none
 * @param asOf day of the newest statement or exchange rate used; null if not known
 * @param evidence a reason for each statement
 * @param effective per hour after fees, unpaid time and the chance of not being paid; null if
 *     nothing is known that lies between it and the median
 * @param lines what lies between: the median and all of these add up to {@code effective} exactly
 */
@JsonPropertyOrder({
  "currency",
  "low",
  "median",
  "high",
  "basis",
  "n",
  "asOf",
  "evidence",
  "net",
  "effective",
  "lines"
})
public record Pay(
    String currency,
    BigDecimal low,
    BigDecimal median,
    BigDecimal high,
    Basis basis,
    int n,
    @Nullable Instant asOf,
    List<Reason> evidence,
    @Nullable BigDecimal effective,
    List<Line> lines) {
  /**
   * One thing that is taken off.
   *
   * @param code what it is: a code of {@link Sentences}, filled in from the first evidence
   * @param amount added to the pay per hour, in the currency of the pay: 0 or less, but for what is
   *     paid beside the work
   * @param certain whether it is taken off whatever becomes of the work, as a fee is
   * @param assumed whether it is a general figure and nothing about this task, its requester or its
   *     platform; {@code default} in JSON
   * @param evidence how much, and who says so
   */
  @JsonPropertyOrder({"code", "amount", "certain", "default", "text", "evidence"})
  public record Line(
      String code,
      BigDecimal amount,
      @JsonInclude boolean certain,
      @JsonProperty("default") @JsonInclude boolean assumed,
      List<Reason> evidence) {
    private static final String FEE = "Fee: ";

    /** What a code ends in that says how much is lost in general. */
    private static final String IN_GENERAL = "-in-general";

    public Line {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(amount, "amount");
      evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** Whether it rests on the general figure of its code alone; kept without evidence. */
    boolean isGeneral() {
      return assumed && evidence.equals(List.of(inGeneral(code)));
    }

    private static Reason inGeneral(String code) {
      return Reason.of(code + IN_GENERAL);
    }

    /** Its code and amount: all that is to be known of a line that rests on a general figure. */
    String inShort() {
      return code + " " + amount.toPlainString();
    }

    /** From {@link #inShort}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Line read(String inShort) {
      int blank = inShort.indexOf(' ');
      if (blank < 0) throw new IllegalArgumentException("no code and amount: " + inShort);
      String code = inShort.substring(0, blank);
      BigDecimal amount = new BigDecimal(inShort.substring(blank + 1));
      return new Line(code, amount, false, true, List.of(inGeneral(code)));
    }

    /** From JSON; lines once had a label and one sentence instead of codes. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Line read(
        @JsonProperty("code") String code,
        @JsonProperty("amount") @JsonAlias("perHour") BigDecimal amount,
        @JsonProperty("certain") boolean certain,
        @JsonProperty("default") boolean assumed,
        @JsonProperty("evidence")
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Reason> evidence,
        @JsonProperty("label") String label) {
      boolean general = code != null && assumed && (evidence == null || evidence.isEmpty());
      if (general) return new Line(code, amount, certain, true, List.of(inGeneral(code)));
      if (code != null || label == null) return new Line(code, amount, certain, assumed, evidence);
      if (!label.startsWith(FEE))
        return new Line(Reason.ofSentence(label).code(), amount, false, assumed, evidence);
      String name = label.substring(FEE.length());
      List<Reason> named = evidence.stream().map(reason -> reason.with("name", name)).toList();
      return new Line("platform-fee", amount, true, assumed, named);
    }

    /** What it is in English, in a few words. */
    @JsonProperty
    public String text() {
      return reason().text();
    }

    /** The same in the language of whoever is being answered. */
    public String said() {
      return reason().said();
    }

    private Reason reason() {
      return new Reason(code, evidence.isEmpty() ? Map.of() : evidence.getFirst().parameters());
    }
  }

  /** Kinds of evidence, strongest last. */
  public enum Basis {
    @JsonProperty("similar")
    SIMILAR,
    @JsonProperty("stated")
    STATED,
    @JsonProperty("platform")
    PLATFORM,
    @JsonProperty("reported")
    REPORTED,
    @JsonProperty("logged")
    LOGGED
  }

  public Pay {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    lines = lines == null ? List.of() : List.copyOf(lines);
    BigDecimal sum = lines.stream().map(Line::amount).reduce(median, BigDecimal::add);
    if (!lines.isEmpty() && (effective == null || sum.compareTo(effective) != 0))
      throw new IllegalArgumentException(
          "median and lines add up to " + sum + ", not to " + effective);
    if (low.compareTo(median) > 0 || median.compareTo(high) > 0)
      throw new IllegalArgumentException("not low <= median <= high: " + low + median + high);
  }

  /**
   * Per hour after what is certain to be taken off; the median where nothing is known to be. What
   * may be lost besides depends on how the work goes, so pay is compared by this.
   */
  @JsonProperty
  public BigDecimal net() {
    return lines.stream().filter(Line::certain).map(Line::amount).reduce(median, BigDecimal::add);
  }

  /** Lower end of the interval, less the same share as {@link #net} is less than the median. */
  public BigDecimal netLow() {
    return net(low);
  }

  /** Upper end of the interval, likewise. */
  public BigDecimal netHigh() {
    return net(high);
  }

  private BigDecimal net(BigDecimal end) {
    BigDecimal net = net();
    if (net.compareTo(median) == 0 || median.signum() == 0) return end;
    if (end.compareTo(median) == 0) return net;
    return end.multiply(net).divide(median, 2, RoundingMode.HALF_EVEN);
  }

  /** The same with what is taken off. */
  public Pay less(List<Line> taken) {
    if (taken.isEmpty()) return this;
    BigDecimal left = taken.stream().map(Line::amount).reduce(median, BigDecimal::add);
    return new Pay(currency, low, median, high, basis, n, asOf, evidence, left, taken);
  }
}
