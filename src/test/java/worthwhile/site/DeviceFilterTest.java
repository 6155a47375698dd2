package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;

/** What a task is done with, from the form to the task's own page. */
class DeviceFilterTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture.add(
        List.of(
            with(1, List.of("phone", "tablet")), with(2, List.of("desktop", "webcam")), with(3)));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Posting with(int number, List<String> devices) {
    return FlatPosting.of(TestPostings.plain(number)).devices(devices).build();
  }

  private static Posting with(int number) {
    return with(number, List.of());
  }

  private static Document page(String path) {
    return Jsoup.parse(fixture.get(path).body());
  }

  @Test
  void theFormOffersWhatTasksAreDoneWith() {
    Document page = page("/?device=phone");
    assertThat(page.select("input[name=device]").eachAttr("value"))
        .containsExactlyInAnyOrder("phone", "tablet", "desktop", "webcam");
    assertThat(page.select("input[name=device][checked]").eachAttr("value"))
        .containsExactly("phone");
    assertThat(page.select("li.row")).as("a phone, or nothing stated").hasSize(2);
    assertThat(page.select(".chips a").eachText()).contains("device: phone ×");
    assertThat(page.selectFirst(".chips a").attr("href")).isEqualTo("/");
  }

  @Test
  void theCallCountsThem() {
    assertThat(fixture.json("/api/v1/postings").at("/facets/device")).hasSize(4);
    assertThat(fixture.json("/api/v1/postings?device=webcam").path("total").asInt()).isEqualTo(2);
    assertThat(fixture.get("/api/v1/postings?device=abacus").body()).contains("one of phone,");
  }

  @Test
  void aTasksPageSaysThem() {
    List<Posting> shown = List.of(TestPostings.plain(1), TestPostings.plain(3));
    assertThat(page("/tasks/" + shown.get(0).id()).select(".can").text())
        .contains("Device a phone or a tablet");
    assertThat(page("/tasks/" + shown.get(1).id()).select(".can").text())
        .contains("Device Not stated.");
  }
}
