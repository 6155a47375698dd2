package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.earn.WorkSettings;

/** What a worker can do after a rejection, on her page and through the API. */
class RejectionSiteTest {
  private static final LocalDate TODAY = TestPostings.NOW.atZone(ZoneOffset.UTC).toLocalDate();

  @TempDir Path folder;
  private OpenInstance instance;
  private Person ann;
  private String account;
  private Work work;

  @BeforeEach
  void start() {
    instance = new OpenInstance(folder);
    ann = instance.somebody();
    ann.signUp("ann");
    account = account(ann);
    work = stored("Count <i>crates</i>", Status.REJECTED, Duration.ofDays(2));
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private String account(Person who) {
    return PostingJson.MAPPER.readTree(who.get("/api/v1/account").body()).get("id").asString();
  }

  private Work stored(String title, Status status, Duration ago) {
    instance
        .fixture
        .store
        .workSettings()
        .put(
            account,
            new WorkSettings(
                Optional.of(ZoneOffset.UTC),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    Instant end = TestPostings.NOW.minus(ago);
    Work piece =
        new Work(
            null,
            account,
            "shelf-tasks",
            "c-9",
            "shelf-tasks:task-6",
            title,
            null,
            Payment.of("USD", new java.math.BigDecimal("2.00")),
            Times.between(end.minusSeconds(420), end),
            status,
            Provenance.IMPORT,
            title,
            end,
            null);
    instance.fixture.store.work().take(account, List.of(piece));
    return piece;
  }

  private String path() {
    return "/work/" + work.id() + "/after-rejection";
  }

  private Document page() {
    HttpResponse<String> answer = ann.get(path());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40_000);
    return org.jsoup.Jsoup.parse(answer.body());
  }

  private static String next(Document page) {
    return page.select("section:has(#next) p").first().text();
  }

  private void note(String... fields) {
    HttpResponse<String> answer = ann.post(path(), fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private Status status() {
    return instance.fixture.store.work().byId(account, work.id()).orElseThrow().status();
  }

  @Test
  void sheIsLedFromTheFirstMessageToTheEnd() {
    instance.fixture.add(List.of(TestPostings.plain(6)));
    assertThat(ann.page("/earnings?period=all").select("a[href=" + path() + "]")).isNotEmpty();
    Document first = page();
    assertThat(next(first))
        .startsWith("Write to the requester, by ")
        .contains("" + TODAY.plusDays(28).getDayOfMonth());
    assertThat(first.select("#next ~ .hint").text()).contains("when you handed it in");
    assertThat(first.body().html()).doesNotContain("<i>crates").doesNotContain("<b>help desk");
    assertThat(first.body().text()).doesNotContain("telephone");

    note("cause", "too-fast", "rejected", TODAY.minusDays(1).toString());
    Document told = page();
    assertThat(told.select("#message").text())
        .contains("“Count crates” (id c-9), which was to pay 2.00 USD")
        .contains("too fast", "I worked 7 minutes on it; the time stated was 11 minutes");
    assertThat(told.select("#next ~ .hint")).isEmpty();

    note("wrote", TODAY.toString(), "remind", TODAY.plusDays(7).toString());
    assertThat(next(page())).startsWith("Wait for an answer until ");
    assertThat(ann.page("/earnings").select("#reminders")).isEmpty();
    instance.time.move(Duration.ofDays(7));
    assertThat(next(page())).startsWith("Turn to Shelf Tasks, by ");
    Document reminded = ann.page("/earnings");
    assertThat(reminded.select("section:has(#reminders) a").attr("href")).isEqualTo(path());

    note("outcome", "overturned");
    assertThat(status()).isEqualTo(Status.PAID);
    assertThat(next(page())).startsWith("It was taken back and paid.");
    assertThat(ann.page("/earnings").select("#reminders")).isEmpty();
    note("outcome", "");
    assertThat(status()).isEqualTo(Status.REJECTED);
    assertThat(page().select("#wrote").attr("value")).isEqualTo(TODAY.toString());
  }

  @Test
  void oneTapNotesThatSheWroteAndRemindsHerWhenTheAnswerIsDue() {
    var form = page().select("form:has(button[name=wrote])");
    note(
        "wrote", form.select("button").attr("value"), "remind", form.select("input").attr("value"));
    assertThat(page().select("#remind").attr("value")).isEqualTo(TODAY.plusDays(7).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "wrote, tomorrow, wrote must be a day such as",
    "wrote, 2099-01-01, is to come",
    "support, 2001-01-01, must not be before the day of the work",
    "rejected, 2026-02-30, rejected must be a day such as",
    "remind, 2001-01-01, remind must be a day from today",
    "remind, 2999-01-01, remind must be a day from today",
    "cause, mood, 'cause must be one of quality, too-fast'",
    "outcome, won, 'outcome must be one of overturned, refused, no-answer'"
  })
  void aMistakeIsToldAndNothingIsChanged(String name, String value, String told) {
    note("wrote", TODAY.minusDays(1).toString());
    HttpResponse<String> page =
        ann.post(path(), name, value, "cause", name.equals("cause") ? value : "quality");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(org.jsoup.Jsoup.parse(page.body()).select("[role=alert]").text()).contains(told);
    JsonNode problem = call(400, "{\"" + name + "\":\"" + value + "\"}");
    assertThat(problem.get("detail").asString()).contains(told);
    assertThat(page().select("#cause option[selected]").attr("value")).isEmpty();
    assertThat(page().select("#wrote").attr("value")).isEqualTo(TODAY.minusDays(1).toString());
    assertThat(status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void nobodyElseSeesOrChangesIt() {
    Person bob = instance.somebody();
    bob.signUp("bob");
    String before = ann.get(path()).body();
    for (String path : List.of(path(), "/api/v1" + path(), "/work/1/after-rejection")) {
      assertThat(bob.get(path).statusCode()).as(path).isEqualTo(404);
      if (!path.startsWith("/api"))
        assertThat(bob.post(path, "outcome", "overturned").statusCode()).isEqualTo(404);
    }
    assertThat(ann.get(path()).body()).isEqualTo(before);
    Person stranger = instance.somebody();
    assertThat(stranger.get(path()).statusCode()).isIn(302, 303, 401);
    assertThat(stranger.post(path(), "outcome", "overturned").statusCode())
        .isIn(302, 303, 401, 403);
    ann.with("Sec-Fetch-Site", "cross-site");
    assertThat(ann.post(path(), "outcome", "overturned").statusCode()).isEqualTo(403);
    assertThat(status()).isEqualTo(Status.REJECTED);
  }

  private JsonNode call(int status, String body) {
    HttpResponse<String> answer = ann.json("/api/v1" + path(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  @Test
  void theSameThroughTheApi() {
    JsonNode first = PostingJson.MAPPER.readTree(ann.get("/api/v1" + path()).body());
    assertThat(first.get("next").asString()).isEqualTo("write");
    assertThat(first.get("contestUntil").asString()).isEqualTo(TODAY.plusDays(28).toString());
    assertThat(first.has("dueUntil")).isFalse();
    assertThat(first.get("recourses")).hasSize(3);
    assertThat(first.at("/recourses/0/step").asString()).isEqualTo("write");
    assertThat(first.get("message").asString()).startsWith("Hello,\n\nOn ");
    assertThat(first.get("done")).isEmpty();

    JsonNode wrote = call(200, "{\"wrote\":\"" + TODAY + "\",\"cause\":\"no-reason\"}");
    assertThat(wrote.get("next").asString()).isEqualTo("wait");
    assertThat(wrote.get("day").asString()).isEqualTo(TODAY.plusDays(7).toString());
    assertThat(call(200, "{\"wrote\":\"\"}").at("/done").propertyNames()).containsExactly("cause");
    JsonNode ended = call(200, "{\"outcome\":\"overturned\"}");
    assertThat(ended.at("/work/status").asString()).isEqualTo("paid");
    assertThat(call(400, "{\"account\":\"x\"}").get("detail").asString())
        .contains("Unknown name account");
  }

  @Test
  void anOutcomeOffersToCorrectHerReview() {
    String task = "shelf-tasks:task-6";
    Review review =
        new Review(
            "0b6c9d52-0000-4000-8000-00000000000a",
            account,
            Subject.posting(task),
            "shelf-tasks",
            Optional.empty(),
            Optional.of(task),
            Review.Facts.of(Outcome.REJECTED),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
            TestPostings.NOW,
            TestPostings.NOW);
    new Tail(
            instance.fixture.store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            instance.time)
        .take(
            new Batch.Said<>(
                TestPostings.NOW,
                writing -> Batch.Said.Done.of(writing.statements().reviews().add(review))));
    String link = "a[href=/reviews/" + review.id() + "/edit]";
    assertThat(page().select(link)).isEmpty();
    note("outcome", "overturned");
    assertThat(page().select(link)).hasSize(1);
  }

  @Test
  void whatTheCardDoesNotSayIsNotKnown() {
    work =
        worthwhile.work.WorkBuilder.builder(
                stored("Elsewhere", Status.REJECTED, Duration.ofDays(1)))
            .id(null)
            .fingerprint("elsewhere")
            .platform("nowhere")
            .build();
    instance.fixture.store.work().take(account, List.of(work));
    assertThat(next(page())).startsWith("What helps at nowhere is not known here.");
    assertThat(page().select("section:has(#known) li"))
        .extracting(line -> line.text())
        .containsExactly(
            "Whom to write to first: not known",
            "Where to turn to next: not known",
            "Until when it can be contested: not known");
  }

  @Test
  void whatIsNotDueYetIsNotAskedFor() {
    work = stored("Price tags", Status.PENDING, Duration.ofDays(2));
    assertThat(page().select("h1").text()).isEqualTo("Not paid yet");
    assertThat(next(page())).startsWith("Not due yet. Shelf Tasks decides until ");
    assertThat(ann.page("/earnings?period=all").select("a[href=" + path() + "]")).isEmpty();
    instance.time.move(Duration.ofDays(2));
    assertThat(next(page())).startsWith("Write to the requester.");
    assertThat(ann.page("/earnings?period=all").select("a[href=" + path() + "]")).isNotEmpty();
  }
}
