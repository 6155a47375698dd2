package worthwhile.reputation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;

/**
 * What became of the tasks that some reviews tell of.
 *
 * @param workers who tell
 * @param paid of the tasks that were judged
 * @param daysToPay middle one of the days from handing in to pay; absent if nobody tells
 * @param daysTold how many tell them
 * @param rejections by reason, of those not taken back; a reason that nobody tells lacks
 * @param screenedOut sent away after questions; the hits were paid for it
 * @param timedOut tasks taken away because the time was over
 * @param broken tasks that could not be done
 * @param answered of those who asked something
 * @param again of those who say whether they would do it again
 */
@RecordBuilder
public record OutcomeCounts(
    int workers,
    CountedShare paid,
    Optional<Integer> daysToPay,
    int daysTold,
    Map<RejectionCause, Integer> rejections,
    CountedShare screenedOut,
    int timedOut,
    int broken,
    CountedShare answered,
    CountedShare again) {
  /** Counts these reviews, each of them. */
  public static OutcomeCounts of(Collection<Review> reviews) {
    List<Review.Facts> facts = reviews.stream().map(Review::facts).toList();
    List<Integer> days =
        facts.stream()
            .filter(Review.Facts::wasPaid)
            .map(Review.Facts::paidAfterDays)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return OutcomeCountsBuilder.builder()
        .workers((int) reviews.stream().map(Review::account).distinct().count())
        .paid(share(facts, Review.Facts::wasJudged, Review.Facts::wasPaid))
        .daysToPay(days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() / 2)))
        .daysTold(days.size())
        .rejections(rejections(facts))
        .screenedOut(
            share(
                facts,
                each -> each.outcome() == Outcome.SCREENED_OUT,
                each -> Boolean.TRUE.equals(each.screenedOutPaid())))
        .timedOut(count(facts, Outcome.TIMED_OUT))
        .broken(count(facts, Outcome.BROKEN))
        .answered(share(facts, Review.Facts::answered))
        .again(share(facts, Review.Facts::again))
        .build();
  }

  private static Map<RejectionCause, Integer> rejections(List<Review.Facts> facts) {
    Map<RejectionCause, Integer> rejections = new EnumMap<>(RejectionCause.class);
    for (Review.Facts each : facts)
      if (each.outcome() == Outcome.REJECTED && !each.wasPaid() && each.rejectedFor() != null)
        rejections.merge(each.rejectedFor(), 1, Integer::sum);
    return rejections;
  }

  private static int count(List<Review.Facts> facts, Outcome outcome) {
    return (int) facts.stream().filter(each -> each.outcome() == outcome).count();
  }

  private static CountedShare share(
      List<Review.Facts> facts, Function<Review.Facts, Boolean> answer) {
    return share(facts, each -> answer.apply(each) != null, answer::apply);
  }

  private static CountedShare share(
      List<Review.Facts> facts, Predicate<Review.Facts> all, Predicate<Review.Facts> hits) {
    List<Review.Facts> some = facts.stream().filter(all).toList();
    return new CountedShare((int) some.stream().filter(hits).count(), some.size());
  }
}
