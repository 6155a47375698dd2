package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a task took and whether it was paid.
 *
 * @param worker pseudonym of who says it; null if not known
 * @param minutes time really taken, more than 0; null if not said
 * @param at when it was said; null if not known
 * @param outcome what became of the work; null if not said
 * @param by where it was said: {@code forum}, {@code review}, {@code timer}, {@code import}; {@code
 *     platform} for what the platform itself measured of many
 */
public record WorkReport(
    @Nullable String worker,
    @Nullable BigDecimal minutes,
    @Nullable Instant at,
    @Nullable Outcome outcome,
    @Nullable String by) {
  /** What became of submitted work. */
  public enum Outcome {
    @JsonProperty("paid")
    PAID,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("screened-out")
    SCREENED_OUT,
    @JsonProperty("pending")
    PENDING
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);
  private static final int DECIMALS = 40;

  public WorkReport {
    if (minutes != null && minutes.signum() <= 0)
      throw new IllegalArgumentException("minutes must be more than 0, not " + minutes);
    if (minutes != null && (minutes.compareTo(MOST) > 0 || minutes.scale() > DECIMALS))
      throw new IllegalArgumentException(
          "minutes must be at most ten million, with at most "
              + DECIMALS
              + " decimals, not "
              + minutes);
  }
}
