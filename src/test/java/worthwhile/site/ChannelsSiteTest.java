package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

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
import worthwhile.alert.saved.Destination;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;

/** Channels of a saved search as a program and as a reader handle them. */
class ChannelsSiteTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final String TOKEN = "t".repeat(60);
  private static final String DISCORD = "https://discord.com/api/webhooks/123456/" + TOKEN;

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

  private static JsonNode json(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private JsonNode saved(String channels) {
    HttpResponse<String> made =
        post(CALL, "{\"name\":\"Mine\",\"query\":{},\"channels\":[" + channels + "]}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made);
  }

  private static String channel(JsonNode search) {
    return "/channels/" + search.path("channels").get(0).path("id").asString("");
  }

  @Test
  void whatIsSecretIsNotGivenBack() {
    JsonNode search =
        saved(
            "{\"type\":\"ntfy\",\"server\":\"http://hooks.test\",\"topic\":\"hidden-topic\","
                + "\"token\":\"tk_hidden\"},{\"type\":\"discord\",\"url\":\""
                + DISCORD
                + "\"},{\"type\":\"telegram\",\"chat\":\"4711\"}");
    assertThat(search.toString()).doesNotContain("hidden-topic", "tk_hidden", TOKEN);
    assertThat(search.path("channels").get(0).path("address").asString())
        .isEqualTo("http://hooks.test/hid…");
    assertThat(search.path("channels").get(0).path("expectedDelay").asString()).isEqualTo("PT5S");
    assertThat(search.path("channels").get(2).path("state").asString()).isEqualTo("unconfirmed");
    String page = fixture.get("/alerts/" + search.path("id").asString()).body();
    assertThat(page).doesNotContain("hidden-topic", "tk_hidden", TOKEN);
    assertThat(Jsoup.parse(page).text())
        .contains("Usually there within 5 s, 200 messages a day at most");
    assertThat(Jsoup.parse(page).select("input[name=code]")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"ntfy\",\"topic\":\"a b\"} | 1 to 64 letters",
        "{\"type\":\"ntfy\",\"server\":\"http://127.0.0.1:1\",\"topic\":\"a\"} | public internet",
        "{\"type\":\"ntfy\"} | topic is missing",
        "{\"type\":\"telegram\",\"chat\":\"anna\"} | @name",
        "{\"type\":\"discord\",\"url\":\"https://evil.test/api/webhooks/1/x\"} | discord.com",
        "{\"type\":\"discord\"} | url is missing"
      })
  void whatIsNoPlaceIsRefusedInWords(String channel, String why) {
    HttpResponse<String> answer =
        post(CALL, "{\"name\":\"Mine\",\"query\":{},\"channels\":[" + channel + "]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void aTestThatIsNotTakenSaysWhyAndWhatToDo() {
    JsonNode search = saved("{\"type\":\"webhook\",\"url\":\"http://hooks.test/x\"}");
    String id = search.path("id").asString();
    HttpResponse<String> answer = post(CALL + "/" + id + channel(search) + "/test", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("taken").asBoolean()).isFalse();
    assertThat(json(answer).path("reason").asString()).isEqualTo("trial-away");
    assertThat(json(answer).path("text").asString())
        .contains("nobody answered: ", "Is the address right");

    HttpResponse<String> pressed = fixture.form("/alerts/" + id + channel(search) + "/test", "");
    assertThat(pressed.statusCode()).isEqualTo(303);
    Document page =
        Jsoup.parse(fixture.get(pressed.headers().firstValue("Location").orElseThrow()).body());
    assertThat(page.select(".notice.bad").text()).contains("nobody answered");
    for (int i = 0; i < 3; i++) fixture.form("/alerts/" + id + channel(search) + "/test", "");
    assertThat(post(CALL + "/" + id + channel(search) + "/test", "").statusCode()).isEqualTo(429);
    assertThat(post(CALL + "/" + id + "/channels/9x/test", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aWebhookGetsANewSecret() {
    JsonNode search = saved("{\"type\":\"webhook\",\"url\":\"http://hooks.test/x\"}");
    String id = search.path("id").asString();
    String first = search.path("channels").get(0).path("secret").asString();
    JsonNode now = json(post(CALL + "/" + id + channel(search) + "/rotate", ""));
    String second = now.path("channels").get(0).path("secret").asString();
    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    assertThat(now.path("channels").get(0).path("olderUntil").asString()).contains("T");
    assertThat(fixture.form("/alerts/" + id + channel(search) + "/rotate", "").statusCode())
        .isEqualTo(303);
    String page = fixture.get("/alerts/" + id).body();
    assertThat(page).contains("signs along until").doesNotContain(first, second);
    assertThat(post(CALL + "/" + id + "/channels/99/rotate", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aChatIsConfirmedByItsCode() {
    JsonNode search = saved("{\"type\":\"telegram\",\"chat\":\"4711\"}");
    String path = search.path("id").asString() + channel(search) + "/confirm";
    String code = code(fixture.store, search.path("channels").get(0).path("id").asLong());
    assertThat(post(CALL + "/" + path, "{\"code\":\"no\"}").body()).contains("not the code");
    assertThat(fixture.form("/alerts/" + path, "code=x").headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("done=code-wrong"));
    JsonNode now = json(post(CALL + "/" + path, "{\"code\":\"" + code + "\"}"));
    assertThat(now.path("channels").get(0).path("state").asString()).isEqualTo("confirmed");
  }

  private static String code(Store store, long number) {
    Destination destination =
        store.alerts(alerts -> alerts.recipients().byNumber(number)).orElseThrow().destination();
    return ((Destination.Telegram) destination).code().orElseThrow().digits();
  }

  @Test
  void theFormTakesThemAndKeepsWhatWasFilledInButNoToken() {
    String fields =
        "p=min_hourly%3D5&name=Mine&most=5&ntfy_topic=sh%20apes&ntfy_token=tk_1&ntfy_server="
            + "http%3A%2F%2Fhooks.test&telegram=4711&discord=";
    HttpResponse<String> refused = fixture.form("/alerts", fields);
    assertThat(refused.statusCode()).isEqualTo(400);
    Document again = Jsoup.parse(refused.body());
    assertThat(again.select("details[open]")).hasSize(1);
    assertThat(again.select("#ntfy_topic").val()).isEqualTo("sh apes");
    assertThat(refused.body()).doesNotContain("tk_1");
    assertThat(refused.body().length()).isLessThan(40_000);
    assertThat(fixture.form("/alerts", fields.replace("%20", "")).statusCode()).isEqualTo(303);
    JsonNode channels = json(fixture.get(CALL)).path("items").get(0).path("channels");
    assertThat(channels.findValuesAsString("type")).containsExactly("feed", "ntfy", "telegram");
  }
}
