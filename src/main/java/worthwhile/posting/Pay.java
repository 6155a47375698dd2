package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a posting pays per hour, in one currency that makes platforms comparable.
 *
 * @param currency ISO 4217 code of the three amounts
 * @param low lower end of the interval, per hour
 * @param median middle of the interval, per hour; what sorting and filters use
 * @param high upper end of the interval, per hour
 * @param basis the strongest kind of evidence that this rests on
 * @param n number of statements that it rests on
 * @param asOf day of the newest statement or exchange rate used; null if not known
 * @param evidence one sentence for each statement, for people to read
 * @param effective per hour after fees, unpaid time and the chance of not being paid; null if not
 *     known
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
    BigDecimal effective) {
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
    if (low.compareTo(median) > 0 || median.compareTo(high) > 0)
      throw new IllegalArgumentException("not low <= median <= high: " + low + median + high);
  }
}
