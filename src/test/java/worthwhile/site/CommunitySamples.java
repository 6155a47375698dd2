package worthwhile.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Notice;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.community.Statements;

/** What invented people say of invented requesters and platforms, the local user among them. */
final class CommunitySamples {
  static final RequesterId OTTER = RequesterId.identified("kleinarbeit", "r-17");
  static final String HOSTILE_TEXT = "<script>alert(7)</script> \"quoted\" & more\nsecond line";
  private static final Instant NOW = TestPostings.NOW;

  private CommunitySamples() {}

  static void fill(SiteFixture fixture) {
    tail(fixture.store)
        .take(
            new Batch.Said<>(
                NOW,
                writing -> {
                  fill(writing.statements());
                  return new Batch.Said.Done<>(true, java.util.Set.of(OTTER));
                }));
  }

  static Tail tail(Store store) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped())),
        () -> {},
        SiteFixture.CLOCK);
  }

  private static void fill(Statements said) {
    for (String account : java.util.List.of("a-2", "a-3", Account.LOCAL))
      said.reviews()
          .add(
              review(
                  account.equals("a-2") ? "told" : "platform-" + account,
                  account,
                  Subject.platform("shelf-tasks"),
                  full(),
                  Optional.of("Paid late.")));
    String otter = OTTER.toString();
    Review.Facts rejected =
        ReviewFactsBuilder.builder()
            .outcome(Outcome.REJECTED)
            .rejectedFor(RejectionCause.TOO_FAST)
            .minutes(12)
            .build();
    said.reviews().add(review("nasty", "a-2", otter, rejected, Optional.of(HOSTILE_TEXT)));
    said.reviews().add(review("fine", "a-3", otter, full(), Optional.empty()));
    said.reviews()
        .add(review("waits", Account.LOCAL, otter, Review.Facts.of(Outcome.PENDING), none()));
    said.reviews()
        .add(review("hidden", "a-4", otter, rejected, Optional.of("Somebody was named here.")));
    said.reviews().add(review("more", "a-5", otter, rejected, none()));
    said.reviews().hide("hidden", true);
    said.replies()
        .add(
            new Reply(
                "r-1", "a-9", OTTER, Subject.review("nasty"), "We look into it.", false, NOW, NOW));
    said.notices()
        .add(
            new Notice(
                "n-1",
                Account.LOCAL,
                Subject.requester(otter),
                Reason.of("followed-requester-reviewed"),
                NOW,
                none()));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Review.Facts full() {
    return ReviewFactsBuilder.builder()
        .outcome(Outcome.PAID)
        .minutes(12)
        .unpaidMinutes(3)
        .currency("USD")
        .paid(new BigDecimal("1.50"))
        .paidAfterDays(9)
        .answered(true)
        .again(false)
        .build();
  }

  private static Review review(
      String id, String account, String requester, Review.Facts facts, Optional<String> text) {
    return review(id, account, Subject.requester(requester), facts, text);
  }

  private static Review review(
      String id, String account, Subject subject, Review.Facts facts, Optional<String> text) {
    boolean ofPlatform = subject.kind() == Subject.Kind.PLATFORM;
    Instant at = NOW.minus(Duration.ofDays(40));
    return new Review(
        id,
        account,
        subject,
        ofPlatform ? subject.id() : OTTER.platform(),
        ofPlatform ? none() : Optional.of(OTTER),
        none(),
        facts,
        text,
        none(),
        !account.equals("a-3"),
        false,
        at,
        at,
        at);
  }
}
