package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.warning.FalseAlarms;
import worthwhile.warning.rule.Family;
import worthwhile.warning.rule.Rules;

/** Messages that somebody got, looked at without an account. */
class MessageCheckTest {
  private static final String LURE =
      "Hello dear, part-time job: like videos and earn 300 USDT a day. To withdraw you must first"
          + " recharge 50 USDT. Add the receptionist on T e l e g r a m @quince_task.";

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

  private Answered call(String json) {
    return new Answered(
        fixture.post(
            "/api/v1/check",
            json.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json"));
  }

  private record Answered(HttpResponse<String> response) {
    JsonNode json() {
      return PostingJson.MAPPER.readTree(response.body());
    }
  }

  @Test
  void aLureIsADangerWithAQuoteAndAnHonestTaskIsNothing() {
    JsonNode seen = call("{\"text\":" + PostingJson.MAPPER.writeValueAsString(LURE) + "}").json();
    JsonNode first = seen.path("warnings").path(0);
    assertThat(first.path("severity").asString()).isEqualTo("danger");
    assertThat(LURE).contains(first.path("quote").asString());
    assertThat(seen.path("risk").isNumber()).isTrue();
    JsonNode honest =
        call("{\"text\":\"Transcribe two minutes of a lecture on bees, 1.20 USD.\"}").json();
    assertThat(honest.path("warnings").isArray()).isTrue();
    assertThat(honest.path("warnings")).isEmpty();
  }

  @Test
  void anAddressIsReadAndNotOpened() {
    JsonNode seen = call("{\"url\":\"https://tiktok-gig.shop/join\"}").json();
    assertThat(seen.path("warnings").path(0).path("severity").asString()).isNotEqualTo("note");
    assertThat(seen.path("notChecked").toString()).contains("none of them was opened");
    assertThat(seen.has("risk")).isFalse();
  }

  @Test
  void whatCannotBeReadIsNamed() {
    for (String body :
        List.of("{}", "{\"text\":\"a\",\"url\":\"b\"}", "[]", "{", "{\"txt\":\"a\"}"))
      assertThat(call(body).response().statusCode()).as(body).isEqualTo(400);
    assertThat(call("{\"txt\":\"a\"}").response().body()).contains("text, url");
  }

  @Test
  void thePageAnswersWithoutScriptsAndEscapesWhatWasSent() {
    String form = fixture.get("/check?title=Offer&text=%3Cb%3Ehi&url=https://x.example").body();
    assertThat(Jsoup.parse(form).selectFirst("#text").text()).contains("<b>hi", "x.example");
    String sent = "text=" + URLEncoder.encode(LURE + "<img src=x>", StandardCharsets.UTF_8);
    String answer =
        fixture
            .post(
                "/check",
                sent.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                fixture.site.url())
            .body();
    assertThat(Jsoup.parse(answer).select(".notice.bad")).isNotEmpty();
    assertThat(Jsoup.parse(answer).select("img[src=x]")).isEmpty();
    assertThat(answer.length()).isLessThan(40_000);
  }

  @Test
  void theGuideTellsEveryKindAndWhereToReport() {
    String page = fixture.get("/warnings/guide").body();
    for (Family family : Rules.shipped().families())
      assertThat(Jsoup.parse(page).getElementById(family.code())).as(family.code()).isNotNull();
    assertThat(Jsoup.parse(page).select("a[href=https://reportfraud.ftc.gov/]")).isNotEmpty();
    assertThat(page.length()).isLessThan(40_000);
  }

  @Test
  void howOftenEachWarningWasWrongStandsInTheGuide() {
    FalseAlarms measured = FalseAlarms.shipped();
    assertThat(measured.wrong().keySet())
        .isEqualTo(FalseAlarms.of(measured.on(), 1, Map.of()).wrong().keySet());
    String kind =
        Jsoup.parse(fixture.get("/warnings/guide").body()).select("section:has(#task-scam)").text();
    assertThat(kind).contains(measured.on().toString()).contains("of 1,000 honest texts");
  }

  @Test
  void theDescriptionListsEveryCode() {
    String said =
        fixture
            .json("/openapi.json")
            .at("/components/schemas/Warning/properties/code/description")
            .asString();
    List<String> codes = List.of(said.substring(said.indexOf("Codes: ") + 7).split(", "));
    List<String> known =
        Stream.concat(
                Rules.shipped().families().stream().map(Family::code),
                Stream.of("worded-like-frauds", "on-a-list", "reported", "report-upheld"))
            .toList();
    assertThat(codes).containsExactlyInAnyOrderElementsOf(known);
  }
}
