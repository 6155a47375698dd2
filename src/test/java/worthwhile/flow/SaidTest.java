package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.community.Leaving;
import worthwhile.community.Merging;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Conduct;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.posting.Warning;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.account.AccountRows;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Requesters;

/** What people say, carried to the end: the requester's record and her open postings. */
class SaidTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RequesterId MILL = RequesterId.identified("mill", "M1");

  @TempDir private Path folder;

  private static Tail tail(Store store) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped())),
        () -> {},
        CLOCK);
  }

  private static void offer(Tail tail, String requester, int from, int to) {
    List<Item> items = new ArrayList<>();
    for (int i = from; i < to; i++)
      items.add(
          JobPosting.builder("mill", "mill", requester + i)
              .title("Sort pictures of leaves " + requester + i)
              .hiringOrganization(new Organization("Stone Lab " + requester, requester, null))
              .build());
    tail.take(Batch.Rows.of("mill", NOW).outcome(RunOutcome.Read.PARTIAL).items(items).build());
  }

  private static Review review(String account, RequesterId of, Outcome outcome, boolean verified) {
    return new Review(
        UUID.randomUUID().toString(),
        account,
        Subject.requester(of.toString()),
        of.platform(),
        Optional.of(of),
        Optional.empty(),
        Review.Facts.of(outcome),
        Optional.empty(),
        Optional.empty(),
        verified,
        false,
        NOW,
        NOW,
        NOW);
  }

  private static boolean say(Tail tail, Review review) {
    return tail.take(
        new Batch.Said<>(
            NOW,
            writing ->
                new Batch.Said.Done<>(
                    writing.statements().reviews().add(review),
                    Set.of(review.requester().orElseThrow()))));
  }

  private static Conduct of(Store store, String posting) {
    return store.postings().byId("mill:" + posting).orElseThrow().reputation();
  }

  private static void trust(Store store, String account) {
    store
        .accounts()
        .add(
            new AccountRows.Row(
                account,
                account,
                account,
                Set.of("worker", "trusted"),
                Optional.empty(),
                Optional.empty(),
                NOW));
  }

  @ParameterizedTest
  @EnumSource
  void newAccountsWithoutWorkAreTellersAndMoveNothing(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 3);
      assertThat(of(store, "M10")).as("nobody says anything").isNull();
      say(tail, review("a", MILL, Outcome.REJECTED, false));
      assertThat(of(store, "M10").unverified()).isOne();
      for (String account : List.of("b", "c", "d", "e"))
        say(tail, review(account, MILL, Outcome.REJECTED, false));
      Conduct conduct = of(store, "M12");
      assertThat(conduct.state()).isEqualTo(Conduct.State.NOT_ENOUGH_HISTORY);
      assertThat(conduct.unverified()).isEqualTo(5);
      assertThat(conduct.n()).isZero();
      assertThat(conduct.score()).isNull();
      new WholeReckoning(store, () -> {}, CLOCK).run();
      assertThat(of(store, "M12")).isEqualTo(conduct);
    }
  }

  @ParameterizedTest
  @EnumSource
  void threeWhoWorkedForHerMakeAScoreThatNewPostingsCarryToo(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 2);
      for (String account : List.of("a", "b")) say(tail, review(account, MILL, Outcome.PAID, true));
      assertThat(of(store, "M11").isKnown()).isFalse();
      assertThat(of(store, "M11").unverified()).isEqualTo(2);
      say(tail, review("c", MILL, Outcome.REJECTED, true));
      Conduct conduct = of(store, "M11");
      assertThat(conduct.isKnown()).isTrue();
      assertThat(conduct.paid()).isEqualTo(2);
      assertThat(conduct.outcomes()).isEqualTo(3);
      assertThat(conduct.unverified()).isZero();
      assertThat(conduct.score()).isBetween(new BigDecimal("0.5"), new BigDecimal("0.67"));
      assertThat(conduct.low()).isLessThan(conduct.score());
      offer(tail, "M1", 2, 3);
      assertThat(of(store, "M12")).isEqualTo(conduct);
      offer(tail, "M2", 0, 1);
      assertThat(of(store, "M20")).as("another requester").isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoProvesToBeTheRequesterNoLongerCountsForHer(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      offer(tail, "M2", 0, 1);
      for (String account : List.of("a", "b", "c"))
        say(tail, review(account, MILL, Outcome.REJECTED, true));
      Conduct before = of(store, "M10");
      say(tail, review("herself", MILL, Outcome.PAID, true));
      Conduct flattered = of(store, "M10");
      assertThat(flattered.score()).isGreaterThan(before.score());
      RequesterId other = RequesterId.identified("mill", "M2");
      claim(tail, "herself", other, Claim.State.OPEN);
      assertThat(of(store, "M10")).as("nothing is proved yet").isEqualTo(flattered);
      claim(tail, "herself", other, Claim.State.ACCEPTED);
      assertThat(of(store, "M10")).as("another requester").isEqualTo(flattered);
      long merge = tail.take(Merging.merge(other, MILL, "mod", "the same", NOW));
      assertThat(of(store, "M10")).isEqualTo(before);
      assertThat(of(store, "M20")).isEqualTo(before);
      new WholeReckoning(store, () -> {}, CLOCK).run();
      assertThat(of(store, "M10")).isEqualTo(before);
      Requesters.Merge logged =
          store.requesters().log(9).stream()
              .filter(each -> each.number() == merge)
              .findFirst()
              .orElseThrow();
      tail.take(Merging.separate(logged, "mod", NOW));
      assertThat(of(store, "M10")).as("two again").isEqualTo(flattered);
      claim(tail, "herself", MILL, Claim.State.ACCEPTED);
      assertThat(of(store, "M10")).isEqualTo(before);
    }
  }

  private static void claim(Tail tail, String account, RequesterId of, Claim.State state) {
    Claim claim =
        new Claim(
            UUID.randomUUID().toString(),
            account,
            of,
            Claim.Proof.values()[0],
            Optional.empty(),
            "code",
            state,
            NOW,
            Optional.of(NOW));
    tail.take(
        new Batch.Said<>(
            NOW,
            writing -> {
              writing.statements().claims().add(claim);
              return new Batch.Said.Done<>(true, Set.of(of));
            }));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKnownAtOnceIsWhatTheWholeReckoningFinds(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      offer(tail, "M2", 0, 1);
      trust(store, "t");
      for (String account : List.of("t", "a", "b", "c")) {
        say(tail, review(account, MILL, Outcome.PAID, true));
        say(tail, review(account, RequesterId.identified("mill", "M2"), Outcome.REJECTED, true));
      }
      WholeReckoning whole = new WholeReckoning(store, () -> {}, CLOCK);
      whole.run();
      Conduct found = of(store, "M10");
      assertThat(found.isKnown()).isTrue();
      say(tail, review("d", MILL, Outcome.PAID, true));
      Conduct atOnce = of(store, "M10");
      assertThat(atOnce.n()).isEqualTo(5);
      whole.run();
      assertThat(of(store, "M10").score()).isEqualTo(atOnce.score());
      assertThat(of(store, "M20").score()).isLessThan(new BigDecimal("0.4"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onePersonHasOneReviewAndItsEndTakesTheRecordWithIt(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      Review review = review("a", MILL, Outcome.PAID, true);
      assertThat(say(tail, review)).isTrue();
      assertThat(say(tail, review("a", MILL, Outcome.REJECTED, true))).isFalse();
      assertThat(of(store, "M10").unverified()).isOne();
      boolean gone =
          tail.take(
              new Batch.Said<>(
                  NOW,
                  writing ->
                      new Batch.Said.Done<>(
                          writing.statements().reviews().delete("a", review.id()), Set.of(MILL))));
      assertThat(gone).isTrue();
      assertThat(of(store, "M10")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void visitorsTogetherAreOneReportAndWhatIsDismissedIsNone(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      for (int i = 0; i < 4; i++) flag(tail, Optional.empty(), "v" + i);
      assertThat(of(store, "M10").unverified()).isOne();
      flag(tail, Optional.of("a"), null);
      assertThat(of(store, "M10").unverified()).isEqualTo(2);
      tail.take(
          new Batch.Said<>(
              NOW,
              writing ->
                  new Batch.Said.Done<>(
                      writing
                          .statements()
                          .flags()
                          .decide(Subject.posting("mill:M10"), Flag.State.DISMISSED),
                      Set.of(MILL))));
      assertThat(of(store, "M10")).isNull();
    }
  }

  private static void flag(Tail tail, Optional<String> account, String visitor) {
    boolean unused =
        tail.take(
            new Batch.Said<>(
                NOW,
                writing -> {
                  writing
                      .statements()
                      .flags()
                      .add(
                          new Flag(
                              UUID.randomUUID().toString(),
                              account,
                              Optional.ofNullable(visitor),
                              Subject.posting("mill:M10"),
                              FlagKind.NON_PAYMENT,
                              Optional.empty(),
                              Optional.empty(),
                              Flag.State.OPEN,
                              NOW),
                          Optional.empty());
                  return new Batch.Said.Done<>(true, Set.of(MILL));
                }));
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyReportedWhoLeavesIsWarnedOfNoLonger(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      trust(store, "a");
      flag(tail, Optional.of("a"), "");
      tail.take(new Batch.Reassessment(List.of("mill:M10"), NOW));
      assertThat(warnings(store, "M10")).containsExactly("reported");
      new Leaving(store, tail, CLOCK).leave(new Account("a", "a", Set.of(Role.WORKER), NOW), false);
      assertThat(warnings(store, "M10")).isEmpty();
    }
  }

  private static List<String> warnings(Store store, String posting) {
    return store.postings().byId("mill:" + posting).orElseThrow().assessment().warnings().stream()
        .map(Warning::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void allPostingsOfARequesterWithVeryManyCarryIt(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      int many = Reckoning.AT_ONCE + 20;
      offer(tail, "M1", 0, many);
      long before = store.postings().revision();
      say(tail, review("a", MILL, Outcome.PAID, false));
      assertThat(IntStream.range(0, many).mapToObj(i -> of(store, "M1" + i)))
          .allMatch(each -> each != null && each.unverified() == 1);
      List<Changes.Entry> told = store.changes().after(before, 2 * many);
      assertThat(told).hasSize(many).allMatch(each -> each.detail().equals("reputation"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsLeavesNoTrace(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      Review review = review("a", MILL, Outcome.PAID, true);
      Batch.Said<Boolean> broken =
          new Batch.Said<>(
              NOW,
              writing -> {
                writing.statements().reviews().add(review);
                throw new IllegalStateException("power cut");
              });
      assertThatThrownBy(() -> tail.take(broken)).hasMessageContaining("power cut");
      List<Review> kept = store.statements(each -> each.reviews().of("a"));
      assertThat(kept).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBurstWaitsUntilPeopleFoundItHonest(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      offer(tail, "M1", 0, 1);
      for (int i = 0; i < 9; i++) say(tail, review("new" + i, MILL, Outcome.REJECTED, true));
      assertThat(of(store, "M10").frozen()).isEqualTo(9);
      assertThat(of(store, "M10").isKnown()).isFalse();
      boolean closed =
          tail.take(
              new Batch.Said<>(
                  NOW,
                  writing -> {
                    writing.statements().cases().add(burst());
                    return new Batch.Said.Done<>(true, Set.of(MILL));
                  }));
      assertThat(closed).isTrue();
      assertThat(of(store, "M10").frozen()).isZero();
      assertThat(of(store, "M10").isKnown()).isTrue();
      assertThat(of(store, "M10").outcomes()).isEqualTo(9);
      new WholeReckoning(store, () -> {}, CLOCK).run();
      assertThat(of(store, "M10").outcomes()).isEqualTo(9);
    }
  }

  private static ModerationCase burst() {
    return new ModerationCase(
        "c",
        ModerationCase.Kind.BURST,
        Subject.requester(MILL.toString()),
        Optional.of(MILL),
        5,
        ModerationCase.State.DISMISSED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "1",
        NOW,
        Optional.of(NOW));
  }
}
