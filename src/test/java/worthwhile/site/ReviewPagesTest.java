package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.account.Account;
import worthwhile.posting.Organization;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.site.http.Urls;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.WorkBuilder;

/** The pages on which a worker tells what became of her work, and what she is told. */
class ReviewPagesTest {
  @TempDir private Path folder;
  private SiteFixture fixture;
  private Person worker;

  @BeforeEach
  void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(List.of(TestPostings.known().getFirst()));
    CommunitySamples.fill(fixture);
    worker = new Person(fixture);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<Review> own() {
    return fixture.store.statements(said -> said.reviews().of(Account.LOCAL));
  }

  private static String chosen(Document page) {
    return page.select("input[name=outcome][checked]").attr("value");
  }

  private static String value(Document page, String name) {
    return page.select("[name=" + name + "]").attr("value");
  }

  @Test
  void theFormKnowsWhatTheTaskPromises() {
    Document task = worker.page("/tasks/shelf-tasks:task-6");
    String link = task.select("a[href^=/reviews/new]").attr("href");
    Document form = worker.page(link);
    assertThat(value(form, "paid.value")).isEqualTo("2.00");
    assertThat(value(form, "paid.currency")).isEqualTo("USD");
    assertThat(chosen(form)).isEmpty();
    var sent =
        worker.post("/reviews", "about", value(form, "about"), "outcome", "paid", "minutes", "8");
    assertThat(sent.statusCode()).isEqualTo(303);
    Review review =
        own().stream().filter(each -> each.posting().isPresent()).findFirst().orElseThrow();
    assertThat(review.posting()).hasValue("shelf-tasks:task-6");
    assertThat(review.facts().minutes()).isEqualTo(8);
    var again = worker.get(link);
    assertThat(again.headers().firstValue("Location").orElseThrow())
        .startsWith("/reviews/" + review.id() + "/edit");
    assertThat(worker.page("/reviews/" + review.id() + "/edit?again=1").text())
        .contains("told of this already");
  }

  @Test
  void whatTheTaskPromisesIsNotPaidWhereNothingWas() {
    Document form = worker.page("/reviews/new?posting=shelf-tasks:task-6");
    for (String outcome : List.of("rejected", "returned", "timed-out", "broken", "pending")) {
      worker.post(
          "/reviews",
          "about",
          value(form, "about"),
          "outcome",
          outcome,
          "paid.value",
          value(form, "paid.value"),
          "paid.currency",
          value(form, "paid.currency"));
      Review review =
          own().stream().filter(each -> each.posting().isPresent()).findFirst().orElseThrow();
      assertThat(review.facts().paid()).as(outcome).isNull();
      worker.post("/reviews/" + review.id() + "/delete");
    }
  }

  @Test
  void theFormKnowsWhatHerOwnListTells() {
    Work work =
        WorkBuilder.builder()
            .worker(Account.LOCAL)
            .platform("kleinarbeit")
            .title("Sort words")
            .requester(new Organization("Blue Otter Lab", "r-18", null))
            .payment(
                new Payment(
                    "EUR",
                    new BigDecimal("2.40"),
                    null,
                    null,
                    TestPostings.NOW.minus(Duration.ofDays(1))))
            .times(
                new Times(
                    TestPostings.NOW.minus(Duration.ofDays(6)),
                    TestPostings.NOW.minus(Duration.ofDays(5)),
                    Duration.ofMinutes(17),
                    Duration.ofMinutes(20)))
            .status(Status.PAID)
            .provenance(Provenance.IMPORT)
            .fingerprint("f-9")
            .recorded(TestPostings.NOW)
            .build();
    fixture.store.work().take(Account.LOCAL, List.of(work));
    Document earnings = worker.page("/earnings?period=all");
    String link = earnings.select("a[href^=/reviews/new?work=]").attr("href");
    assertThat(link).contains(work.id().toString());
    Document form = worker.page(link);
    assertThat(chosen(form)).isEqualTo("paid");
    assertThat(value(form, "about")).isEqualTo("requester:kleinarbeit:r-18");
    assertThat(value(form, "minutes")).isEqualTo("17");
    assertThat(value(form, "paid.value")).isEqualTo("2.40");
    assertThat(value(form, "paid.currency")).isEqualTo("EUR");
    assertThat(value(form, "paidAfterDays")).isEqualTo("4");
    assertThat(worker.get("/reviews/new?work=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    for (String about : List.of("posting", "requester", "platform"))
      assertThat(worker.get("/reviews/new?" + about + "=" + "x".repeat(700)).statusCode())
          .isEqualTo(404);
  }

  @Test
  void aFinishedTimerLeadsToTheForm() {
    worker.post("/timer", "posting", "shelf-tasks:task-6");
    var timer = fixture.store.timers().running(Account.LOCAL).orElseThrow();
    Document running = worker.page("/reviews/new?timer=" + timer.id());
    assertThat(value(running, "about")).isEqualTo("posting:shelf-tasks:task-6");
    var done = worker.post("/timer/" + timer.id() + "/done", "outcome", "rejected", "minutes", "9");
    Document page = worker.page(done.headers().firstValue("Location").orElseThrow());
    Document form = worker.page(page.select("a[href^=/reviews/new?work=]").attr("href"));
    assertThat(value(form, "about")).isEqualTo("posting:shelf-tasks:task-6");
    assertThat(chosen(form)).isEqualTo("rejected");
    assertThat(value(form, "minutes")).isEqualTo("9");
  }

  @Test
  void aMistakeIsToldAndNothingOfTheFormIsLost() {
    var sent =
        worker.post(
            "/reviews",
            "about",
            "posting:shelf-tasks:task-0",
            "outcome",
            "rejected",
            "minutes",
            "a while",
            "text",
            "My <b>words</b>");
    assertThat(sent.statusCode()).isEqualTo(400);
    Document form = Jsoup.parse(sent.body());
    assertThat(form.select("[role=alert]").text()).contains("minutes must be a whole number");
    assertThat(chosen(form)).isEqualTo("rejected");
    assertThat(value(form, "minutes")).isEqualTo("a while");
    assertThat(form.select("textarea").text()).isEqualTo("My <b>words</b>");
    assertThat(form.select("details[open]")).isNotEmpty();
    assertThat(own()).hasSize(2);
  }

  @Test
  void whatWaitsIsAskedAboutAndAnsweredWithOneTap() {
    Document page = worker.page("/reviews");
    assertThat(page.select("#review-waits button[name=outcome]").eachAttr("value"))
        .containsExactly("paid", "rejected", "pending");
    worker.post("/reviews/waits/outcome", "outcome", "rejected");
    assertThat(outcome("waits").outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(worker.page("/reviews").select("#review-waits button").eachAttr("value"))
        .containsExactly("overturned");
    worker.post("/reviews/waits", "outcome", "paid", "rejectedFor", "too-fast", "again", "true");
    assertThat(outcome("waits").rejectedFor()).isNull();
    assertThat(outcome("waits").again()).isTrue();
    worker.post("/reviews/waits/outcome", "outcome", "rejected");
    worker.post("/reviews/waits/outcome", "outcome", "overturned");
    assertThat(outcome("waits").wasPaid()).isTrue();
    assertThat(worker.page("/reviews").select("#review-waits").text())
        .contains("Rejected, then paid after all");
    assertThat(worker.post("/reviews/waits/outcome", "outcome", "x").statusCode()).isEqualTo(400);
    worker.post("/reviews/waits/delete");
    assertThat(own().stream().map(Review::id)).doesNotContain("waits");
  }

  private Review.Facts outcome(String id) {
    return fixture
        .store
        .statements(said -> said.reviews().byId(id))
        .map(Review::facts)
        .orElseThrow();
  }

  @Test
  void reviewsOfOthersAreReadAndConfirmedButNotChanged() {
    String about = "/reviews/about?requester=" + Urls.parameter(CommunitySamples.OTTER.toString());
    var answer = worker.get(about);
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.body()).doesNotContain("<script>alert(7)").doesNotContain("a-2", "a-3");
    assertThat(page.select("#review-nasty").text()).contains("alert(7)", "We look into it.");
    assertThat(page.select("#review-hidden details").text()).contains("Somebody was named");
    assertThat(page.select("#review-hidden form")).isEmpty();
    assertThat(page.select("#review-nasty a[href=/flags/new?about=review:nasty]")).hasSize(1);
    assertThat(page.select("#review-waits a[href=/reviews/waits/edit]")).hasSize(1);
    for (String path : List.of("/reviews/nasty/edit", "/reviews/none/edit"))
      assertThat(worker.get(path).statusCode()).isEqualTo(404);
    for (String path : List.of("/reviews/nasty", "/reviews/nasty/delete", "/reviews/nasty/outcome"))
      assertThat(worker.post(path, "outcome", "paid").statusCode()).as(path).isEqualTo(404);
    assertThat(outcome("nasty").outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(worker.get("/reviews/nasty").headers().firstValue("Location"))
        .hasValue(about + "#review-nasty");
    assertThat(worker.get("/reviews/waits").headers().firstValue("Location"))
        .hasValue("/reviews#review-waits");
  }

  @Test
  void noOtherSiteCanSendTheForms() {
    Person lured = new Person(fixture).with("Sec-Fetch-Site", "cross-site");
    for (String path :
        List.of(
            "/reviews",
            "/reviews/waits",
            "/reviews/waits/delete",
            "/reviews/waits/outcome",
            "/reviews/fine/confirmations",
            "/notices/seen"))
      assertThat(lured.post(path, "about", "platform:kleinarbeit", "outcome", "paid").statusCode())
          .as(path)
          .isEqualTo(403);
    assertThat(own()).hasSize(2);
  }

  @Test
  void noticesAreCountedUntilTheyAreSeen() {
    assertThat(worker.page("/platforms").select(".news .count").text()).isEqualTo("1");
    Document page = worker.page("/notices");
    assertThat(page.select("main").text()).contains("was reviewed: Otter Lab");
    worker.post("/notices/seen");
    assertThat(worker.page("/platforms").select(".news")).isEmpty();
    assertThat(worker.page("/notices").select("main form")).isEmpty();
  }

  @Test
  void whoLeavesIsToldWhatGoesAndMayLetFactsStay() {
    Document page = worker.page("/account/delete");
    assertThat(page.select("main").text()).contains("2 reviews of yours go too");
    assertThat(page.select("input[name=facts]").hasAttr("checked")).isFalse();
    worker.post("/account/delete", "sure", "yes", "facts", "stay");
    assertThat(own()).isEmpty();
    List<Review> said =
        fixture.store.statements(all -> all.reviews().about(List.of(CommunitySamples.OTTER)));
    assertThat(said.stream().filter(Review::isOfFormer).map(Review::id)).containsExactly("waits");
    assertThat(worker.page("/account/delete").select("input[name=facts]")).isEmpty();
  }

  @Test
  void pagesStayLightHoweverMuchIsSaid() {
    String text = "Nothing but words. ".repeat(200);
    for (int i = 0; i < 40; i++) {
      Member member = Member.join(fixture, "member-" + i);
      String body =
          "{\"requester\":\"kleinarbeit:r-17\",\"outcome\":\"paid\",\"text\":\"" + text + "\"}";
      assertThat(member.post("/api/v1/reviews", body).statusCode()).isEqualTo(201);
    }
    String path = "/reviews/about?requester=kleinarbeit:r-17";
    int seen = 0;
    while (!path.isEmpty()) {
      var answer = fixture.get(path);
      assertThat(answer.body().length()).isLessThan(40_000);
      Document page = Jsoup.parse(answer.body());
      seen += page.select("article.review").size();
      path = page.select("a[href*=page=]").attr("href");
    }
    assertThat(seen).isEqualTo(45);
  }
}
