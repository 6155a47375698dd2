package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Account;
import worthwhile.community.Leaving;
import worthwhile.community.ReviewDraft;
import worthwhile.community.ReviewTarget;
import worthwhile.community.Reviewing;
import worthwhile.community.Reviewing.Written;
import worthwhile.flow.Batch;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.site.http.Urls;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Telling what became of a task, as programs do it, on both databases. */
class ReviewsTest {
  private static final String REVIEWS = "/api/v1/reviews";
  private static final String TASK = "shelf-tasks:task-0";
  private static final RequesterId SHELF_LAB = RequesterId.named("shelf-tasks", "Shelf Lab");
  private static final String OF_SHELF_LAB =
      REVIEWS + "?requester=" + Urls.parameter(SHELF_LAB.toString());
  private static final String PAID = "{\"posting\":\"" + TASK + "\",\"outcome\":\"paid\"}";

  @TempDir private Path folder;

  private SiteFixture on(TestDatabase database) {
    return SiteFixture.filled(database.fresh(folder), folder);
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Member.read(answer).path("id").asString();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReviewIsWrittenReadCorrectedAndDeletedByItsAuthorAlone(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      Member bert = Member.join(fixture, "bert");
      var made =
          anna.post(
              REVIEWS,
              """
              {"posting":"shelf-tasks:task-0","outcome":"rejected","rejectedFor":"too-fast",
               "minutes":12,"unpaidMinutes":3,"paid":{"currency":"usd","value":"0,50"},
               "paidAfterDays":4,"answered":false,"again":false,"text":"Too fast, they said."}
              """);
      String path = REVIEWS + "/" + id(made);
      assertThat(made.headers().firstValue("Location")).hasValue(path);
      JsonNode review = anna.json(path);
      assertThat(review.path("requester").asString()).isEqualTo(SHELF_LAB.toString());
      assertThat(review.path("platform").asString()).isEqualTo("shelf-tasks");
      assertThat(review.at("/paid/value").decimalValue()).isEqualByComparingTo("0.5");
      assertThat(review.at("/paid/currency").asString()).isEqualTo("USD");
      assertThat(review.path("at").asString()).isEqualTo("2026-11-23");
      assertThat(review.path("verified").asBoolean()).isFalse();

      assertThat(bert.get(path).statusCode()).isEqualTo(404);
      assertThat(bert.patch(path, "{\"text\":\"mine now\"}").statusCode()).isEqualTo(404);
      assertThat(bert.delete(path).statusCode()).isEqualTo(404);
      assertThat(fixture.get(path).statusCode()).isEqualTo(404);
      assertThat(fixture.get("/reviews/" + review.path("id").asString()).statusCode())
          .isEqualTo(404);

      JsonNode lifted =
          Member.read(anna.patch(path, "{\"overturned\":true,\"minutes\":null,\"text\":null}"));
      assertThat(lifted.path("overturned").asBoolean()).isTrue();
      assertThat(lifted.path("rejectedFor").asString()).isEqualTo("too-fast");
      assertThat(lifted.has("minutes")).isFalse();
      assertThat(lifted.has("text")).isFalse();
      JsonNode paid = Member.read(anna.patch(path, "{\"outcome\":\"paid\"}"));
      assertThat(paid.has("rejectedFor")).isFalse();
      assertThat(paid.has("overturned")).isFalse();

      assertThat(anna.json(REVIEWS + "/mine").path("total").asInt()).isEqualTo(1);
      assertThat(bert.json(REVIEWS + "/mine").path("total").asInt()).isZero();
      assertThat(anna.delete(path).statusCode()).isEqualTo(204);
      assertThat(anna.get(path).statusCode()).isEqualTo(404);
      assertThat(anna.delete(path).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAccountHasOneReviewOfEachThing(TestDatabase database) throws Exception {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      String first = id(anna.post(REVIEWS, PAID));
      var again = anna.post(REVIEWS, PAID);
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.body()).contains(first, "PATCH " + REVIEWS + "/" + first);

      Member bert = Member.join(fixture, "bert");
      try (ExecutorService both = Executors.newFixedThreadPool(8)) {
        Callable<Integer> write = () -> bert.post(REVIEWS, PAID).statusCode();
        List<Future<Integer>> answers = both.invokeAll(java.util.Collections.nCopies(8, write));
        int made = 0;
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isIn(201, 409);
          if (answer.get() == 201) made++;
        }
        assertThat(made).isEqualTo(1);
      }
    }
  }

  /** Each store is what a process of its own has. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoProcessesThatWriteTheSameAtOnceMakeOne(TestDatabase database) throws Exception {
    String address = database.fresh(folder);
    Account account = new Account("a-1", "anna", java.util.Set.of(), SiteFixture.CLOCK.instant());
    try (Store one = Store.open(address, SiteFixture.CLOCK);
        Store other = Store.open(address, SiteFixture.CLOCK);
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 20; i++) {
        ReviewTarget target = ReviewTarget.of(RequesterId.identified("kleinarbeit", "r-" + i));
        List<Callable<Written>> writes =
            List.of(() -> write(one, account, target), () -> write(other, account, target));
        List<Written> written = new java.util.ArrayList<>();
        for (Future<Written> each : both.invokeAll(writes)) written.add(each.get());
        assertThat(written.stream().filter(Written.Made.class::isInstance)).hasSize(1);
        assertThat(written.stream().filter(Written.Exists.class::isInstance)).hasSize(1);
      }
      List<Review> stored = other.statements(said -> said.reviews().of("a-1"));
      assertThat(stored).hasSize(20);
    }
  }

  private static Written write(Store store, Account account, ReviewTarget target) {
    ReviewDraft draft = new ReviewDraft(Review.Facts.of(Outcome.PAID), Optional.empty());
    return new Reviewing(CommunitySamples.tail(store), SiteFixture.CLOCK)
        .write(account, target, draft);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void untilThreeWorkersHaveSpokenOthersSeeTheirNumberAlone(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      Member bert = Member.join(fixture, "bert");
      Member cleo = Member.join(fixture, "cleo");
      String first =
          id(
              anna.post(
                  REVIEWS,
                  "{\"posting\":\"" + TASK + "\",\"outcome\":\"rejected\",\"text\":\"secret\"}"));
      id(bert.post(REVIEWS, "{\"posting\":\"shelf-tasks:task-12\",\"outcome\":\"paid\"}"));
      for (String asked : List.of(OF_SHELF_LAB, REVIEWS + "?posting=" + TASK)) {
        var seen = fixture.get(asked);
        JsonNode body = Member.read(seen);
        assertThat(body.path("waiting").asInt()).isEqualTo(2);
        assertThat(body.path("items").isEmpty()).isTrue();
        assertThat(seen.body()).doesNotContain("secret", first, "task-0", "rejected");
      }
      assertThat(anna.json(OF_SHELF_LAB).path("items").size()).isEqualTo(1);
      assertThat(anna.json(OF_SHELF_LAB).at("/items/0/waits").asBoolean()).isTrue();
      assertThat(bert.post(REVIEWS + "/" + first + "/confirmations", "").statusCode())
          .isEqualTo(404);

      id(cleo.post(REVIEWS, "{\"requester\":\"" + SHELF_LAB + "\",\"outcome\":\"pending\"}"));
      JsonNode all = fixture.json(OF_SHELF_LAB);
      assertThat(all.path("waiting").asInt()).isZero();
      assertThat(all.path("total").asInt()).isEqualTo(3);
      assertThat(all.toString()).contains("secret").doesNotContain(anna.account().id(), "anna");
      assertThat(fixture.json(REVIEWS + "?posting=" + TASK).path("total").asInt()).isEqualTo(1);
      assertThat(fixture.json(OF_SHELF_LAB + "&size=2&page=2").path("items").size()).isEqualTo(1);
      assertThat(
              fixture
                  .get(OF_SHELF_LAB, "Origin", "https://other.example")
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .hasValue("*");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoSawTheSameConfirmsIt(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      String first = "";
      for (String name : List.of("anna", "bert", "cleo"))
        first =
            id(
                Member.join(fixture, name)
                    .post(
                        REVIEWS,
                        "{\"posting\":\""
                            + TASK
                            + "\",\"outcome\":\"rejected\",\"rejectedFor\":\"no-reason\","
                            + "\"minutes\":7,\"text\":\"hers\"}"));
      Member dora = Member.join(fixture, "dora");
      String confirm = REVIEWS + "/" + first + "/confirmations";
      var made = dora.post(confirm, "");
      JsonNode own = dora.json(REVIEWS + "/" + id(made));
      assertThat(own.path("confirms").asString()).isEqualTo(first);
      assertThat(own.path("rejectedFor").asString()).isEqualTo("no-reason");
      assertThat(own.has("minutes") || own.has("text")).isFalse();
      assertThat(dora.post(confirm, "").statusCode()).isEqualTo(409);
      assertThat(dora.json(REVIEWS + "/" + first).path("confirmations").asInt()).isEqualTo(1);
      dora.patch(REVIEWS + "/" + id(made), "{\"outcome\":\"paid\"}");
      assertThat(dora.json(REVIEWS + "/" + first).path("confirmations").asInt())
          .as("she says something else now")
          .isZero();
      assertThat(dora.post(REVIEWS + "/" + UUID.randomUUID() + "/confirmations", "").statusCode())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRequesterDoesNotReviewHerselfAndFollowersAreTold(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      Member bert = Member.join(fixture, "bert");
      Member shelf = Member.join(fixture, "shelf-lab");
      var now = SiteFixture.CLOCK.instant();
      CommunitySamples.tail(fixture.store)
          .take(
              new Batch.Said<>(
                  now,
                  writing -> {
                    var said = writing.statements();
                    said.claims()
                        .add(
                            new Claim(
                                "c-1",
                                shelf.account().id(),
                                SHELF_LAB,
                                Claim.Proof.PLATFORM,
                                Optional.empty(),
                                "code",
                                Claim.State.ACCEPTED,
                                now,
                                Optional.of(now)));
                    said.follows().follow(bert.account().id(), SHELF_LAB, now);
                    said.follows().follow(anna.account().id(), SHELF_LAB, now);
                    return Batch.Said.Done.of(true);
                  }));
      assertThat(shelf.post(REVIEWS, PAID).statusCode()).isEqualTo(403);
      id(anna.post(REVIEWS, PAID));
      id(anna.post(REVIEWS, "{\"posting\":\"shelf-tasks:task-12\",\"outcome\":\"paid\"}"));

      JsonNode told = bert.json("/api/v1/notices").path("items");
      assertThat(told.size()).isEqualTo(1);
      assertThat(told.at("/0/reason/code").asString()).isEqualTo("followed-requester-reviewed");
      assertThat(told.at("/0/at").asString()).isEqualTo("2026-11-23T00:00:00Z");
      assertThat(anna.json("/api/v1/notices").path("items").isEmpty()).isTrue();
      assertThat(bert.post("/api/v1/notices/seen", "").statusCode()).isEqualTo(204);
      assertThat(bert.json("/api/v1/notices").at("/items/0").has("seen")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHerOwnListProvesIsVerifiedAndMayBeReviewedBeforeItIsSeenHere(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      Member bert = Member.join(fixture, "bert");
      String body = "{\"requester\":\"kleinarbeit:r-404\",\"outcome\":\"paid\"}";
      assertThat(anna.post(REVIEWS, body).statusCode()).isEqualTo(404);
      assertThat(bert.post(REVIEWS, body).body()).contains("your own list of work");
      fixture.store.work().take(anna.account().id(), List.of(work(anna.account().id())));
      JsonNode made = Member.read(anna.post(REVIEWS, body));
      assertThat(made.path("verified").asBoolean()).isTrue();
      assertThat(bert.post(REVIEWS, body).statusCode()).isEqualTo(404);

      JsonNode platform =
          Member.read(
              anna.post(
                  REVIEWS,
                  "{\"platform\":\"kleinarbeit\",\"outcome\":\"paid\",\"deactivated\":false}"));
      assertThat(platform.path("verified").asBoolean()).isTrue();
      assertThat(platform.has("requester")).isFalse();
      assertThat(fixture.json(REVIEWS + "?platform=kleinarbeit").path("waiting").asInt())
          .isEqualTo(1);
    }
  }

  private static worthwhile.work.Work work(String account) {
    return worthwhile.work.WorkBuilder.builder()
        .worker(account)
        .platform("kleinarbeit")
        .title("Sort words")
        .requester(new worthwhile.posting.Organization("Nobody Yet", "r-404", null))
        .payment(worthwhile.work.Payment.of("USD", new java.math.BigDecimal("1.20")))
        .times(worthwhile.work.Times.UNKNOWN)
        .status(worthwhile.work.Status.PAID)
        .provenance(worthwhile.work.Provenance.IMPORT)
        .fingerprint("f-1")
        .recorded(SiteFixture.CLOCK.instant())
        .build();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavingTakesReviewsAlongUnlessTheirFactsMayStay(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      for (boolean stay : new boolean[] {false, true}) {
        Member anna = Member.join(fixture, "anna-" + stay);
        id(
            anna.post(
                REVIEWS,
                "{\"posting\":\"" + TASK + "\",\"outcome\":\"paid\",\"text\":\"my own words\"}"));
        assertThat(conduct(fixture)).isEqualTo(1);
        new Leaving(fixture.store, CommunitySamples.tail(fixture.store), SiteFixture.CLOCK)
            .leave(anna.account(), stay);
        List<Review> left =
            fixture.store.statements(said -> said.reviews().about(List.of(SHELF_LAB)));
        assertThat(left).hasSize(stay ? 1 : 0);
        assertThat(conduct(fixture)).isEqualTo(stay ? 1 : 0);
        assertThat(anna.get("/api/v1/account").statusCode()).isEqualTo(401);
        for (Review review : left) {
          assertThat(review.isOfFormer()).isTrue();
          assertThat(review.account()).doesNotContain(anna.account().id());
          assertThat(review.text()).isEmpty();
          assertThat(review.facts().outcome()).isEqualTo(Outcome.PAID);
        }
      }
    }
  }

  /** How many reports her open task shows. */
  private static int conduct(SiteFixture fixture) {
    return fixture.json("/api/v1/postings/" + TASK).at("/reputation/unverified").asInt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"outcome\":\"paid\"}|Name one of posting, requester, platform",
        "{\"posting\":\"shelf-tasks:task-0\",\"platform\":\"kleinarbeit\",\"outcome\":\"paid\"}|Name one of",
        "{\"posting\":\"shelf-tasks:task-0\"}|outcome must be one of paid, rejected",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"great\"}|outcome must be one of paid, rejected",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"verified\":true}|Unknown name verified",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"account\":\"x\"}|Unknown name account",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"hidden\":false}|Unknown name hidden",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"paid\":{\"value\":1}}|currency",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"paid\":{\"currency\":\"USD\"}}|value",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"paid\":{\"currency\":\"USD\",\"value\":1,\"fee\":1}}|Unknown name fee",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"paid\":{\"currency\":\"USD\",\"value\":1e999}}|digits",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"paid\":{\"currency\":\"USD\",\"value\":-1}}|sum such as",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"minutes\":-1}|minutes must be a whole number",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"minutes\":1.5}|minutes must be a whole number",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"minutes\":[1]}|minutes must be a single value",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"rejectedFor\":\"too-fast\"}|goes only with the outcome rejected",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"deactivated\":true}|goes only with a review of a platform",
        "{\"posting\":\"shelf-tasks:task-0\",\"outcome\":\"paid\",\"again\":\"perhaps\"}|again must be true or false",
        "[1]|must be a JSON object",
        "{\"posting\"|no whole JSON"
      })
  void badInputIsToldWithWhatIsAllowedAndStoresNothing(String body, String told) {
    try (SiteFixture fixture = on(TestDatabase.SQLITE)) {
      Member anna = Member.join(fixture, "anna");
      var answer = anna.post(REVIEWS, body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Member.read(answer).path("detail").asString()).contains(told);
      assertThat(anna.json(REVIEWS + "/mine").path("total").asInt()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class)
  void whatSomebodyWritesIsTextAndNothingElse(TestDatabase database) {
    try (SiteFixture fixture = on(database)) {
      Member anna = Member.join(fixture, "anna");
      String nasty =
          "'; drop table review; -- <script>alert(1)</script> a\u202eb\u200bc\u0000d\r\nlog";
      var body =
          worthwhile.posting.PostingJson.MAPPER
              .createObjectNode()
              .put("posting", TASK)
              .put("outcome", "paid")
              .put("text", nasty);
      String id = id(anna.post(REVIEWS, body.toString()));
      String text = anna.json(REVIEWS + "/" + id).path("text").asString();
      assertThat(text).startsWith("'; drop table review; -- <script>").contains("abcd");
      assertThat(anna.patch(REVIEWS + "/" + id, "{\"text\":\"" + "x".repeat(4_001) + "\"}").body())
          .contains("At most 4000 characters");
      assertThat(anna.patch(REVIEWS + "/" + id, "x".repeat(70_000)).statusCode()).isEqualTo(413);
      assertThat(anna.json(REVIEWS + "/" + id).path("text").asString()).isEqualTo(text);
      int refused = 0;
      for (int i = 0; i < 40; i++)
        if (anna.patch(REVIEWS + "/" + id, "{\"minutes\":" + i + "}").statusCode() == 429)
          refused++;
      assertThat(refused).isPositive();
    }
  }
}
