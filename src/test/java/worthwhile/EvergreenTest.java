package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** Pages that invite applications all year are watched for change, by the shipped definition. */
class EvergreenTest {
  @TempDir private Path folder;
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Instance instance;

  @BeforeEach
  void open() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    server.stubFor(
        get(urlPathEqualTo("/sitemap.xml"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody(
                        "<urlset><url><loc>https://www.dataannotation.tech/job-board/sailor</loc></url></urlset>")));
    page("Tell a model about knots.");
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            folder.resolve("data").toString(),
            Settings.Key.MAP,
            "www.dataannotation.tech=http://127.0.0.1:" + server.port(),
            Settings.Key.DELAY,
            "0");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    instance = Instance.open(settings, Sources.load(Path.of("scrapers")), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    instance.close();
    server.stop();
  }

  private void page(String text) {
    server.stubFor(
        get(urlPathEqualTo("/job-board/sailor"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody(
                        """
                        <html data-wf-item-slug="sailor"><title>Sailor</title><div class="rd-title"><h1>Sailor</h1></div>
                        <section class="rd-section"><h2>Overview</h2><p>%s</p></section></html>
                        """
                            .formatted(text))));
  }

  private Run crawl() {
    var source = instance.sources().byId("dataannotation").orElseThrow();
    return instance.visits(instance.tail().follower()).visit(source, false);
  }

  private Posting stored() {
    return instance.store().postings().byId("dataannotation:sailor").orElseThrow();
  }

  @Test
  void aChangedPageIsNoticedThoughTheListSaysNothingNew() {
    assertThat(crawl().added()).isEqualTo(1);
    assertThat(stored().state()).isEqualTo(PostingState.EVERGREEN);
    assertThat(stored().job().description()).isEqualTo("Overview\nTell a model about knots.");
    page("Tell a model about knots and tides.");

    assertThat(crawl().changed()).isEqualTo(1);
    assertThat(stored().job().description()).endsWith("knots and tides.");
    server.stubFor(
        get(urlPathEqualTo("/job-board/sailor")).willReturn(aResponse().withStatus(500)));
    assertThat(crawl().changed()).as("a page that fails takes nothing away").isZero();
    assertThat(stored().job().description()).endsWith("knots and tides.");
  }
}
