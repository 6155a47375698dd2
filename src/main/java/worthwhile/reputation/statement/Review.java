package worthwhile.reputation.statement;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;

/**
 * What one worker says became of one task, of a requester, or of a platform: facts first, words if
 * she likes.
 *
 * @param id a UUID
 * @param account who says it; {@code former:} and a number if she left and let the facts stay
 * @param subject a posting, a requester or a platform; one review each for an account
 * @param platform id of the platform
 * @param requester absent where the review is of a platform, or where nobody is named
 * @param posting id of the posting; absent if the review names none
 * @param confirms id of the review that this one repeats ("me too")
 * @param verified whether it was known, when it was written, that she did work for this requester
 * @param hidden whether two people took it out of sight; it counts for nothing then
 * @param at day that counts, as its first moment in UTC, so that no hour tells who wrote
 */
@RecordBuilder
public record Review(
    String id,
    String account,
    Subject subject,
    String platform,
    Optional<RequesterId> requester,
    Optional<String> posting,
    Facts facts,
    Optional<String> text,
    Optional<String> confirms,
    boolean verified,
    boolean hidden,
    Instant at,
    Instant created,
    Instant changed) {
  /** The longest text, in characters. */
  public static final int LONGEST_TEXT = 4_000;

  private static final String FORMER = "former:";

  /**
   * What happened. Everything but the outcome may be unknown, and is null then.
   *
   * @param minutes really worked
   * @param unpaidMinutes spent on what was not paid: searching, screening, waiting
   * @param currency ISO 4217 code of what was paid
   * @param paid what was paid, in whole units of the currency
   * @param paidAfterDays from handing in to pay
   * @param rejectedFor only for what was rejected
   * @param overturned whether a rejection was taken back
   * @param screenedOutPaid whether being sent away was paid
   * @param answered whether the requester, or a platform's support, answered when asked
   * @param again whether she would do it again
   * @param deactivated whether the platform shut the account; only of a platform
   */
  @RecordBuilder
  public record Facts(
      Outcome outcome,
      @Nullable Integer minutes,
      @Nullable Integer unpaidMinutes,
      String currency,
      @Nullable BigDecimal paid,
      @Nullable Integer paidAfterDays,
      @Nullable RejectionCause rejectedFor,
      @Nullable Boolean overturned,
      @Nullable Boolean screenedOutPaid,
      @Nullable Boolean answered,
      @Nullable Boolean again,
      @Nullable Boolean deactivated) {
    public Facts {
      Objects.requireNonNull(outcome, "outcome");
      within("minutes", minutes, 10_000);
      within("unpaidMinutes", unpaidMinutes, 10_000);
      within("paidAfterDays", paidAfterDays, 3_650);
      if ((currency == null) != (paid == null))
        throw new IllegalArgumentException("paid needs both a currency and a value");
      if (paid != null && (paid.signum() < 0 || paid.compareTo(MOST_PAID) > 0))
        throw new IllegalArgumentException("paid must be from 0 to " + MOST_PAID);
      if (rejectedFor != null && outcome != Outcome.REJECTED)
        throw new IllegalArgumentException("only what was rejected has a cause of rejection");
    }

    private static final BigDecimal MOST_PAID = new BigDecimal("1000000000");

    private static void within(String name, @Nullable Integer value, int most) {
      if (value != null && (value < 0 || value > most))
        throw new IllegalArgumentException(name + " must be from 0 to " + most);
    }

    /** Only the outcome is known. */
    public static Facts of(Outcome outcome) {
      return ReviewFactsBuilder.builder().outcome(outcome).build();
    }

    /** Whether the work was paid in the end. */
    public boolean wasPaid() {
      return outcome == Outcome.PAID || Boolean.TRUE.equals(overturned);
    }

    /** Whether it was judged at all: paid, or rejected and that not taken back. */
    public boolean wasJudged() {
      return outcome == Outcome.PAID || outcome == Outcome.REJECTED;
    }
  }

  public Review {
    if (text.isPresent() && text.get().length() > LONGEST_TEXT)
      throw new IllegalArgumentException("text: at most " + LONGEST_TEXT + " characters");
    at = at.truncatedTo(ChronoUnit.DAYS);
    created = created.truncatedTo(ChronoUnit.MILLIS);
    changed = changed.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What it says of the requester in one number; absent where it says neither good nor bad. */
  public OptionalDouble value() {
    return Verdict.of(facts);
  }

  /** The id under which the facts stay of somebody who left. */
  public static String former(String number) {
    return FORMER + number;
  }

  /** Whether who wrote it has left. */
  public boolean isOfFormer() {
    return account.startsWith(FORMER);
  }
}
