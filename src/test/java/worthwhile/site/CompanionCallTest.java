package worthwhile.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Accounts;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.SiteSettings;
import worthwhile.store.account.AccountRows;

/** What workers' browsers pass on: taken, marked, confirmed, or refused with nothing changed. */
public class CompanionCallTest {
  private static final String STUDIES =
      "https://internal-api.prolific.com/api/v1/participant/studies/";
  private static final String JOBS = "https://www.microworkers.com/jobs.php?page=1";

  @TempDir private Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.shipped(folder, SiteSettings.local("1.2.3"));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  // --- sending

  private static String body(String file) {
    try {
      return Files.readString(Path.of("scrapers").resolve(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String studies() {
    return body("prolific/fixtures/prolific/listing.json");
  }

  private static ObjectNode page(String url, String type, String body) {
    return PostingJson.MAPPER
        .createObjectNode()
        .put("url", url)
        .put("status", 200)
        .put("contentType", type)
        .put("body", body)
        .put("seenAt", TestPostings.NOW.minusSeconds(30).toString());
  }

  private static ObjectNode json(String url, String body) {
    return page(url, "application/json", body);
  }

  private HttpResponse<String> forward(String source, JsonNode forward, String... headers) {
    return fixture.post("/api/v1/companion/" + source, forward.toString().getBytes(UTF_8), headers);
  }

  private static JsonNode taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private String[] worker(String name) {
    account(fixture, name);
    return bearer(name, Scope.COMPANION);
  }

  /** An account that is old enough to count. */
  public static void account(SiteFixture fixture, String name) {
    fixture
        .store
        .accounts()
        .add(
            new AccountRows.Row(
                name,
                name,
                name,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                TestPostings.NOW.minus(Duration.ofDays(4))));
  }

  private String[] bearer(String account, Scope scope) {
    return new String[] {"Authorization", "Bearer " + token(fixture, account, scope)};
  }

  public static String token(SiteFixture fixture, String account, Scope scope) {
    return new Accounts(fixture.store, SiteFixture.CLOCK)
        .tokens()
        .issue(account, "browser", Set.of(scope), Duration.ofDays(1))
        .secret();
  }

  private JsonNode posting(String id) {
    return fixture.json("/api/v1/postings/" + id);
  }

  // --- taken

  @Test
  void studiesAreFoundWithPayMinutesAndPlaces() {
    JsonNode answer = taken(forward("prolific", json(STUDIES + "?current=1", studies())));
    assertThat(answer.path("outcome").asString()).isEqualTo("items");
    assertThat(answer.path("added").asInt()).isEqualTo(3);
    assertThat(answer.path("rejected").size()).isEqualTo(2);
    assertThat(answer.path("left_out").asInt()).isEqualTo(1);

    JsonNode found = fixture.json("/api/v1/postings?q=book&platform=prolific").at("/items/0");
    assertThat(found.at("/baseSalary/minValue").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(found.path("timeRequired").asString()).isEqualTo("PT9M");
    assertThat(found.path("timeMeasured").asString()).isEqualTo("PT8M6S");
    assertThat(found.path("totalJobOpenings").asInt()).isEqualTo(60);
    assertThat(found.at("/pay/median").decimalValue()).isGreaterThan(java.math.BigDecimal.TEN);
    assertThat(found.path("confirmed").asBoolean(true)).isFalse();
    assertThat(fixture.get("/tasks/" + found.path("id").asString()).body())
        .contains("Seen by one worker only");
    assertThat(fixture.get("/?q=book").body()).contains("seen by one worker only");

    JsonNode again = taken(forward("prolific", json(STUDIES, studies())));
    assertThat(again.path("added").asInt() + again.path("changed").asInt()).isZero();
    assertThat(again.path("confirmed").asInt()).as("the same worker twice is one").isZero();
  }

  @Test
  void aListAndATasksOwnPageCompleteEachOther() {
    forward(
        "microworkers",
        page(JOBS, "text/html", body("microworkers/fixtures/microworkers/listing.html")));
    String job = body("microworkers/fixtures/microworkers/job.html");
    String url = "https://www.microworkers.com/jobs_details.php?Id=9f8e7d6c5b4a&session=abc";
    assertThat(taken(forward("microworkers", page(url, "text/html", job))).path("changed").asInt())
        .isEqualTo(1);
    forward(
        "microworkers",
        page(JOBS, "text/html", body("microworkers/fixtures/microworkers/listing.html")));
    JsonNode posting = posting("microworkers:0a1b2c3d4e5f");
    assertThat(posting.path("description").asString()).contains("Answer the question");
    assertThat(posting.path("url").asString())
        .isEqualTo("https://www.microworkers.com/jobs_details.php?Id=9f8e7d6c5b4a");
    assertThat(posting.toString()).doesNotContain("not-to-be-forwarded", "12.34", "session");
  }

  @Test
  void nothingOnOfferClosesNothing() {
    taken(forward("prolific", json(STUDIES, studies())));
    JsonNode answer =
        taken(forward("prolific", json(STUDIES, body("prolific/fixtures/prolific/empty.json"))));
    assertThat(answer.path("outcome").asString()).isEqualTo("empty");
    assertThat(fixture.json("/api/v1/postings?platform=prolific&open=all").path("total").asInt())
        .isEqualTo(3);
    assertThat(fixture.store.runs().ofSource("prolific", 10)).hasSize(1);
  }

  @Test
  void aTaskCanBeNotedByHand() {
    ObjectNode task = PostingJson.MAPPER.createObjectNode();
    task.putObject("task")
        .put("title", "Sort <b>photos</b> of shops")
        .put("pay", "€2.40")
        .put("minutes", 12)
        .put("url", "https://workplace.clickworker.com/en/workplace/jobs/1225955/edit?token=abc#x");
    JsonNode answer = taken(forward("clickworker", task));
    assertThat(answer.path("outcome").asString()).isEqualTo("saved");
    JsonNode posting = posting(answer.at("/ids/0").asString());
    assertThat(posting.path("id").asString()).isEqualTo("clickworker:1225955");
    assertThat(posting.path("title").asString()).isEqualTo("Sort photos of shops");
    assertThat(posting.path("url").asString()).endsWith("/1225955/edit");
    assertThat(posting.path("timeRequired").asString()).isEqualTo("PT12M");
    assertThat(posting.at("/baseSalary/currency").asString()).isEqualTo("EUR");
    assertThat(posting.path("confirmed").asBoolean(true)).isFalse();
  }

  // --- one worker, two workers

  @Test
  void twoWorkersConfirmAndOnlyTwoChangeWhatTwoSaw() {
    String[] ada = worker("ada");
    String[] ben = worker("ben");
    String[] eve = worker("eve");
    String id = "prolific:66f0a1b2c3d4e5f6a7b8c001";
    taken(forward("prolific", json(STUDIES, studies()), ada));
    assertThat(fixture.get("/api/v1/postings/" + id).statusCode()).isEqualTo(404);
    JsonNode own = PostingJson.MAPPER.readTree(fixture.get("/api/v1/postings/" + id, ada).body());
    assertThat(own.path("confirmed").asBoolean(true)).isFalse();
    assertThat(taken(forward("prolific", json(STUDIES, studies()), ben)).path("confirmed").asInt())
        .isEqualTo(3);
    assertThat(posting(id).path("confirmed").asBoolean()).isTrue();

    String changed = studies().replaceFirst("\"amount\": 150,", "\"amount\": 9900,");
    JsonNode held = taken(forward("prolific", json(STUDIES, changed), eve));
    assertThat(held.path("held").asInt()).isEqualTo(1);
    assertThat(posting(id).at("/baseSalary/minValue").decimalValue()).isEqualByComparingTo("1.5");
    taken(forward("prolific", json(STUDIES, changed), ada));
    assertThat(posting(id).at("/baseSalary/minValue").decimalValue()).isEqualByComparingTo("99");
    assertThat(posting(id).path("confirmed").asBoolean()).isTrue();
    assertThat(posting(id).toString()).doesNotContain("ada", "\"ben", "eve");
  }

  @Test
  void aTasksOwnPageClosesItWithAsManyWorkersAsSawIt() {
    String[] ada = worker("ada");
    String[] ben = worker("ben");
    String list = body("mturk/fixtures/mturk/listing.json");
    String url = "https://worker.mturk.com/projects?format=json";
    String group = "3INVENTEDGROUP0000000000000001";
    ObjectNode gone =
        json(
                "https://worker.mturk.com/projects/" + group + "/tasks",
                body("mturk/fixtures/mturk/gone.json"))
            .put("status", 422);
    taken(forward("mturk", json(url, list), ada));
    taken(forward("mturk", json(url, list), ben));
    assertThat(taken(forward("mturk", gone, ada)).path("closed").asBoolean(true)).isFalse();
    assertThat(posting("mturk:" + group).path("state").asString()).isEqualTo("open");
    assertThat(taken(forward("mturk", gone, ben)).path("closed").asBoolean()).isTrue();
    assertThat(posting("mturk:" + group).path("state").asString()).isEqualTo("closed");
    assertThat(posting("mturk:" + group).toString()).doesNotContain("caller_meets");
    JsonNode back = taken(forward("mturk", json(url, list), ada));
    assertThat(back.path("changed").asInt()).isEqualTo(1);
    assertThat(posting("mturk:" + group).path("reposts").asInt()).isEqualTo(1);
  }

  // --- refused, and nothing changed

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prolific | https://internal-api.prolific.com/api/v1/users/me/ | application/json | LISTING | 422 | not forwarded
          prolific | https://internal-api.prolific.com.evil.example/api/v1/participant/studies/ | application/json | LISTING | 422 | not forwarded
          prolific | http://internal-api.prolific.com/api/v1/participant/studies/ | application/json | LISTING | 400 | must begin with https
          prolific | javascript:alert(1) | application/json | LISTING | 400 | must begin with https
          prolific | STUDIES | application/json | CUT | 422 | cut short
          prolific | STUDIES | application/json | `{"results": NUL}` | 422 | binary
          prolific | STUDIES | application/json | `` | 422 | the body is empty
          prolific | STUDIES | application/json | not json at all | 422 | not whole JSON
          prolific | STUDIES | application/json | `{"data": {"studies": [{"uid": 1}]}}` | 422 | not what the source shows
          prolific | STUDIES | application/json | `{"error": {"status": 401}}` | 422 | asks to log in
          prolific | STUDIES | text/html | `<html><form action=/login><input type=password></form></html>` | 422 | the page
          prolific | STUDIES | text/html | `<html><div>half a` | 422 | cut short
          prolific | STUDIES | image/png | x | 400 | contentType
          microworkers | https://www.microworkers.com/jobs.php | text/html | EVIL | 422 | rows could not be read
          nowhere | STUDIES | application/json | LISTING | 404 | no source has this name
          respondent | STUDIES | application/json | LISTING | 404 | no source has this name
          clickworker | https://workplace.clickworker.com/en/workplace/jobs | text/html | `<html></html>` | 422 | not forwarded
          """)
  void whatDoesNotFitIsRefusedAndChangesNothing(
      String source, String url, String type, String body, int status, String reason) {
    String sent =
        switch (body == null ? "" : body) {
          case "LISTING" -> studies();
          case "CUT" -> studies().substring(0, studies().length() / 2);
          case "EVIL" -> evilRows();
          default -> body == null ? "" : body.replace("NUL", "\0");
        };
    ObjectNode forward = page(url.equals("STUDIES") ? STUDIES : url, type, sent);
    unchanged(forward(source, forward), status, reason);
  }

  private static String evilRows() {
    String row =
        "<div class='jobslist' id='campaign%012x'><div class='jobname'>"
            + "<a href='https://evil.example/'>Free money</a></div>"
            + "<div class='jobpayment'>$900</div></div>";
    StringBuilder rows = new StringBuilder("<html><body>");
    for (int i = 0; i < 6; i++) rows.append(row.formatted(i));
    return rows + "</body></html>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `{"url": "https://internal-api.prolific.com/api/v1/participant/studies/", "body":` | 400 | not whole JSON
          `[]` | 400 | must be a JSON object
          `{"url": "https://x.example/", "body": "{}", "cookie": "a=b"}` | 400 | no field 'cookie'
          `{"url": "https://x.example/", "body": "{}", "status": "ok"}` | 400 | status
          `{"url": "https://x.example/", "body": "{}", "seenAt": "today"}` | 400 | seenAt
          `{"url": "https://internal-api.prolific.com/api/v1/participant/studies/", "body": "{}", "seenAt": "2020-01-01T00:00:00Z"}` | 422 | more than 30 days ago
          `{"body": "{}"}` | 400 | url: is missing
          `{"task": {"title": "x", "url": "https://app.prolific.com/studies/1"}}` | 422 | title
          `{"task": {"title": "A study", "url": "https://evil.example/studies/1"}}` | 422 | must be an https address of Prolific
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "pay": "lots"}}` | 422 | is no sum with a currency
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "minutes": -1}}` | 422 | from 0.1 to 100000
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "minutes": 0.0001}}` | 422 | from 0.1 to 100000
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "pay": "5 kr"}}` | 422 | may be DKK, ISK, NOK, SEK; name the currency
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "pay": "5 kr. per task"}}` | 422 | may be DKK, ISK, NOK, SEK; name the currency
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "pay": "50 pesos"}}` | 422 | may be ARS, CLP, COP, MXN, PHP; name the currency
          `{"task": {"title": "A study", "url": "https://app.prolific.com/x", "minutes": "ten"}}` | 400 | minutes: must be a number
          """)
  void aBrokenEnvelopeIsRefusedAndChangesNothing(String body, int status, String reason) {
    unchanged(fixture.post("/api/v1/companion/prolific", body.getBytes(UTF_8)), status, reason);
  }

  @Test
  void bytesThatAreNoTextAndBodiesThatAreTooLargeAreRefused() {
    byte[] binary = new byte[500];
    new java.util.Random(7).nextBytes(binary);
    unchanged(fixture.post("/api/v1/companion/prolific", binary), 400, "UTF-8");
    byte[] huge = json(STUDIES, "x".repeat(1_000_000)).toString().getBytes(UTF_8);
    unchanged(fixture.post("/api/v1/companion/prolific", huge), 413, "1000000 bytes");
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    unchanged(forward("prolific", json(STUDIES, deep)), 422, "not whole JSON");
    unchanged(forward("prolific", json(STUDIES, "{\"results\":" + deep + "}")), 422, "JSON");
  }

  private void unchanged(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(PostingJson.MAPPER.readTree(answer.body()).path("detail").asString())
        .contains(reason);
    assertThat(fixture.store.postings().revision()).isZero();
    assertThat(fixture.store.runs().newest(5)).isEmpty();
  }

  // --- who may

  @Test
  void onlyAnAccountMayAndOnlySoOften() {
    JsonNode forward = json(STUDIES, studies());
    worker("ada");
    unchanged(forward("prolific", forward), 401, "API token");
    unchanged(forward("prolific", forward, bearer("ada", Scope.READ)), 403, "companion");
    String[] ada = bearer("ada", Scope.COMPANION);
    HttpResponse<String> answer = forward("prolific", forward, ada);
    for (int i = 0; i < 130 && answer.statusCode() == 200; i++)
      answer = forward("prolific", json(STUDIES, "{\"results\": []}"), ada);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aPageOfAnotherSiteCannotSendForTheLocalUser() {
    unchanged(
        forward("prolific", json(STUDIES, studies()), "Sec-Fetch-Site", "cross-site"),
        403,
        "another site");
    HttpResponse<String> form =
        fixture.send("POST", "/api/v1/companion/prolific", "Content-Type", "text/plain");
    unchanged(form, 415, "application/json");
  }
}
