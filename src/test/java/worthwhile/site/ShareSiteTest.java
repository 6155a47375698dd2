package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** What a phone shares with the installed site. */
class ShareSiteTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture.add(
        List.of(
            FlatPosting.builder("shelf-tasks", "shelf-tasks", "77")
                .title("Sort shells")
                .url("https://shelf-tasks.example/task?id=77")
                .firstSeen(TestPostings.NOW)
                .lastSeen(TestPostings.NOW)
                .state(PostingState.OPEN)
                .build()));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static HttpResponse<String> share(String name, String value) {
    return fixture.get("/share?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shelf-tasks.example/task?id=77",
        "http://www.shelf-tasks.example/task?id=77&utm_source=mail",
        "Look at this (https://shelf-tasks.example/task?id=77)."
      })
  void aTaskWhoseAddressIsKnownIsOpened(String shared) {
    HttpResponse<String> answer = share("text", shared);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/tasks/shelf-tasks:77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/task?id=77",
        "https://shelf-tasks.example/task?id=78",
        "https://shelf-tasks.example/%zz/77",
        "https:///77",
        "nothing"
      })
  void anotherAddressIsNot(String shared) {
    assertThat(share("url", shared).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSharedStandsInTheFormAndBecomesWorkInHand() {
    Document page =
        Jsoup.parse(
            fixture
                .get(
                    "/share?title=Name+%3Cbirds%3E&text=Five+minutes"
                        + "&url=https%3A%2F%2Fwww.shelf-tasks.example%2Fnew%2F5")
                .body());
    assertThat(page.select("#title").val()).isEqualTo("Name <birds>");
    assertThat(page.select("#platform").val()).isEqualTo("Shelf Tasks");
    assertThat(page.select("form[action=/check] textarea").text())
        .contains("Name <birds>", "Five minutes", "https://www.shelf-tasks.example/new/5");
    assertThat(page.select("button[formaction=/timer]")).hasSize(1);
    HttpResponse<String> noted =
        fixture.form(
            page.select("form:has(#title)").attr("action"),
            "title=Name+birds&platform=Shelf+Tasks&reward=1.50&currency=USD&outcome=pending");
    assertThat(noted.statusCode()).isEqualTo(303);
    assertThat(fixture.store.work().of("local"))
        .filteredOn(work -> work.title().equals("Name birds"))
        .singleElement()
        .extracting(Work::platform, Work::status)
        .containsExactly("shelf-tasks", Status.PENDING);
  }

  @Test
  void aMessageWithoutATaskCanBeChecked() {
    Document page = Jsoup.parse(share("text", "Pay first please").body());
    assertThat(page.select("form[action=/check] textarea").text()).isEqualTo("Pay first please");
    assertThat(Jsoup.parse(fixture.form("/check", "text=Pay+first+please").body()).select("#seen"))
        .hasSize(1);
  }

  @Test
  void theManifestNamesThePage() {
    JsonNode manifest = PostingJson.MAPPER.readTree(fixture.get("/manifest.webmanifest").body());
    assertThat(manifest.at("/share_target/action").asString()).isEqualTo("/share");
    assertThat(manifest.at("/share_target/params/url").asString()).isEqualTo("url");
  }
}
