package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.http.Urls;
import worthwhile.store.Store;

/** Saved searches as a program and as a reader make them. */
class AlertsSiteTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final String HOOK =
      """
      {"name": "Well paid", "query": {"min_hourly": 12, "include_unknown_pay": false,
        "platform": ["mturk", "prolific"]}, "mostPerDay": 200,
        "channels": [{"type": "webhook", "url": "http://hooks.test/x"}, {"type": "feed"}]}
      """;

  @TempDir private Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpResponse<String> post(String path, String json) {
    return fixture.post(
        path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }

  @Test
  void aProgramSavesReadsAndDeletesASearch() {
    HttpResponse<String> made = post(CALL, HOOK);
    assertThat(made.statusCode()).isEqualTo(201);
    String id = json(made).path("id").asString();
    assertThat(made.headers().firstValue("Location")).contains(CALL + "/" + id);
    JsonNode one = json(fixture.get(CALL + "/" + id));
    assertThat(one.path("query").path("min_hourly").asString()).isEqualTo("12");
    assertThat(one.path("query").path("platform").size()).isEqualTo(2);
    assertThat(one.path("channels").get(0).path("secret").asString()).startsWith("whsec_");
    assertThat(json(fixture.get(CALL)).path("total").asInt()).isEqualTo(1);
    assertThat(json(fixture.get(CALL + "/" + id + "/ledger")).path("items").size()).isZero();
    assertThat(fixture.send("DELETE", CALL + "/" + id).statusCode()).isEqualTo(204);
    assertThat(fixture.get(CALL + "/" + id).statusCode()).isEqualTo(404);
    assertThat(fixture.send("DELETE", CALL + "/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"query\":{\"min_hourli\":12}} | did you mean min_hourly",
        "{\"name\":\"x\",\"query\":{\"min_hourly\":-1}} | min_hourly",
        "{\"query\":{}} | name: is missing",
        "{\"name\":\"x\",\"colour\":\"red\"} | Unknown name colour",
        "{\"name\":\"x\",\"mostPerDay\":0} | 1 to 100000",
        "{\"name\":\"x\",\"rhythm\":\"hourly\"} | instant or digest",
        "{\"name\":\"x\",\"timeZone\":\"Nowhere/At_All\"} | Europe/Madrid",
        "{\"name\":\"x\",\"quietHours\":{\"from\":\"25:00\",\"until\":\"7:00\"}} | 08:00",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"pigeon\"}]} | webhook, mail, push, feed, ntfy, telegram or discord",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"webhook\",\"url\":\"ftp://a.test/\"}]} | http or https",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"webhook\",\"url\":\"http://127.0.0.1/x\"}]} | public internet",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"webhook\",\"url\":\"http://[::1]:80/x\"}]} | public internet",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"mail\",\"address\":\"a@b.test\"}]} | has no mail",
        "{\"name\":\"x\",\"channels\":[{\"type\":\"mail\",\"address\":\"nobody\"}]} | name@example.org",
        "[] | object",
        "{\"name\" | whole JSON"
      })
  void whatCannotBeSavedSaysWhyAndSavesNothing(String body, String why) {
    HttpResponse<String> answer = post(CALL, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
    assertThat(json(fixture.get(CALL)).path("total").asInt()).isZero();
  }

  @Test
  void aSearchThatLeftOutAnUnknownNameSaysSoAndIsMended() {
    String id = json(post(CALL, HOOK)).path("id").asString();
    Store store = fixture.store;
    SavedSearch saved = store.alerts(alerts -> alerts.searches().byId(id)).orElseThrow();
    Map<String, List<String>> query = new LinkedHashMap<>(saved.query());
    query.put(BlockedRequesters.FORMER, List.of("Gone & Co"));
    SavedSearch former = SavedSearchBuilder.builder(saved).query(query).build();
    store.changeAlerts(alerts -> alerts.searches().replace(former));
    assertThat(Jsoup.parse(fixture.get(Urls.of("/", query)).body()).text())
        .contains("no longer by name");
    Document form = Jsoup.parse(fixture.get("/alerts/" + id + "/edit").body());
    assertThat(form.select("[role=alert]").text()).contains("Gone & Co", "no longer by name");
    assertThat(form.select("input[name=p]").eachAttr("value"))
        .contains("min_hourly=12")
        .noneMatch(pair -> pair.startsWith("without_requester"));
  }

  @Test
  void aLookBackSavesNothing() {
    HttpResponse<String> answer =
        post(CALL + "/backtest", "{\"query\":{\"min_hourly\":5},\"days\":14}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("fired").asInt()).isZero();
    assertThat(json(answer).path("advice").asString()).isEqualTo("wider");
    assertThat(post(CALL + "/backtest", "{\"query\":{},\"days\":400}").statusCode()).isEqualTo(400);
  }

  @Test
  void aReaderSavesASearchPausesAndDeletesIt() {
    Document form = Jsoup.parse(fixture.get("/alerts/new?min_hourly=5&country=KE").body());
    assertThat(form.select("input[name=known_pay][checked]")).hasSize(1);
    assertThat(form.select("input[name=named][checked]")).hasSize(1);
    HttpResponse<String> saved =
        fixture.post(
            "/alerts",
            "p=min_hourly%3D5&p=country%3DKE&name=%3Cb%3EKenya%3C%2Fb%3E&known_pay=on&named=on"
                .getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(saved.statusCode()).isEqualTo(303);
    String path = saved.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
    String page = fixture.get(path).body();
    assertThat(page).contains("&lt;b&gt;Kenya&lt;/b&gt;").doesNotContain("<b>Kenya");
    JsonNode search = json(fixture.get(CALL)).path("items").get(0);
    assertThat(search.path("query").path("eligibility").asString()).isEqualTo("named");
    assertThat(search.path("query").path("include_unknown_pay").asString()).isEqualTo("false");

    String feed = Jsoup.parse(page).select("main a[href$=.atom]").attr("href");
    String feedPath = feed.replaceFirst("https?://[^/]+", "");
    assertThat(fixture.get(feedPath).body()).contains("<feed");
    assertThat(fixture.get(feedPath.replace(".atom", ".json")).body()).contains("jsonfeed.org");
    assertThat(fixture.get("/alerts/feeds/guessed.atom").statusCode()).isEqualTo(404);

    assertThat(fixture.send("POST", path + "/pause").statusCode()).isEqualTo(303);
    assertThat(json(fixture.get(CALL)).path("items").get(0).path("paused").asBoolean()).isTrue();
    assertThat(fixture.send("POST", path + "/delete").statusCode()).isEqualTo(303);
    assertThat(fixture.get(feedPath).statusCode()).as("taken back with its search").isEqualTo(404);
    assertThat(fixture.get("/alerts").body()).contains("You have not saved a search yet");
  }

  /** Where a service swallows messages for hours, nobody is to count on seconds. */
  @Test
  void theFormSaysOfEachChannelHowLongItsMessagesTakeAndHowManyItTakesADay() {
    Document form = Jsoup.parse(fixture.get("/alerts/new?q=x").body());
    assertThat(form.select("#ntfy-hint").text()).contains("within 5 s", "200 messages");
    assertThat(form.select("#discord-hint").text()).contains("within 5 s", "500 messages");
    assertThat(form.select("#webhook-hint").text()).contains("within 1 s");
  }

  @Test
  void anUnknownMailboxLinkSaysSo() {
    assertThat(fixture.get("/alerts/mail/guessed").statusCode()).isEqualTo(404);
    assertThat(fixture.get("/alerts/mail/guessed/confirm").statusCode()).isEqualTo(404);
    assertThat(fixture.send("POST", "/alerts/mail/guessed").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=N&quiet_from=22:00 | Quiet until: write when the quiet ends",
        "name=N&quiet_until=06:00 | Quiet from: write when the quiet begins",
        "name=N&quiet_from=22:00&quiet_until=22:00 | Quiet hours: they must not begin",
        "name=N&zone=Nairobi | Time zone: not known",
        "name=N&rhythm=digest&digest_at=8 | Time of the digest: write it like 08:00",
        "rhythm=instant | Name: give it one",
        "name=N&mail=ana%40gmail | E-mail: write the whole address",
        "name=N&webhook=hooks.example | An address of the web",
        "name=N&discord=https%3A%2F%2Fother.example%2F | Discord: copy the address",
        "name=N&ntfy_topic=my+topic | ntfy: a topic has"
      })
  void aMistakeInTheFormIsToldInTheWordsOfTheForm(String fields, String told) {
    HttpResponse<String> refused = sent("p=q%3Dsurvey&" + fields);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).startsWith(told);
  }

  /** Seen once and never again: how long it was there nobody knows, and "0 s" says nothing. */
  @Test
  void whatOneReadingAloneShowedIsToldAsThat() {
    Instant once = TestPostings.NOW.minus(Duration.ofHours(5));
    fixture.add(
        List.of(
            FlatPosting.builder("kleinarbeit", "kleinarbeit", "gone")
                .title("Gone at once")
                .firstSeen(once)
                .lastSeen(once)
                .state(PostingState.CLOSED)
                .build()));
    Document form = Jsoup.parse(fixture.get("/alerts/new?watches=postings").body());
    assertThat(form.select("section:has(#past)").text())
        .contains("Half of those that are gone were seen in one reading only.")
        .doesNotContain("0 s");
  }

  @Test
  void allMistakesOfTheFormAreToldAtOnce() {
    HttpResponse<String> refused =
        sent("p=q%3Dsurvey&zone=Nairobi&rhythm=digest&digest_at=8&quiet_from=x&quiet_until=y");
    assertThat(Jsoup.parse(refused.body()).select("[role=alert] li").eachText())
        .extracting(told -> told.replaceFirst(":.*", ""))
        .containsExactly("Name", "Time of the digest", "Quiet from", "Quiet until", "Time zone");
    HttpResponse<String> query = fixture.get("/alerts/new?min_hourly=x&max_minutes=y");
    assertThat(query.body()).contains("an amount in USD", "a whole number of minutes");
  }

  @Test
  void hoursAreToldWithTheirZoneAndTheNextSearchBeginsWithIt() {
    String hours = "name=Nights&zone=Africa/Nairobi&quiet_from=22:00&quiet_until=06:00";
    String saved = sent("p=q%3Dsurvey&" + hours).headers().firstValue("Location").orElseThrow();
    assertThat(Jsoup.parse(fixture.get(saved).body()).text())
        .contains("At once · quiet from 22:00 until 06:00 · Africa/Nairobi");
    Document next = Jsoup.parse(fixture.get("/alerts/new?q=survey").body());
    assertThat(next.select("#zone").val()).isEqualTo("Africa/Nairobi");
    assertThat(sent("", saved.replaceFirst("\\?.*", "/delete")).statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> sent(String form) {
    return sent(form, "/alerts");
  }

  private HttpResponse<String> sent(String form, String path) {
    return fixture.post(
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  @Test
  void whatWasFilledInStandsInTheFormThatIsNotTaken() {
    HttpResponse<String> refused =
        fixture.post(
            "/alerts",
            ("p=min_hourly%3D5&name=Mine&rhythm=digest&digest_at=07:30&most=7&zone=Africa/Nairobi"
                    + "&quiet_from=22:00&quiet_until=06:00&webhook=http%3A%2F%2F127.0.0.1%2Fx")
                .getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(refused.statusCode()).isEqualTo(400);
    Document form = Jsoup.parse(refused.body());
    assertThat(form.select("[role=alert]").text()).contains("Where: ", "public internet");
    assertThat(form.select("#name").val()).isEqualTo("Mine");
    assertThat(form.select("#digest").hasAttr("checked")).isTrue();
    assertThat(form.select("#known_pay").hasAttr("checked")).isFalse();
    assertThat(form.select("#most").val()).isEqualTo("7");
    assertThat(form.select("#digest_at").val()).isEqualTo("07:30");
    assertThat(form.select("#quiet_until").val()).isEqualTo("06:00");
    assertThat(form.select("#zone").val()).isEqualTo("Africa/Nairobi");
    assertThat(form.select("#webhook").val()).isEqualTo("http://127.0.0.1/x");
  }
}
