package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.PostingJson;

/** What cannot be read is told, and never taken for something that was not sent. */
class IllegibleRequestsTest {
  private static final String CSV = "Title,Minutes,Reward,Currency,Status\nX,10,1.5,GBP,paid\n";
  private static final String SEARCHES = "/api/v1/saved-searches";

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

  private HttpResponse<String> post(String path, String body, String type) {
    return fixture.post(path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
  }

  private HttpResponse<String> json(String path, String body) {
    return post(path, body, "application/json");
  }

  private int ownWork() {
    return PostingJson.MAPPER.readTree(fixture.get("/api/v1/work").body()).path("total").asInt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dry_run=1", "dry_run=TRUE", "dry_run=", "dry_run=true&dry_run=false"})
  void aDryRunSaidOtherwiseWritesNothing(String parameter) {
    HttpResponse<String> answer = post("/api/v1/work?as=csv&" + parameter, CSV, "text/csv");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("dry_run");
    assertThat(ownWork()).isZero();
  }

  @Test
  void aDryRunWritesNothingAndAnImportDoes() {
    assertThat(post("/api/v1/work?as=csv&dry_run=true", CSV, "text/csv").body())
        .contains("\"dry_run\":true");
    assertThat(ownWork()).isZero();
    assertThat(post("/api/v1/work?as=csv", CSV, "text/csv").statusCode()).isEqualTo(200);
    assertThat(ownWork()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/postings?q=survey&min_hourly=500%",
        "/?q=100%",
        "/alerts/new?name=%zz",
        "/minutes?free=%zz"
      })
  void brokenEscapesAreRefused(String path) throws IOException {
    String answer = fixture.raw("GET " + path + " HTTP/1.1");
    assertThat(answer).contains(" 400 ").contains("%25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/check", "/account/sign-in", "/flags", "/me"})
  void anUnknownCharsetIsNamed(String path) {
    HttpResponse<String> answer = post(path, "text=x", "application/json; charset=nope");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("nope").contains("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"Accept-Encoding", "Accept", "Accept-Language"})
  void emptyElementsOfHeadersArePassedOver(String header) {
    assertThat(fixture.get("/", header, ",;, ;q=1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not an address | url: must be an address",
        "javascript:alert(1) | url: must be an address",
        "prolific.com | url: must be an address"
      })
  void whatIsNoAddressIsNotCleared(String url, String told) {
    HttpResponse<String> answer = json("/api/v1/check", "{\"url\":\"" + url + "\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/warnings/withdrawn?zzz=1",
        "/api/v1/warnings/withdrawn?page=1&page=2",
        "/api/v1/moderation?size=1&size=99",
        "/api/v1/earnings?period=week&period=all"
      })
  void unknownAndRepeatedParametersAreRefused(String path) {
    assertThat(fixture.get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void callsThatDoSomethingTakeNoParameters() {
    HttpResponse<String> answer = json(SEARCHES + "/backtest?days=3", "{\"query\":{}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("days").contains("takes no parameters");
    assertThat(json(SEARCHES + "/backtest", "{\"query\":{},\"days\":3}").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"channels\":[{\"type\":\"webhook\",\"url\":\"https://example.com:99999/\"}] | 65535",
        "\"channels\":[{\"type\":\"ntfy\",\"topic\":\"abc\",\"server\":\"https://n.test:99999\"}] | 65535",
        "\"channels\":[{\"type\":\"ntfy\",\"topic\":\"abc\",\"tokn\":\"tk\"}] | unknown name tokn",
        "\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\"} | unknown name to: allowed are from, until",
        "\"digestAt\":[\"25:00\"] | digestAt"
      })
  void aMistypedPartOfASavedSearchIsTold(String part, String told) {
    HttpResponse<String> answer = json(SEARCHES, "{\"name\":\"x\",\"query\":{}," + part + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(told);
  }

  @Test
  void aChannelMayBeSentBackAsItWasTold() {
    HttpResponse<String> made =
        json(
            SEARCHES,
            "{\"name\":\"x\\r\\ny\",\"query\":{\"q\":\"a\"},\"channels\":[{\"type\":\"feed\"}]}");
    assertThat(made.statusCode()).isEqualTo(201);
    String own = SEARCHES + "/" + PostingJson.MAPPER.readTree(made.body()).path("id").asString();
    String channels = PostingJson.MAPPER.readTree(made.body()).path("channels").toString();
    HttpResponse<String> changed = fixture.patch(own, "{\"channels\":" + channels + "}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(PostingJson.MAPPER.readTree(changed.body()).path("name").asString())
        .isEqualTo("x y");
  }

  @Test
  void moneyThatDoesNotExistIsRefused() {
    assertThat(
            json("/api/v1/timers", "{\"title\":\"t\",\"reward\":\"1\",\"currency\":\"ZZZ\"}")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            json("/api/v1/timers", "{\"title\":\"t\",\"reward\":\"1\",\"currency\":\"KES\"}")
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void whatIsWrongWithJsonIsSaidInPlainWords() {
    for (String path : new String[] {"/api/v1/timers", "/api/v1/reviews"}) {
      HttpResponse<String> answer = json(path, "{");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("no whole JSON").doesNotContain("StreamReadFeature");
    }
  }

  @Test
  void howASavedSearchMayBeAskedIsWhole() {
    HttpResponse<String> answer = fixture.send("PUT", SEARCHES + "/x");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("PATCH");
  }
}
