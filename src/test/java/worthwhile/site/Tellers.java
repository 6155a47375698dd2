package worthwhile.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.community.Merging;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.reputation.statement.Subject;

/** Invented workers who tell of requesters. */
record Tellers(Tail tail, Instant now) {
  private static final RequesterId PAYS = RequesterId.identified("kleinarbeit", "pays");

  /** Five tell of one who pays and rejects fast work, and of whose ids two were merged. */
  static void ofTheKnown(SiteFixture fixture) {
    for (String id : List.of("pays", "paid-before"))
      fixture.add(
          List.of(
              FlatPosting.of(TestPostings.plain(id.length() * 3 + 70))
                  .title("Known work for " + id)
                  .hiringOrganization(new Organization("Known Lab " + id, id, null))
                  .build()));
    Tellers tellers = new Tellers(fixture.tail, TestPostings.NOW);
    for (int i = 0; i < 5; i++) {
      tellers.tell("w" + i, PAYS, paid().paidAfterDays(i).again(true).build(), 5);
      tellers.tell(
          "w" + i,
          PAYS,
          ReviewFactsBuilder.builder()
              .outcome(Outcome.REJECTED)
              .rejectedFor(RejectionCause.TOO_FAST)
              .answered(false)
              .build(),
          120);
    }
    fixture.tail.take(
        Merging.merge(
            RequesterId.identified("kleinarbeit", "paid-before"),
            PAYS,
            "operator",
            "the same address",
            TestPostings.NOW));
  }

  private static ReviewFactsBuilder paid() {
    return ReviewFactsBuilder.builder().outcome(Outcome.PAID);
  }

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
