package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a posting pays per hour, in one currency that makes platforms comparable.
 *
 * @param currency ISO 4217 code of the three amounts
 * @param low lower end of the interval that holds the typical worker's pay with a probability of
 *     80%, per hour; of an hourly range stated, its lower end
 * @param median middle of the interval, per hour; what sorting and filters use
 * @param high upper end of the interval, per hour
 * @param basis the strongest kind of evidence that this rests on
 * @param n number of statements of that kind: workers who reported, each once; of similar tasks the
 *     workers on the requester's other tasks, 0 if there are none
 * @param asOf day of the newest statement or exchange rate used; null if not known
 * @param evidence one sentence for each statement, for people to read
 * @param effective per hour after fees, unpaid time and the chance of not being paid; null if
 *     nothing is known that lies between it and the median
 * @param lines what lies between: the median and all of these add up to {@code effective} exactly
 */
public record Pay(
    String currency,
    BigDecimal low,
    BigDecimal median,
    BigDecimal high,
    Basis basis,
    int n,
    Instant asOf,
    List<String> evidence,
    BigDecimal effective,
    List<Line> lines) {
  /**
   * One thing that is taken off.
   *
   * @param label what it is, in a few words
   * @param perHour added to the pay per hour: 0 or less, in the currency of the pay
   * @param evidence a sentence that says how much, and who says so
   * @param assumed whether it is a general figure and nothing about this task, its requester or its
   *     platform; {@code default} in JSON
   */
  public record Line(
      String label,
      BigDecimal perHour,
      String evidence,
      @JsonProperty("default") boolean assumed) {}

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
    BigDecimal sum = lines.stream().map(Line::perHour).reduce(median, BigDecimal::add);
    if (!lines.isEmpty() && (effective == null || sum.compareTo(effective) != 0))
      throw new IllegalArgumentException(
          "median and lines add up to " + sum + ", not to " + effective);
    if (low.compareTo(median) > 0 || median.compareTo(high) > 0)
      throw new IllegalArgumentException("not low <= median <= high: " + low + median + high);
  }

  /** Pay of which it is not known what is taken off. */
  public Pay(
      String currency,
      BigDecimal low,
      BigDecimal median,
      BigDecimal high,
      Basis basis,
      int n,
      Instant asOf,
      List<String> evidence,
      BigDecimal effective) {
    this(currency, low, median, high, basis, n, asOf, evidence, effective, List.of());
  }

  /** The same with what is taken off. */
  public Pay less(List<Line> taken) {
    if (taken.isEmpty()) return this;
    BigDecimal left = taken.stream().map(Line::perHour).reduce(median, BigDecimal::add);
    return new Pay(currency, low, median, high, basis, n, asOf, evidence, left, taken);
  }
}
