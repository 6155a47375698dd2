package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.alert.watch.ChangeTeller;
import worthwhile.posting.PostingJson;
import worthwhile.source.read.Sources;

/** Requesters, platforms and money are followed from their pages. */
class FollowedSiteTest {
  private static final Sources SOURCES = Sources.load(Path.of("src/test/resources/site/scrapers"));
  private static final String CALL = "/api/v1/saved-searches";

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

  private JsonNode json(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> save(String json) {
    return fixture.post(
        CALL, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private String platform() {
    return SOURCES.platforms().iterator().next().id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postings", "woke", "changes"})
  void aPlatformsPageLeadsToWhatIsToBeTold(String what) {
    String platform = platform();
    Document page = Jsoup.parse(fixture.get("/platforms/" + platform).body());
    String link =
        "/alerts/new?platform=" + platform + (what.equals("postings") ? "" : "&watches=" + what);
    assertThat(page.select("a[href='" + link + "']")).hasSize(1);
    HttpResponse<String> answer = fixture.get(link);
    assertThat(answer.statusCode()).isEqualTo(200);
    Document form = Jsoup.parse(answer.body());
    assertThat(form.select("input[name=watches][checked]").eachAttr("value")).containsExactly(what);
    assertThat(form.select("input[name=p]").eachAttr("value"))
        .containsExactly("platform=" + platform);
    HttpResponse<String> saved =
        fixture.form("/alerts", "p=platform%3D" + platform + "&name=Mine&calm=on&watches=" + what);
    assertThat(saved.statusCode()).isEqualTo(303);
    JsonNode search = json(fixture.get(CALL)).path("items").get(0);
    assertThat(search.path("watches").asString()).isEqualTo(what);
    assertThat(search.path("query").has("max_severity")).isEqualTo(!what.equals("changes"));
  }

  @Test
  void theApiTakesTellsAndChangesWhatIsWatched() {
    HttpResponse<String> made = save("{\"name\":\"x\",\"watches\":\"woke\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(json(made).path("watches").asString()).isEqualTo("woke");
    String one = CALL + "/" + json(made).path("id").asString();
    HttpResponse<String> changed = fixture.patch(one, "{\"name\":\"y\"}");
    assertThat(json(changed).path("watches").asString()).isEqualTo("woke");
    assertThat(json(save("{\"name\":\"x\"}")).path("watches").asString()).isEqualTo("postings");
    assertThat(save("{\"name\":\"x\",\"watches\":\"cats\"}").body()).contains("woke or changes");
    assertThat(save("{\"name\":\"x\",\"watches\":\"changes\",\"query\":{\"q\":\"a\"}}").body())
        .contains("platform alone");
    assertThat(fixture.get("/alerts/new?watches=cats").statusCode()).isEqualTo(400);
  }

  @Test
  void aFeedHoldsWhatChanges() {
    JsonNode made =
        json(save("{\"name\":\"x\",\"watches\":\"changes\",\"channels\":[{\"type\":\"feed\"}]}"));
    List<PlatformChange> changes = new ArrayList<>();
    ChangeTeller teller =
        new ChangeTeller(
            fixture.store,
            () -> new PlatformChanges(List.of(), List.copyOf(changes)),
            SiteFixture.CLOCK);
    teller.tell();
    LocalDate day = LocalDate.parse("2026-11-18");
    changes.add(
        new PlatformChange(
            "a",
            SOURCES.platforms().iterator().next(),
            PlatformChange.Kind.CHANGE,
            day,
            "day",
            day,
            "It pays in euros.",
            Optional.empty(),
            "https://news.test/a"));
    assertThat(teller.tell()).isEqualTo(1);
    JsonNode channel = made.path("channels").get(0);
    for (String name : List.of("url", "jsonUrl")) {
      String url = channel.path(name).asString();
      HttpResponse<String> feed = fixture.get(url.substring(url.indexOf("/alerts/feeds/")));
      assertThat(feed.statusCode()).isEqualTo(200);
      assertThat(feed.body()).contains("It pays in euros.", "/platforms/" + platform());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"earnings/settings", "alerts"})
  void oneIsAskedAboutMoneyOnlyAfterSayingSo(String page) {
    String button = "form[action='/alerts/due'] input[name=ask]";
    Document before = Jsoup.parse(fixture.get("/" + page).body());
    assertThat(before.select(button).attr("value")).isEqualTo("yes");
    HttpResponse<String> turned = fixture.form("/alerts/due", "ask=yes&back=" + page);
    assertThat(turned.statusCode()).isEqualTo(303);
    assertThat(turned.headers().firstValue("Location").orElseThrow()).startsWith("/" + page);
    Document after = Jsoup.parse(fixture.get("/" + page).body());
    assertThat(after.select(button).attr("value")).isEqualTo("no");
    assertThat(fixture.form("/alerts/due", "ask=no&back=" + page).statusCode()).isEqualTo(303);
    Document again = Jsoup.parse(fixture.get("/" + page).body());
    assertThat(again.select(button).attr("value")).isEqualTo("yes");
  }

  @Test
  void aRequestersPageLeadsToWhatIsToBeTold() {
    try (SiteFixture filled = SiteFixture.filled(folder.resolve("filled"))) {
      filled.add(List.of(TestPostings.known().getFirst()));
      Document page = Jsoup.parse(filled.get("/requesters/kleinarbeit:r-17").body());
      String link = page.select("a[href^='/alerts/new?']").attr("href");
      assertThat(link).contains("requester=", "platform=kleinarbeit");
      Document form = Jsoup.parse(filled.get(link).body());
      assertThat(form.select("input[name=p]")).hasSize(2);
      assertThat(form.select("input[name=watches][checked]").eachAttr("value"))
          .containsExactly("postings");
    }
  }
}
