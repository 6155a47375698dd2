package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What workers' reviews say of a requester, as it stands beside her postings.
 *
 * @param score 0 (everybody would stay away) to 1; null as long as too few tell
 * @param low lower end of its 90% interval; null with the score
 * @param high upper end; null with the score
 * @param n reviewers who count
 * @param state whether those are enough for a score
 * @param paid of the counted tasks that were judged, how many were paid; null without a score
 * @param outcomes counted tasks that were paid or rejected; null without a score
 * @param daysToPay middle one of the days from handing in to pay, where at least three tell; else
 *     null
 * @param unverified reports that do not count, or not yet
 * @param frozen reviews that came in a burst of new accounts and wait for somebody to look at them
 * @param remarks what else is worth knowing before starting, such as that fast work is rejected
 * @param asOf day on which it was worked out, as its first moment in UTC
 */
@RecordBuilder
@JsonPropertyOrder({
  "score",
  "low",
  "high",
  "n",
  "state",
  "paid",
  "outcomes",
  "daysToPay",
  "unverified",
  "frozen",
  "remarks",
  "asOf"
})
public record Conduct(
    @Nullable BigDecimal score,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    int n,
    State state,
    @Nullable Integer paid,
    @Nullable Integer outcomes,
    @Nullable Integer daysToPay,
    int unverified,
    int frozen,
    List<Reason> remarks,
    Instant asOf) {
  /** Whether enough reviewers count for a score. */
  public enum State {
    @JsonProperty("known")
    KNOWN,
    @JsonProperty("not-enough-history")
    NOT_ENOUGH_HISTORY
  }

  public Conduct {
    remarks = remarks == null ? List.of() : List.copyOf(remarks);
    if ((state == State.KNOWN) != (score != null && low != null && high != null))
      throw new IllegalArgumentException("a score and its interval stand where enough is known");
  }

  @JsonIgnore
  public boolean isKnown() {
    return state == State.KNOWN;
  }

  /** Whether it says the same, on whatever day that was worked out. */
  public boolean saysAs(@Nullable Conduct other) {
    return other != null && equals(ConductBuilder.builder(other).asOf(asOf).build());
  }
}
