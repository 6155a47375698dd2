package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.channel.PushReceiver;
import worthwhile.alert.saved.Destination;
import worthwhile.posting.PostingJson;

/** Browsers as channels of saved searches, by page and by API. */
class DevicesSiteTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final String ENDPOINT = "https://hooks.test/send/abcd";

  private final Destination.Push browser = PushReceiver.fresh().at(ENDPOINT);
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
    return fixture.post(path, json.getBytes(StandardCharsets.UTF_8));
  }

  private String fields() {
    return "push_endpoint="
        + URLEncoder.encode(ENDPOINT, StandardCharsets.UTF_8)
        + "&push_p256dh="
        + browser.p256dh()
        + "&push_auth="
        + browser.auth();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private String saved(String channels) {
    return json(post(CALL, "{\"name\":\"x\",\"channels\":" + channels + "}")).path("id").asString();
  }

  private String channel() {
    ObjectNode json = PostingJson.MAPPER.createObjectNode();
    json.put("type", "push").put("endpoint", ENDPOINT);
    return json.put("p256dh", browser.p256dh()).put("auth", browser.auth()).toString();
  }

  @Test
  void aProgramAddsABrowserReadsItWithoutItsSecretAndNamesItByItsEndpoint() {
    String id = saved("[" + channel() + "]");
    HttpResponse<String> answer = fixture.get(CALL + "/" + id);
    JsonNode push = json(answer).path("channels").get(0);
    assertThat(push.path("type").asString()).isEqualTo("push");
    assertThat(push.path("endpoint").asString()).isEqualTo(ENDPOINT);
    assertThat(push.path("state").asString()).isEqualTo("confirmed");
    assertThat(push.has("auth")).isFalse();
    assertThat(answer.body()).doesNotContain(browser.auth());

    String whole =
        "{\"channels\":[{\"type\":\"feed\"},{\"type\":\"push\",\"endpoint\":\""
            + ENDPOINT
            + "\"}]}";
    HttpResponse<String> changed = fixture.patch(CALL + "/" + id, whole);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).path("channels").get(1).path("id").asLong())
        .isEqualTo(push.path("id").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\":\"push\"}', endpoint is missing",
    "'{\"type\":\"push\",\"endpoint\":\"https://hooks.test/other\"}', p256dh and auth",
    "'{\"type\":\"push\",\"endpoint\":\"http://hooks.test/x\"}', PushSubscription",
    "'{\"type\":\"push\",\"endpoint\":\"https://hooks.test/x\",\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}',"
        + " PushSubscription",
    "'{\"type\":\"push\",\"endpoint\":\"https://hooks.test/x\",\"auth\":\"AAAA\"}', p256dh is missing"
  })
  void whatIsNoBrowserSaysWhyAndSavesNothing(String channel, String why) {
    HttpResponse<String> answer = post(CALL, "{\"name\":\"x\",\"channels\":[" + channel + "]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
    assertThat(json(fixture.get(CALL)).path("total").asInt()).isZero();
  }

  @Test
  void nothingIsSentIntoTheOperatorsOwnNetwork() {
    String inside = channel().replace("hooks.test", "127.0.0.1");
    HttpResponse<String> answer = post(CALL, "{\"name\":\"x\",\"channels\":[" + inside + "]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("public internet");
  }

  @Test
  void aReaderAddsTheBrowserThatSheUsesAndTakesItAway() {
    String id = saved("[{\"type\":\"feed\"}]");
    Document page = Jsoup.parse(fixture.get("/alerts/" + id).body());
    assertThat(page.select("[data-push]").hasAttr("hidden")).as("shown by the script").isTrue();
    assertThat(page.select("[data-push]").attr("data-push")).hasSize(87);
    assertThat(fixture.form("/alerts/" + id + "/push", fields()).statusCode()).isEqualTo(303);
    assertThat(fixture.form("/alerts/" + id + "/push", fields()).statusCode())
        .as("once")
        .isEqualTo(303);
    page = Jsoup.parse(fixture.get("/alerts/" + id).body());
    assertThat(page.html()).doesNotContain(browser.auth());
    assertThat(page.select("form[action$=/remove]")).hasSize(1);
    assertThat(page.select("form[action$=/remove]").text()).contains("hooks.test …abcd");
    String remove = page.select("form[action$=/remove]").attr("action");
    assertThat(fixture.form("/alerts/" + id + "/channels/4711/remove", "").statusCode())
        .isEqualTo(404);
    assertThat(fixture.form(remove, "").statusCode()).isEqualTo(303);
    JsonNode left = json(fixture.get(CALL + "/" + id)).path("channels");
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.get(0).path("type").asString()).isEqualTo("feed");
  }

  @Test
  void aFormWithoutABrowserIsRefusedAndSoIsOneFromAnotherSite() {
    String id = saved("[]");
    assertThat(fixture.form("/alerts/" + id + "/push", "").statusCode()).isEqualTo(400);
    assertThat(fixture.form("/alerts/" + id + "/push", "push_endpoint=x").statusCode())
        .isEqualTo(400);
    HttpResponse<String> foreign =
        fixture.post(
            "/alerts/" + id + "/push",
            fields().getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json(fixture.get(CALL + "/" + id)).path("channels").size()).isZero();
  }

  @Test
  void aNewSearchTakesTheBrowserAlong() {
    assertThat(fixture.form("/alerts", "p=min_hourly%3D5&name=Mine&" + fields()).statusCode())
        .isEqualTo(303);
    JsonNode channels = json(fixture.get(CALL)).path("items").get(0).path("channels");
    assertThat(channels.findValuesAsString("type")).containsExactlyInAnyOrder("feed", "push");
    Document refused = Jsoup.parse(fixture.form("/alerts", "name=&" + fields()).body());
    assertThat(refused.select("[name=push_auth]").val()).isEqualTo(browser.auth());
  }

  @Test
  void theScriptThatBrowsersKeepStandsAboveEverything() {
    HttpResponse<String> worker = fixture.get("/sw.js");
    assertThat(worker.statusCode()).isEqualTo(200);
    assertThat(worker.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
  }
}
