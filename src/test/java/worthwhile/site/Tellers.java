package worthwhile.site;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

/** Invented workers who tell of requesters. */
record Tellers(Tail tail, Instant now) {
  /** One tells what became of a task; her work is known. */
  void tell(String account, RequesterId requester, Review.Facts facts, int daysAgo) {
    tell(account, requester, facts, daysAgo, true);
  }

  void tell(
      String account, RequesterId requester, Review.Facts facts, int daysAgo, boolean verified) {
    Instant at = now.minusSeconds(daysAgo * 86_400L);
    Review review =
        new Review(
            UUID.randomUUID().toString(),
            account,
            Subject.posting(account + daysAgo + requester),
            requester.platform(),
            Optional.of(requester),
            Optional.empty(),
            facts,
            Optional.empty(),
            Optional.empty(),
            verified,
            false,
            at,
            at,
            at);
    tail.take(
        new Batch.Said<>(
            now,
            writing ->
                new Batch.Said.Done<>(
                    writing.statements().reviews().add(review), Set.of(requester))));
  }
}
