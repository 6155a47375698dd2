package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;

/** What phones, other sites and search engines take from the site. */
class InstallTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void everyPictureThatIsNamedIsThereInTheSizeThatIsSaid() throws Exception {
    JsonNode manifest = PostingJson.MAPPER.readTree(fixture.get("/manifest.webmanifest").body());
    Document page = Jsoup.parse(fixture.get("/").body());
    assertThat(page.select("link[rel=apple-touch-icon]").attr("href")).isNotEmpty();
    for (JsonNode icon : manifest.path("icons")) {
      if (!icon.path("type").asString().equals("image/png")) continue;
      URL url = new URI(fixture.site.url() + icon.path("src").asString()).toURL();
      BufferedImage picture = ImageIO.read(url);
      assertThat(picture.getWidth() + "x" + picture.getHeight())
          .isEqualTo(icon.path("sizes").asString());
    }
    for (JsonNode shortcut : manifest.path("shortcuts"))
      assertThat(fixture.get(shortcut.path("url").asString()).statusCode()).isEqualTo(200);
  }

  @Test
  void theSitemapNamesPagesThatAreThereAndMayBeKept() {
    String robots = fixture.get("/robots.txt").body();
    String address = robots.replaceFirst("(?s).*Sitemap: ", "").strip();
    assertThat(address).isEqualTo(fixture.site.url() + "/sitemap.xml");
    HttpResponse<String> answer = fixture.get("/sitemap.xml");
    List<String> paths =
        Jsoup.parse(answer.body(), Parser.xmlParser()).select("url > loc").stream()
            .map(Element::text)
            .map(url -> url.substring(fixture.site.url().length()))
            .toList();
    assertThat(paths).contains("/", "/platforms/kleinarbeit", "/tasks/shelf-tasks:task-3");
    for (String path : paths) {
      HttpResponse<String> page = fixture.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).doesNotContain("content=\"noindex\"");
    }
  }

  @Test
  void aLinkThatIsSharedSaysWhatItLeadsTo() {
    Document page = Jsoup.parse(fixture.get("/tasks/shelf-tasks:task-3").body());
    assertThat(page.select("meta[property=og:title]").attr("content"))
        .isEqualTo(page.select("h1").text());
    assertThat(page.select("meta[property=og:description]").attr("content")).isNotBlank();
  }
}
