package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.site.http.Urls;

/** What is known of requesters, for programs and for people. */
class RequestersTest {
  private static final String CALL = "/api/v1/requesters?platform=kleinarbeit&ids=";
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(List.of(TestPostings.known().getFirst()));
    fixture.add(List.of(TestPostings.known().getLast()));
    fixture.store.ratings().put(TestPostings.ratings());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void theCallTellsNamesTasksAndRatingsOfEach() {
    JsonNode answer = fixture.json(CALL + "r-99,r-17");
    assertThat(answer.path("platform").asString()).isEqualTo("kleinarbeit");
    assertThat(answer.at("/requesters/0/known").asBoolean()).isFalse();
    assertThat(answer.at("/requesters/0/ratings").isEmpty()).isTrue();
    JsonNode known = answer.at("/requesters/1");
    assertThat(known.path("name").asString()).isEqualTo("Blue Otter Lab");
    assertThat(known.path("other_names").values().stream().map(JsonNode::asString))
        .containsExactly("Otter Lab", "Otter Laboratory");
    assertThat(known.path("open_postings").asInt()).isEqualTo(2);
    assertThat(known.path("url").asString()).isEqualTo("/requesters/kleinarbeit:r-17");
    JsonNode rating = known.at("/ratings/0");
    assertThat(rating.at("/ratingValue/pay").decimalValue()).isEqualByComparingTo("3.40");
    assertThat(rating.path("reviewCount").asInt()).isEqualTo(12);
    assertThat(rating.path("dateModified").asString()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(rating.path("attribution").asString()).isEqualTo("First Site");
    assertThat(rating.has("itemReviewed")).isFalse();
  }

  @Test
  void theCallRefusesWhatItDoesNotUnderstand() {
    String many = String.join(",", IntStream.range(0, 101).mapToObj(i -> "r" + i).toList());
    for (String url :
        List.of(
            "/api/v1/requesters",
            "/api/v1/requesters?platform=kleinarbeit",
            "/api/v1/requesters?ids=r-17",
            "/api/v1/requesters?platform=none&ids=r-17",
            CALL + "r-17&colour=red",
            CALL + many)) {
      var answer = fixture.get(url);
      assertThat(answer.statusCode()).as(url).isEqualTo(400);
      assertThat(answer.body()).contains("\"errors\"");
    }
  }

  @Test
  void thePageShowsTasksAndWhatOthersSayWithTheirNames() {
    Document page = page("/requesters/kleinarbeit:r-17");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Blue Otter Lab");
    assertThat(page.select("section:has(#open) li")).hasSize(2);
    assertThat(page.select("section:has(#said) article")).hasSize(2);
    assertThat(page.selectFirst("section:has(#said) article").text())
        .contains("First Site", "Pay 3.40 of 5", "12 reviews", "$9.40", "21 Nov 2026");
    assertThat(page.select("section:has(#said) b, section:has(#said) i")).isEmpty();
    assertThat(page.select("section:has(#said) h3").getLast().text()).contains("<b>Second</b>");
  }

  @Test
  void aNameLeadsToThePageToo() {
    Document page = page("/requesters/shelf-tasks:Shelf%20Lab");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Shelf Lab");
    assertThat(page.text()).contains("Nothing is known here of what other sites say.");
    assertThat(fixture.get("/requesters/shelf-tasks:Nobody").statusCode()).isEqualTo(404);
    assertThat(fixture.get("/requesters/shelf-tasks").statusCode()).isEqualTo(404);
    Document task = page("/tasks/" + TestPostings.known().getFirst().id());
    assertThat(task.selectFirst(".taskhead .by a").attr("href"))
        .isEqualTo("/requesters/kleinarbeit:r-17");
    String hostile =
        page(Urls.task(TestPostings.HOSTILE)).selectFirst(".taskhead .by a").attr("href");
    assertThat(page(hostile).select("img")).isEmpty();
  }

  private static Document page(String path) {
    var answer = fixture.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
