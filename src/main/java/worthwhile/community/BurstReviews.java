package worthwhile.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Conducts;
import worthwhile.reputation.Prior;
import worthwhile.reputation.Reputation;
import worthwhile.reputation.RequesterScore;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Review;
import worthwhile.store.community.Statements;

/** Reviews of a requester that came in a burst of new accounts, as her score leaves them out. */
final class BurstReviews {
  private BurstReviews() {}

  static List<Review> of(Statements said, List<RequesterId> members, Instant at) {
    String head = members.getFirst().toString();
    List<Review> told =
        said.reviews().counting(members).stream()
            .filter(each -> !each.hidden() && each.value().isPresent())
            .toList();
    Map<String, ReviewerVoice> voices =
        said.voices().of(told.stream().map(Review::account).distinct().toList());
    Set<String> frozen =
        Reputation.score(
                head,
                told.stream().map(each -> Conducts.rating(head, each)).toList(),
                voices::get,
                Conducts.honest(told, said.cases().honestUntil(members)),
                Prior.NEUTRAL,
                at.truncatedTo(ChronoUnit.DAYS))
            .map(RequesterScore::frozen)
            .orElse(Set.of());
    return told.stream().filter(each -> frozen.contains(each.account())).toList();
  }
}
