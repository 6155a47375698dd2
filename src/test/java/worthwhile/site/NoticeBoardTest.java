package worthwhile.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Role;
import worthwhile.crawl.BulkImport;
import worthwhile.flow.Assessor;
import worthwhile.flow.Indexer;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.site.http.SiteSettings;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Changes;

/** Nobody can put up a notice for others: what one account passes on is for it alone. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NoticeBoardTest extends ForwardingBrowsers {
  private static final String ID = "prolific:66f0a1b2c3d4e5f6a7b8c001";
  private static final String LURE = "EARN $500 TODAY: WhatsApp first";

  private static String studies() {
    return body("prolific/fixtures/prolific/listing.json");
  }

  private static String lure() {
    return studies().replaceFirst("\"name\": \"[^\"]+\"", title(LURE).replace("$", "\\$"));
  }

  private static String title(String title) {
    return "\"name\": \"" + title + "\"";
  }

  private JsonNode forward(Browser browser, String body) {
    return forward(body, browser.headers());
  }

  private JsonNode forward(String body, String... headers) {
    HttpResponse<String> answer =
        fixture.post("/api/v1/companion/prolific", page(body).toString().getBytes(UTF_8), headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private JsonNode search(String query, String... headers) {
    HttpResponse<String> answer = fixture.get("/api/v1/postings" + query, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private int total(String... headers) {
    return search("?platform=prolific&open=all", headers).path("total").asInt();
  }

  /** What a stranger may ask, with nothing of any task in the answers. */
  private void nobodyElseSees(String title, String... headers) {
    assertThat(total(headers)).isZero();
    assertThat(search("", headers).path("facets").toString()).doesNotContain("prolific");
    assertThat(search("?q=WhatsAp", headers).toString()).doesNotContain("suggestion");
    for (String path :
        List.of(
            "/",
            "/?platform=prolific",
            "/api/v1/postings",
            "/api/v1/postings/feed.atom",
            "/api/v1/postings/feed.json",
            "/status",
            "/api/v1/requesters?platform=prolific&ids=5e0f00000000000000000001",
            "/platforms/prolific"))
      assertThat(fixture.get(path, headers).body()).as(path).doesNotContain(title, "Riverbend");
    for (String path :
        List.of(
            "/tasks/" + ID,
            "/api/v1/postings/" + ID,
            "/requesters/prolific:5e0f00000000000000000001"))
      assertThat(fixture.get(path, headers).statusCode()).as(path).isEqualTo(404);
    for (JsonNode source : fixture.json("/api/v1/sources").path("items"))
      assertThat(source.path("postings").asInt()).isZero();
    assertThat(fixture.store.postings().revision()).isZero();
    assertThat(fixture.store.runs().newest(5)).isEmpty();
    assertThat(fixture.store.sourceStates().of("prolific").lastSuccess()).isEmpty();
  }

  @Test
  void whatOneAccountPassesOnIsForItAlone() {
    Browser ada = aged("ada");
    Browser eve = browser("eve");
    JsonNode answer = forward(ada, lure());
    assertThat(answer.path("added").asInt()).isZero();
    assertThat(answer.path("held").asInt()).isEqualTo(3);
    nobodyElseSees("WhatsApp");
    nobodyElseSees("WhatsApp", eve.headers());

    JsonNode own = search("?q=WhatsApp", ada.headers());
    assertThat(own.path("total").asInt()).isEqualTo(1);
    assertThat(own.at("/items/0/seenOnlyByYou").asBoolean()).isTrue();
    assertThat(own.at("/items/0/pay/median").decimalValue()).isPositive();
    assertThat(own.at("/facets/platform/0/count").asInt()).isEqualTo(1);
    assertThat(total(ada.headers())).isEqualTo(3);
    assertThat(search("?min_hourly=1", ada.headers()).path("total").asInt()).isPositive();
    assertThat(fixture.get("/tasks/" + ID, ada.headers()).body()).contains("Seen by you alone");
    assertThat(fixture.get("/?q=WhatsApp", ada.headers()).body()).contains("seen by you alone");
    HttpResponse<String> call = fixture.get("/api/v1/postings/" + ID, ada.headers());
    assertThat(call.statusCode()).isEqualTo(200);
    assertThat(call.headers().firstValue("Cache-Control").orElse("")).contains("private");
  }

  @Test
  void twoPuppetsOfAgeZeroAreNoWitnessesAndLaterTheyAre() {
    Browser ada = browser("ada");
    Browser ben = browser("ben");
    forward(ada, lure());
    forward(ben, lure());
    nobodyElseSees("WhatsApp");
    assertThat(total(ben.headers())).isEqualTo(3);
    time.move(Duration.ofDays(3));
    assertThat(forward(ben, lure()).path("confirmed").asInt()).isEqualTo(3);
    assertThat(total()).isEqualTo(3);
  }

  @Test
  void afterTheSecondWitnessEverybodySeesItAndIsToldOnce() {
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    Browser cat = browser("cat");
    forward(ada, studies());
    forward(cat, studies());
    nobodyElseSees("Riverbend");
    JsonNode answer = forward(ben, studies());
    assertThat(answer.path("added").asInt()).isEqualTo(3);
    assertThat(answer.path("confirmed").asInt()).isEqualTo(3);
    for (Browser each : List.of(ada, ben, cat)) assertThat(total(each.headers())).isEqualTo(3);
    assertThat(total()).isEqualTo(3);
    assertThat(fixture.get("/tasks/" + ID).body()).doesNotContain("Seen by you alone");
    assertThat(fixture.json("/api/v1/postings/" + ID).path("confirmed").asBoolean()).isTrue();
    assertThat(fixture.json("/api/v1/postings/" + ID).has("seenOnlyByYou")).isFalse();
    forward(ada, studies());
    forward(cat, studies());
    assertThat(fixture.store.changes().after(0, 100).stream().map(Changes.Entry::what))
        .containsExactly("new", "new", "new");
  }

  @Test
  void twoAccountsInOneNetworkAreOne() {
    Browser ada = browser("ada");
    Browser ben = aged("ben").at("198.51.1.200");
    forward(ada, studies());
    forward(ben, studies());
    nobodyElseSees("Riverbend");
    forward(ben.at("203.0.113.9"), studies());
    assertThat(total()).isEqualTo(3);
  }

  @Test
  void onlyWhatBothSayIsShown() {
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    forward(ada, lure());
    forward(ben, studies());
    assertThat(fixture.get("/tasks/" + ID).statusCode()).isEqualTo(404);
    assertThat(total()).as("the two others, alike").isEqualTo(2);
    assertThat(total(ada.headers())).isEqualTo(3);
    String other = studies().replaceFirst("\"description\": \"[^\"]+\"", "\"description\": \"x\"");
    Browser cat = aged("cat");
    forward(cat, other);
    JsonNode shown = fixture.json("/api/v1/postings/" + ID);
    assertThat(shown.path("title").asString()).isNotEmpty().doesNotContain("WhatsApp");
    assertThat(shown.has("description")).isFalse();
    assertThat(fixture.json("/api/v1/postings?q=WhatsApp").path("total").asInt()).isZero();
  }

  @Test
  void oneAccountChangesNothingThatOthersSee() {
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    forward(ada, studies());
    forward(ben, studies());
    long revision = fixture.store.postings().revision();
    Browser eve = aged("eve");
    assertThat(forward(eve, lure()).path("held").asInt()).isEqualTo(1);
    forward(eve, studies().replaceFirst("\"description\": \"[^\"]+\"", "\"description\": \"x\""));
    forward(eve, studies().replaceFirst("\"amount\": 150,", "\"amount\": 9900,"));
    assertThat(fixture.store.postings().revision()).isEqualTo(revision);
    assertThat(total(eve.headers())).isEqualTo(3);
  }

  @Test
  void unusualPayNeedsFive() {
    String dear = studies().replaceFirst("\"amount\": 150,", "\"amount\": 50000,");
    List<Browser> all =
        List.of(browser("a"), browser("b"), browser("c"), browser("d"), browser("e"), browser("f"));
    time.move(Duration.ofDays(3));
    for (Browser each : all.subList(0, 4)) forward(each, dear);
    assertThat(fixture.get("/tasks/" + ID).statusCode()).isEqualTo(404);
    assertThat(total()).isEqualTo(2);
    forward(all.get(4), dear);
    assertThat(fixture.get("/tasks/" + ID).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsUsualIsToldByThePlatformsOwnPostings() {
    List<Posting> usual =
        IntStream.range(0, 25)
            .mapToObj(i -> FlatPosting.of(TestPostings.plain(i)).build())
            .map(
                posting ->
                    FlatPosting.builder("prolific", "prolific", "usual-" + posting.id())
                        .title(posting.job().title())
                        .baseSalary(MonetaryAmount.of("GBP", new BigDecimal("0.20"), UnitText.TASK))
                        .state(PostingState.OPEN)
                        .firstSeen(time.instant())
                        .lastSeen(time.instant())
                        .build())
            .toList();
    fixture.add(usual);
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    forward(ada, studies());
    forward(ben, studies());
    assertThat(fixture.get("/tasks/" + ID).statusCode())
        .as("1.50 where 0.20 is usual")
        .isEqualTo(404);
  }

  @Test
  void newTasksOfAnAccountAreLimitedByDay() {
    Browser ada = aged("ada");
    JsonNode first = forward(ada, studies());
    assertThat(first.has("over_limit")).isFalse();
    forward(ada, renamed("a"));
    JsonNode last = forward(ada, renamed("b"));
    assertThat(last.path("over_limit").asInt()).isEqualTo(1);
    assertThat(last.path("ids").size()).isEqualTo(2);
    assertThat(last.path("message").asString())
        .contains("8 new tasks a day", "All others were taken", "tomorrow", "new-tasks-a-day");
    assertThat(total(ada.headers())).isEqualTo(SiteFixture.NEW_TASKS);
    assertThat(forward(ada, studies()).has("over_limit")).as("known ones count").isFalse();
    time.move(Duration.ofDays(1));
    assertThat(forward(ada, renamed("b")).has("over_limit")).isFalse();
  }

  /** The same studies under other ids. */
  private static String renamed(String digit) {
    return studies().replace("66f0a1b2c3d4e5f6a7b8", "66f0a1b2c3d4e5f6a7b" + digit);
  }

  @Test
  void anOperatorAndAnImportNeedNobody() {
    forward(browser("root", Role.OPERATOR), studies());
    assertThat(total()).isEqualTo(3);
    assertThat(fixture.json("/api/v1/postings/" + ID).path("confirmed").asBoolean(true)).isFalse();
    forward(aged("ada"), studies());
    assertThat(fixture.json("/api/v1/postings/" + ID).path("confirmed").asBoolean()).isTrue();
  }

  @Test
  void whatASourceItselfSaysTakesThePlaceOfWhatOneAccountSaw() {
    Browser ada = aged("ada");
    forward(ada, lure());
    fixture.add(
        List.of(
            FlatPosting.builder("prolific", "prolific", ID.substring("prolific:".length()))
                .title("As imported")
                .state(PostingState.OPEN)
                .firstSeen(time.instant())
                .lastSeen(time.instant())
                .build()));
    assertThat(search("?q=WhatsApp", ada.headers()).path("total").asInt()).isZero();
    assertThat(total(ada.headers())).isEqualTo(3);
    assertThat(total()).isEqualTo(1);
    assertThat(fixture.get("/tasks/" + ID, ada.headers()).body()).contains("As imported");
  }

  @Test
  void deletingAnAccountTakesWhatItAloneSawAway() {
    Browser ada = aged("ada");
    forward(ada, studies());
    Map<String, ?> kept = fixture.store.accounts().export("ada");
    assertThat(kept).containsKeys("sighting", "forwarder");
    fixture.store.accounts().delete("ada");
    assertThat(fixture.store.sightings().shownTo("ada")).isEmpty();
    forward(aged("ben"), studies());
    assertThat(total()).as("a deleted account is no witness").isZero();
  }

  @Test
  void theUserOfAPersonalInstanceIsItsOwner(@TempDir Path apart) {
    try (SiteFixture own =
        SiteFixture.shipped(kind.fresh(apart), apart, SiteSettings.local("1.2.3"), time)) {
      for (String digit : List.of("a", "b", "c")) {
        HttpResponse<String> answer =
            own.post("/api/v1/companion/prolific", page(renamed(digit)).toString().getBytes(UTF_8));
        JsonNode taken = PostingJson.MAPPER.readTree(answer.body());
        assertThat(taken.path("added").asInt()).isEqualTo(3);
        assertThat(taken.has("over_limit")).isFalse();
      }
      assertThat(own.json("/api/v1/postings?open=all").path("total").asInt()).isEqualTo(9);
      assertThat(own.json("/api/v1/postings").at("/items/0").has("seenOnlyByYou")).isFalse();
    }
  }

  @Test
  void aListenerIsToldOnceAndNotBefore() {
    Browser ada = browser("ada");
    Browser ben = aged("ben");
    List<String> events = new CopyOnWriteArrayList<>();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    fixture.site.url() + "/api/v1/postings/stream?platform=prolific&open=all"))
            .build();
    var _ =
        fixture
            .client
            .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(
                answer -> collect(answer.body(), events), r -> Thread.ofVirtual().start(r));
    await().until(() -> events.stream().anyMatch(line -> line.startsWith(": listening")));
    forward(ada, studies());
    forward(ben, studies());
    forward(ada, studies());
    await().until(() -> data(events).size() >= 3);
    assertThat(data(events)).hasSize(3).allMatch(line -> line.contains("\"confirmed\":true"));
  }

  private static List<String> data(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("data: ")).toList();
  }

  private static void collect(Stream<String> body, List<String> lines) {
    try (body) {
      body.forEach(lines::add);
    } catch (UncheckedIOException closed) {
      lines.add("closed");
    }
  }

  @Test
  void whatTheOperatorImportsIsForEverybody() throws IOException {
    Browser ada = aged("ada");
    forward(ada, lure());
    Tail tail =
        new Tail(
            fixture.store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            new Indexer(fixture.store, fixture.index, time)::catchUp,
            time);
    String line =
        "{\"source\":\"prolific\",\"platform\":\"prolific\",\"identifier\":\"%s\",\"title\":\"A book\"}"
            .formatted(ID.substring("prolific:".length()));
    new BulkImport(tail, time).read(new BufferedReader(new StringReader(line)), false);
    assertThat(total()).isEqualTo(1);
    assertThat(search("?q=WhatsApp", ada.headers()).path("total").asInt()).isZero();
    assertThat(forward(ada, lure()).path("held").asInt()).isEqualTo(3);
    assertThat(fixture.json("/api/v1/postings/" + ID).path("title").asString()).isEqualTo("A book");
  }
}
