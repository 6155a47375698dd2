package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;

/** Saved searches are changed, copied, shared and carried elsewhere on their pages. */
class SavedSearchEditTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final String WELL_PAID =
      """
      {"name": "Well paid", "query": {"min_hourly": 12, "include_unknown_pay": false,
        "platform": ["mturk", "prolific"], "max_severity": "note"}, "rhythm": "digest",
        "digestAt": ["08:00", "18:30"], "timeZone": "Africa/Nairobi", "mostPerDay": 7,
        "quietHours": {"from": "22:00", "until": "06:00"},
        "channels": [{"type": "webhook", "url": "http://hooks.test/x"}, {"type": "feed"}]}
      """;

  @TempDir private Path folder;
  private SiteFixture fixture;
  private String id;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
    id = PostingJson.MAPPER.readTree(json(CALL, WELL_PAID).body()).path("id").asString();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpResponse<String> json(String path, String body) {
    return fixture.post(
        path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private JsonNode one(String of) {
    return PostingJson.MAPPER.readTree(fixture.get(CALL + "/" + of).body());
  }

  private Document page(String path) {
    return Jsoup.parse(fixture.get(path).body(), fixture.site.url().toString());
  }

  /** Sends the form as a browser would, with these fields in place of its own. */
  private HttpResponse<String> send(Document page, String action, String... changed) {
    FormElement form =
        page.selectFirst("form[action=" + action + "]").select("form").forms().getFirst();
    List<String> pairs = new ArrayList<>();
    for (Connection.KeyVal field : form.formData())
      if (!List.of(changed).contains(field.key())) pairs.add(pair(field.key(), field.value()));
    for (int i = 0; i < changed.length; i += 2) pairs.add(pair(changed[i], changed[i + 1]));
    return fixture.post(
        action,
        String.join("&", pairs).getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Sec-Fetch-Site",
        "same-origin");
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void theFormHoldsWhatWasSavedAndKeepsWhatIsNotChanged() {
    JsonNode before = one(id);
    assertThat(send(page("/alerts/" + id + "/edit"), "/alerts").statusCode()).isEqualTo(303);
    JsonNode after = one(id);
    for (String name :
        List.of("name", "query", "rhythm", "digestAt", "timeZone", "quietHours", "mostPerDay"))
      assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
    assertThat(after.path("channels")).isEqualTo(before.path("channels"));
    assertThat(PostingJson.MAPPER.readTree(fixture.get(CALL).body()).path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void whatIsChangedIsKeptAndChannelsAreAdded() {
    HttpResponse<String> sent =
        send(
            page("/alerts/" + id + "/edit"),
            "/alerts",
            "name",
            "Better paid",
            "rhythm",
            "instant",
            "webhook",
            "http://hooks.test/y");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    JsonNode after = one(id);
    assertThat(after.path("name").asString()).isEqualTo("Better paid");
    assertThat(after.path("rhythm").asString()).isEqualTo("instant");
    assertThat(after.path("channels").findValuesAsString("type"))
        .containsExactly("webhook", "feed", "webhook");
  }

  @Test
  void otherConditionsTakeThePlaceOfThose() {
    Document form = page("/alerts/new?q=bees");
    assertThat(form.select("#instead option")).hasSize(2);
    assertThat(send(form, "/alerts", "instead", id, "name", "Bees").statusCode()).isEqualTo(303);
    assertThat(one(id).path("query").path("q").asString()).isEqualTo("bees");
    assertThat(one(id).path("query").size()).isEqualTo(1);
    assertThat(one(id).path("channels").size()).isEqualTo(2);
    assertThat(send(form, "/alerts", "instead", "none-of-hers").statusCode()).isEqualTo(404);
  }

  @Test
  void aCopyHasSecretsOfItsOwnAndALinkSharesTheConditionsAlone() {
    HttpResponse<String> made = send(page("/alerts/" + id), "/alerts/" + id + "/duplicate");
    String copy = made.headers().firstValue("Location").orElseThrow().split("/")[2];
    assertThat(one(copy).path("name").asString()).isEqualTo("Well paid (copy)");
    assertThat(one(copy).path("query")).isEqualTo(one(id).path("query"));
    assertThat(one(copy).at("/channels/0/secret")).isNotEqualTo(one(id).at("/channels/0/secret"));
    String shared = page("/alerts/" + id).select("a[href^=/alerts/new]").attr("href");
    assertThat(shared).doesNotContain(id).doesNotContain("hooks");
    Document there = page(shared);
    assertThat(there.select("#name").attr("value")).isEqualTo("Well paid");
    assertThat(there.select("input[name=p]").eachAttr("value")).contains("min_hourly=12");
  }

  @Test
  void aFileTakesAllAlongWithoutSecretsAndBringsNothingTwice() {
    String file = fixture.get("/alerts/export.json").body();
    assertThat(file).doesNotContain("whsec_").doesNotContain("/feeds/");
    assertThat(imported(file).headers().firstValue("Location").orElseThrow())
        .contains("taken=0")
        .contains("known=1");
    fixture.send("DELETE", CALL + "/" + id);
    assertThat(imported(file).headers().firstValue("Location").orElseThrow()).contains("taken=1");
    JsonNode back = PostingJson.MAPPER.readTree(fixture.get(CALL).body()).path("items").get(0);
    assertThat(back.path("digestAt").size()).isEqualTo(2);
    assertThat(back.path("channels").findValuesAsString("type")).containsExactly("webhook", "feed");
    HttpResponse<String> odd =
        imported(
            "{\"savedSearches\":[{\"name\":\"odd\",\"query\":{\"min_hourli\":1}},{\"name\":\"fine\"}]}");
    assertThat(odd.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(odd.body()).text()).contains("1 taken").contains("odd:");
    for (String none : List.of("", "[]", "{", "{\"savedSearches\":1}"))
      assertThat(imported(none).statusCode()).as(none).isEqualTo(400);
  }

  private HttpResponse<String> imported(String file) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + file
            + "\r\n--b--\r\n";
    return fixture.post(
        "/alerts/import",
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "multipart/form-data; boundary=b",
        "Sec-Fetch-Site",
        "same-origin");
  }
}
