package worthwhile.site;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.fetch.FetchSettings;
import worthwhile.fetch.Fetcher;
import worthwhile.fetch.Parking;
import worthwhile.fetch.Pause;
import worthwhile.fetch.Secrets;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;

/** A requester proves to be one by a file on her own domain, in a browser. */
class ClaimByDomainTest {
  private static final String FILE = "/.well-known/worthwhile-claim.txt";

  @RegisterExtension
  static final WireMockExtension DOMAIN =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  private static Posting task(int number, String url) {
    return FlatPosting.of(TestPostings.plain(number))
        .hiringOrganization(new Organization("Otter Lab", "r-17", url))
        .build();
  }

  private static Fetcher fetcher() {
    return new Fetcher(
        new FetchSettings(
            "1.2.3",
            Optional.empty(),
            true,
            Map.of("otter.example", URI.create(DOMAIN.baseUrl())),
            Optional.of(Duration.ZERO),
            Secrets.NONE,
            SiteFixture.CLOCK,
            Pause.SLEEP,
            Parking.NONE));
  }

  @Test
  void theCodeInAFileOnHerOwnDomainIsEnough() {
    try (OpenInstance open = new OpenInstance(folder);
        Fetcher fetcher = fetcher()) {
      open.fixture.web = fetcher::fetch;
      open.fixture.add(
          List.of(
              task(70, "https://lab.otter.example/people"),
              task(73, "https://kleinarbeit.example/r-17"),
              task(76, "https://203.0.113.5/x")));
      Person boss = open.somebody();
      boss.signUp("bert");
      String form = "/claims/new?requester=kleinarbeit:r-17";
      assertThat(boss.page(form).select("input[name=proof]").eachAttr("value"))
          .containsExactly("platform", "domain:otter.example");
      String page =
          boss.post("/claims", "requester", "kleinarbeit:r-17", "proof", "domain:otter.example")
              .headers()
              .firstValue("Location")
              .orElseThrow();
      Document claim = boss.page(page);
      assertThat(claim.text()).contains("https://otter.example" + FILE);
      String code = claim.select("code.secret").first().text();

      assertThat(boss.post(page + "/check").body()).contains("could not be read");
      DOMAIN.stubFor(get(urlEqualTo(FILE)).willReturn(aResponse().withBody("not " + code)));
      assertThat(boss.post(page + "/check").body()).contains("no line that is just the code");
      DOMAIN.stubFor(
          get(urlEqualTo(FILE))
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", "text/plain")
                      .withBody("\n" + code + "\n")));
      assertThat(boss.post(page + "/check").body()).contains("The code was found.");
      assertThat(boss.page("/moderation").text()).contains("claim accepted", "claim-is-shown@1");
    }
  }

  @Test
  void aDomainThatIsNotHersProvesNothing() {
    try (OpenInstance open = new OpenInstance(folder)) {
      open.fixture.add(List.of(task(70, "https://lab.otter.example/people")));
      Person boss = open.somebody();
      boss.signUp("bert");
      for (String domain : List.of("evil.example", "kleinarbeit.example", "localhost", "../x")) {
        var answer =
            boss.post("/claims", "requester", "kleinarbeit:r-17", "proof", "domain:" + domain);
        assertThat(answer.statusCode()).as(domain).isEqualTo(400);
        assertThat(answer.body()).contains("otter.example");
      }
    }
  }
}
