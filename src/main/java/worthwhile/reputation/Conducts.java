package worthwhile.reputation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import worthwhile.posting.Conduct;
import worthwhile.posting.ConductBuilder;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;

/** What the reviews of one requester come to: a pure function of reviews, voices and the day. */
public final class Conducts {
  /** A remark needs so many workers who tell the same and count. */
  private static final int LEAST_FOR_REMARK = 3;

  private final List<Review> told;
  private final List<Review> counted;
  private final Optional<RequesterScore> score;
  private final Instant day;

  private Conducts(
      String requester,
      List<Review> reviews,
      Map<String, ReviewerVoice> voices,
      Optional<Instant> honestUntil,
      Prior prior,
      Instant at) {
    day = at.truncatedTo(ChronoUnit.DAYS);
    told = reviews.stream().filter(Conducts::isTold).toList();
    score =
        Reputation.score(
            requester,
            told.stream().map(each -> rating(requester, each)).toList(),
            voices::get,
            honest(reviews, honestUntil),
            prior,
            day);
    Set<String> frozen = score.map(RequesterScore::frozen).orElse(Set.of());
    counted =
        told.stream()
            .filter(
                each ->
                    Objects.requireNonNull(
                                voices.get(each.account()), "whoever said good or bad has a voice")
                            .weight(each.verified())
                        > 0)
            .filter(each -> !frozen.contains(each.account()))
            .toList();
  }

  /** Whether everybody who says good or bad in these reviews is among those with a voice. */
  public static boolean areHeard(List<Review> reviews, Set<String> voices) {
    return reviews.stream()
        .filter(Conducts::isTold)
        .map(Review::account)
        .allMatch(voices::contains);
  }

  private static boolean isTold(Review review) {
    return !review.hidden() && review.value().isPresent();
  }

  /**
   * Who wrote before people last found a burst of reviews honest.
   *
   * @param until when they did; absent if they never did
   */
  public static Set<String> honest(List<Review> reviews, Optional<Instant> until) {
    if (until.isEmpty()) return Set.of();
    return reviews.stream()
        .filter(each -> !each.created().isAfter(until.get()))
        .map(Review::account)
        .collect(Collectors.toSet());
  }

  /** A review that says good or bad, as a rating. */
  public static Rating rating(String requester, Review review) {
    return new Rating(
        review.account(), requester, review.value().orElseThrow(), review.at(), review.verified());
  }

  /**
   * What reviews come to.
   *
   * @param requester the id that stands for all that were merged into it
   * @param reviews all of them, hidden ones too
   * @param voices of everybody who wrote one that says good or bad
   * @param honestUntil when people last found a burst of her reviews honest; absent if never
   * @param flags reports beside reviews
   * @param at ages are counted from the beginning of this day
   * @return absent if nobody says anything
   */
  public static Optional<Conduct> of(
      String requester,
      List<Review> reviews,
      Map<String, ReviewerVoice> voices,
      Optional<Instant> honestUntil,
      int flags,
      Prior prior,
      Instant at) {
    Conducts conducts = new Conducts(requester, reviews, voices, honestUntil, prior, at);
    if (conducts.told.isEmpty() && flags == 0) return Optional.empty();
    return Optional.of(conducts.conduct(flags));
  }

  /** Those of a requester's reviews that count, with the parameters of {@link #of}. */
  public static List<Review> counted(
      String requester,
      List<Review> reviews,
      Map<String, ReviewerVoice> voices,
      Optional<Instant> honestUntil,
      Prior prior,
      Instant at) {
    return new Conducts(requester, reviews, voices, honestUntil, prior, at).counted;
  }

  private Conduct conduct(int flags) {
    Optional<RequesterScore> known =
        score.filter(each -> each.state() == RequesterScore.State.KNOWN);
    ConductBuilder conduct =
        ConductBuilder.builder()
            .n(score.map(RequesterScore::n).orElse(0))
            .state(Conduct.State.NOT_ENOUGH_HISTORY)
            .frozen(score.map(each -> each.frozen().size()).orElse(0))
            .unverified(flags + told.size())
            .remarks(List.of())
            .asOf(day);
    if (known.isEmpty()) return conduct.build();
    List<Review> judged = counted.stream().filter(each -> each.facts().wasJudged()).toList();
    return conduct
        .state(Conduct.State.KNOWN)
        .score(rounded(known.get().score()))
        .low(rounded(known.get().low()))
        .high(rounded(known.get().high()))
        .unverified(flags + told.size() - counted.size() - known.get().frozen().size())
        .paid((int) judged.stream().filter(each -> each.facts().wasPaid()).count())
        .outcomes(judged.size())
        .daysToPay(daysToPay().orElse(null))
        .remarks(remarks())
        .build();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
  }

  private Optional<Integer> daysToPay() {
    List<Integer> days =
        counted.stream()
            .filter(each -> each.facts().wasPaid() && each.facts().paidAfterDays() != null)
            .map(each -> each.facts().paidAfterDays())
            .sorted()
            .toList();
    return days.size() < LEAST_FOR_REMARK
        ? Optional.empty()
        : Optional.of(days.get(days.size() / 2));
  }

  private List<Reason> remarks() {
    List<Reason> remarks = new ArrayList<>();
    remark(
        remarks,
        Reason.of("rejects-fast-work"),
        facts -> isRejected(facts, RejectionCause.TOO_FAST));
    remark(
        remarks,
        Reason.of("rejects-without-reason"),
        facts -> isRejected(facts, RejectionCause.NO_REASON));
    remark(
        remarks,
        Reason.of("screens-out-unpaid"),
        facts ->
            facts.outcome() == Outcome.SCREENED_OUT
                && !Boolean.TRUE.equals(facts.screenedOutPaid()));
    remark(remarks, Reason.of("does-not-answer"), facts -> Boolean.FALSE.equals(facts.answered()));
    return remarks;
  }

  private static boolean isRejected(Review.Facts facts, RejectionCause cause) {
    return facts.rejectedFor() == cause && !facts.wasPaid();
  }

  private void remark(List<Reason> remarks, Reason remark, Predicate<Review.Facts> says) {
    long workers =
        counted.stream()
            .filter(each -> says.test(each.facts()))
            .map(Review::account)
            .distinct()
            .count();
    if (workers >= LEAST_FOR_REMARK) remarks.add(remark.with("workers", workers));
  }
}
