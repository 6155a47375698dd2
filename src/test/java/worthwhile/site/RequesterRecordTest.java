package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.ReviewFactsBuilder;

/** What readers see of a requester whom workers tell of: in lists, on pages and in calls. */
class RequesterRecordTest {
  private static final RequesterId PAYS = RequesterId.identified("kleinarbeit", "pays");
  private static final RequesterId LONE = RequesterId.identified("kleinarbeit", "lone");
  private static final RequesterId FEW = RequesterId.identified("kleinarbeit", "few");

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture.add(List.of(offer(1, PAYS), offer(4, PAYS), offer(7, LONE), offer(10, FEW)));
    fixture.add(List.of(offer(13, RequesterId.identified("kleinarbeit", "silent"))));
    Tellers tellers = new Tellers(fixture.tail, TestPostings.NOW);
    for (int i = 0; i < 5; i++) {
      tellers.tell("w" + i, PAYS, facts(Outcome.PAID).paidAfterDays(2 + i).build(), 5);
      tellers.tell("w" + i, PAYS, facts(Outcome.PAID).again(true).build(), 200);
    }
    for (int i = 0; i < 3; i++)
      tellers.tell(
          "w" + i,
          PAYS,
          facts(Outcome.REJECTED).rejectedFor(RejectionCause.TOO_FAST).build(),
          100 + i);
    tellers.tell("w1", LONE, facts(Outcome.REJECTED).answered(false).build(), 3);
    for (int i = 0; i < 2; i++) tellers.tell("w" + i, FEW, facts(Outcome.PAID).build(), 4);
    tellers.tell("new", FEW, facts(Outcome.REJECTED).build(), 1, false);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static ReviewFactsBuilder facts(Outcome outcome) {
    return ReviewFactsBuilder.builder().outcome(outcome);
  }

  private static Posting offer(int number, RequesterId by) {
    return FlatPosting.of(TestPostings.plain(number))
        .hiringOrganization(new Organization("Lab " + by.key(), by.key(), null))
        .build();
  }

  private static Document page(String path) {
    var answer = fixture.get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static List<String> ids(String query) {
    return fixture.json("/api/v1/postings?" + query).path("items").values().stream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void rowsSayInOneLineWhatWorkersSay() {
    Document page = page("/");
    assertThat(page.select("li.record").eachText())
        .contains(
            "paid 10 of 13, in 4 days · rejects fast work",
            "paid 10 of 13, in 4 days · rejects fast work",
            "1 unverified report",
            "not enough history, 3 reports");
    assertThat(page.select("li.record a").eachAttr("href"))
        .contains("/requesters/kleinarbeit:pays", "/requesters/kleinarbeit:lone");
  }

  @Test
  void aSearchCanAskForALeastReputationAndTheIndexFollowsWhatIsSaid() {
    String paying = TestPostings.plain(1).id();
    assertThat(ids("min_reputation=0.5")).hasSize(2).contains(paying);
    assertThat(ids("min_reputation=0")).as("those of whom too few tell are left out").hasSize(2);
    assertThat(ids("min_reputation=0.99")).isEmpty();
    assertThat(fixture.get("/api/v1/postings?min_reputation=1.2").statusCode()).isEqualTo(400);
    JsonNode said = fixture.json("/api/v1/postings?min_reputation=0.5").at("/items/0/reputation");
    assertThat(said.path("state").asString()).isEqualTo("known");
    assertThat(said.path("paid").asInt()).isEqualTo(10);
    assertThat(fixture.get("/api/v1/postings/feed.json?min_reputation=0.5").body())
        .contains(paying)
        .doesNotContain(TestPostings.plain(7).id());
    assertThat(page("/?min_reputation=0.5").select(".chips").text())
        .contains("reputation at least 0.5");
  }

  @Test
  void thePageTellsTheRecordOfLateBesideThatOfAllTime() {
    Document page = page("/requesters/kleinarbeit:pays");
    assertThat(page.selectFirst("tr:contains(Paid) td").text())
        .startsWith("77% (10 of 13), between ");
    assertThat(page.select("tr:contains(Paid) td").get(1).text()).startsWith("100% (5 of 5)");
    assertThat(page.selectFirst("tr:contains(Days to pay) td").text()).isEqualTo("4 days (5 tell)");
    assertThat(page.select("tr:contains(Rejected) td").eachText())
        .containsExactly("too fast 3", "–");
    assertThat(page.select("section:has(#here) p").text())
        .contains(
            "Score 0.", "from 5 workers as of", "3 workers had work rejected for being fast.");
    assertThat(page.select("section:has(#here) a").eachAttr("href"))
        .contains(
            "/about/reputation",
            "/reviews/new?requester=kleinarbeit%3Apays",
            "/flags/new?about=requester:kleinarbeit%3Apays",
            "/claims/new?requester=kleinarbeit%3Apays");
    assertThat(page.select("section:has(#names) li").text()).contains("Lab pays, seen");
  }

  @Test
  void ofFewWorkersOnlyTheNumberIsShown() {
    Document page = page("/requesters/kleinarbeit:lone");
    assertThat(page.select("section:has(#here) strong").text()).isEqualTo("1 unverified report");
    assertThat(page.select("section:has(#here) table")).isEmpty();
    JsonNode call = fixture.json("/api/v1/requesters/kleinarbeit:lone");
    assertThat(call.at("/reputation/unverified").asInt()).isEqualTo(1);
    assertThat(call.has("outcomes")).isFalse();
    assertThat(call.at("/reputation").has("score")).isFalse();
    assertThat(page("/requesters/kleinarbeit:few").select("table")).isEmpty();
  }

  @Test
  void theCallTellsWhatThePageShows() {
    JsonNode call = fixture.json("/api/v1/requesters/kleinarbeit:pays");
    assertThat(call.path("id").asString()).isEqualTo("kleinarbeit:pays");
    assertThat(call.path("open_postings").asInt()).isEqualTo(2);
    assertThat(call.at("/names/0/name").asString()).isEqualTo("Lab pays");
    assertThat(call.at("/outcomes/allTime/paid/hits").asInt()).isEqualTo(10);
    assertThat(call.at("/outcomes/allTime/paid/of").asInt()).isEqualTo(13);
    assertThat(call.at("/outcomes/allTime/rejections/too-fast").asInt()).isEqualTo(3);
    assertThat(call.at("/outcomes/last90Days/paid/of").asInt()).isEqualTo(5);
    assertThat(call.at("/prior/weight").asDouble()).isEqualTo(.5);
    assertThat(fixture.get("/api/v1/requesters/kleinarbeit:nobody").statusCode()).isEqualTo(404);
    assertThat(fixture.get("/api/v1/requesters/kleinarbeit:pays?x=1").statusCode()).isEqualTo(400);
  }

  @Test
  void whoeverFollowsCanStopAgain() {
    String path = "/requesters/kleinarbeit:few";
    assertThat(page(path).select("form[action=/followed-requesters] button").text())
        .isEqualTo("Follow");
    assertThat(follow("yes")).isEqualTo(303);
    assertThat(followed()).containsExactly(FEW);
    assertThat(page(path).select("form[action=/followed-requesters] button").text())
        .isEqualTo("Do not follow any more");
    assertThat(follow("no")).isEqualTo(303);
    assertThat(followed()).isEmpty();
  }

  private static List<RequesterId> followed() {
    return fixture.store.statements(said -> said.follows().of("local"));
  }

  private static int follow(String word) {
    return new Person(fixture)
        .post("/followed-requesters", "requester", "kleinarbeit:few", "follow", word)
        .statusCode();
  }

  @Test
  void namesOfRequestersAreTextAndNothingElse() {
    RequesterId evil = RequesterId.identified("kleinarbeit", "<img src=x>\u202e");
    fixture.add(List.of(offer(16, evil)));
    Tellers tellers = new Tellers(fixture.tail, TestPostings.NOW);
    IntStream.range(0, 2).forEach(i -> tellers.tell("w" + i, evil, facts(Outcome.PAID).build(), 8));
    Document page = page(worthwhile.site.http.Urls.requester(evil));
    assertThat(page.select("img")).isEmpty();
    assertThat(fixture.get("/requesters/kleinarbeit:' or 1=1 --".replace(" ", "%20")).statusCode())
        .isEqualTo(404);
  }
}
