package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.SiteSettingsBuilder;

/** A fresh instance says what it is doing. */
class FirstRunTest {
  @TempDir private Path folder;

  @Test
  void theFirstPageShowsTheFirstCrawlThenThePostings() {
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      var waiting = Jsoup.parse(fixture.get("/").body());
      assertThat(waiting.selectFirst("#progress").text())
          .contains("The first postings are being fetched")
          .contains("Study Hall feed waiting for its turn");
      assertThat(waiting.select("noscript meta[http-equiv=refresh]")).hasSize(1);

      for (String source : List.of("shelf-tasks", "kleinarbeit", "study-hall-feed"))
        fixture
            .store
            .sourceStates()
            .put(
                SiteFixture.state(
                    source, "failing", Optional.of("cannot be reached"), Optional.empty()));
      var failed = Jsoup.parse(fixture.get("/").body());
      assertThat(failed.selectFirst("#progress").text())
          .contains("No postings yet")
          .contains("Kleinarbeit cannot be reached");
      assertThat(failed.select("noscript meta")).isEmpty();

      fixture.fill();
      var first = Jsoup.parse(fixture.get("/").body());
      assertThat(first.selectFirst("h2").text()).isEqualTo("60 tasks");
      assertThat(first.select("nav.paging").text()).contains("Page 1 of 3");
      assertThat(Jsoup.parse(fixture.get("/?page=2").body()).selectFirst("h2").text())
          .isEqualTo("60 tasks · page 2 of 3");
    }
  }

  @Test
  void aDemoAsksNobodyAndDoesNotSaySo() {
    SiteSettings demo = SiteSettingsBuilder.builder(SiteSettings.local("1.2.3")).demo(true).build();
    try (SiteFixture fixture = SiteFixture.empty(folder, demo)) {
      assertThat(Jsoup.parse(fixture.get("/").body()).selectFirst("#progress").text())
          .contains("invented postings")
          .doesNotContain("politely");
    }
  }

  @Test
  void aDemoSaysSoOnEveryPage() {
    SiteSettings demo =
        SiteSettingsBuilder.builder(SiteSettings.local("1.2.3"))
            .baseUrl(Optional.of("https://tasks.example/"))
            .contact(Optional.of("ops@tasks.example"))
            .demo(true)
            .build();
    try (SiteFixture fixture = SiteFixture.empty(folder, demo)) {
      for (String path : List.of("/", "/platforms", "/status", "/about/crawler", "/nowhere")) {
        var page = Jsoup.parse(fixture.get(path).body());
        assertThat(page.selectFirst("header .demo").text()).contains("invented");
        assertThat(page.selectFirst("footer a[href=/about]")).isNotNull();
      }
      var about = Jsoup.parse(fixture.get("/about").body());
      assertThat(about.selectFirst("main a[href=mailto:ops@tasks.example]")).isNotNull();
      assertThat(about.selectFirst("link[rel=canonical]").attr("href"))
          .isEqualTo("https://tasks.example/about");
      assertThat(fixture.get("/about/crawler").body())
          .contains("Worthwhile/1.2.3 (+https://tasks.example/about/crawler)");
    }
  }
}
