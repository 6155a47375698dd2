package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;

/** Tasks with warnings as page, list and feeds; and what else tells of a warning. */
class WarningsSiteTest {
  private static final int WARNED = 23;
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    List<Posting> warned = new java.util.ArrayList<>();
    for (int i = 0; i < WARNED; i++) warned.add(posting(i));
    fixture.add(warned);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Posting posting(int number) {
    Warning warning =
        new Warning(
            number == 0 ? "contact-shift" : "upfront-fee",
            number == 0 ? Warning.Severity.CAUTION : Warning.Severity.DANGER,
            "pay <b>20 USD</b> first",
            Warning.By.RULE,
            TestPostings.NOW.minusSeconds(60L * number),
            Map.of());
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", "w" + number)
        .title("Warned of " + number)
        .url("https://shelf-tasks.example/" + number)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN)
        .build()
        .with(Assessment.NONE.warned(null, List.of(warning), List.of()));
  }

  private static JsonNode json(String path) {
    return PostingJson.MAPPER.readTree(fixture.get(path).body());
  }

  @Test
  void thePageListsThemAndGoesOn() {
    String body = fixture.get("/warnings").body();
    Document page = Jsoup.parse(body);
    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40 * 1024);
    assertThat(page.select("main li.card")).hasSize(20);
    assertThat(page.selectFirst("main li.card").text()).contains("Warned of 0", "<b>20 USD</b>");
    assertThat(page.select("main a[href=/warnings/guide]")).hasSize(1);
    String next = page.select("a[rel=next]").attr("href");
    assertThat(Jsoup.parse(fixture.get(next).body()).select("main li.card")).hasSize(3);
  }

  @Test
  void theListIsFilteredAndSaysWhatIsWrong() {
    JsonNode list = json("/api/v1/warnings?code=contact-shift");
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.at("/items/0/title").asString()).isEqualTo("Warned of 0");
    assertThat(list.at("/items/0/warning/code").asString()).isEqualTo("contact-shift");
    for (String wrong :
        List.of("code=no-such", "severity=grave", "page=0", "colour=red", "platform=nowhere"))
      assertThat(fixture.get("/api/v1/warnings?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    assertThat(fixture.get("/warnings?severity=grave").body()).contains("note, caution, danger");
    String tag = fixture.get("/api/v1/warnings").headers().firstValue("ETag").orElseThrow();
    assertThat(fixture.get("/api/v1/warnings", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void feedsTellTheSame() {
    JsonNode feed = json("/warnings/feed.json?severity=caution");
    assertThat(feed.path("items")).hasSize(1);
    assertThat(feed.at("/items/0/content_text").asString()).startsWith("Caution: ");
    Document atom =
        Jsoup.parse(
            fixture.get("/warnings/feed.atom").body(), "", org.jsoup.parser.Parser.xmlParser());
    assertThat(atom.select("entry")).hasSize(20);
    assertThat(atom.select("entry > content").first().text()).contains("pay <b>20 USD</b> first");
  }

  @Test
  void anEntryOfASearchSaysTheWarning() {
    JsonNode feed = json("/api/v1/postings/feed.json");
    assertThat(feed.path("items"))
        .isNotEmpty()
        .allMatch(
            item ->
                item.path("content_text").asString().matches("(?s)(Caution|Danger): .*20 USD.*"));
  }

  @Test
  void aPhoneCanShareAMessageWithTheCheck() {
    Document page = Jsoup.parse(fixture.get("/check").body());
    String address = page.select("link[rel=manifest]").attr("href");
    var answer = fixture.get(address);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/manifest+json");
    JsonNode manifest = PostingJson.MAPPER.readTree(answer.body());
    assertThat(manifest.path("name").asString()).isEqualTo("Worthwhile");
    assertThat(manifest.path("start_url").asString()).isEqualTo("/");
    JsonNode icon = manifest.at("/icons/0");
    assertThat(fixture.get(icon.path("src").asString()).statusCode()).isEqualTo(200);
    JsonNode target = manifest.path("share_target");
    assertThat(target.path("method").asString()).isEqualTo("GET");
    String shared =
        target.path("action").asString()
            + "?"
            + target.at("/params/text").asString()
            + "=Pay+first+please";
    assertThat(Jsoup.parse(fixture.get(shared).body()).select("textarea").text())
        .isEqualTo("Pay first please");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .doesNotContain("unsafe");
    assertThat(fixture.get("/check").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("manifest-src 'self'");
  }
}
