package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** Sites that rate requesters are asked about those that are known here, by the shipped files. */
class RatingsCrawlTest {
  @TempDir private Path folder;
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Instance instance;

  @BeforeEach
  void open() throws java.io.IOException {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        data.resolve("secrets.toml"),
        "TURKERVIEW_VIEW_KEY = \"view-key\"\nTURKERVIEW_APP_KEY = \"app-key\"\n");
    String to = "=http://127.0.0.1:" + server.port();
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            data.toString(),
            Settings.Key.MAP,
            "turkopticon.net" + to + " view.turkerview.com" + to,
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

  private void know(int requesters) {
    List<Change> postings =
        IntStream.range(0, requesters)
            .<Change>mapToObj(i -> new Change.New(posting("A%013d".formatted(i))))
            .toList();
    Run run =
        new Run(
            "r",
            "mturk",
            Instant.EPOCH,
            "items",
            Optional.empty(),
            1,
            1,
            1,
            0,
            0,
            0,
            Duration.ZERO);
    instance.store().postings().apply(postings, run);
  }

  private static Posting posting(String requester) {
    return FlatPosting.builder("mturk", "mturk", "task-of-" + requester)
        .title("Task of " + requester)
        .hiringOrganization(new Organization("Requester " + requester, requester, null))
        .firstSeen(Instant.EPOCH)
        .lastSeen(Instant.EPOCH)
        .state(PostingState.CLOSED)
        .build();
  }

  private Run crawl(String source) {
    return instance
        .visits(instance.tail().follower())
        .visit(instance.sources().byId(source).orElseThrow(), false);
  }

  private List<String> asked(String path, String parameter) {
    List<String> asked =
        new java.util.ArrayList<>(
            server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> request.getUrl().startsWith(path))
                .map(request -> request.queryParameter(parameter).firstValue())
                .toList());
    Collections.reverse(asked);
    return asked;
  }

  @Test
  void nobodyIsAskedAboutWhereNobodyIsKnown() {
    Run run = crawl("turkopticon");
    assertThat(run.outcome()).isEqualTo("empty");
    assertThat(run.reason())
        .hasValueSatisfying(why -> assertThat(why.text()).contains("known here yet"));
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void everybodyIsAskedAboutSomeAtATimeAndInTurn() {
    know(60);
    server.stubFor(
        get(urlPathEqualTo("/api/multi-attrs.php"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody(
                        """
                        {"A0000000000007": {"name": "Seven", "attrs": {"comm": "0.00", "pay": "4.10",
                         "fair": "3.00", "fast": "5.00"}, "reviews": 12, "tos_flags": 1}, "A0000000000008": ""}
                        """)));
    Run run = crawl("turkopticon");
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.added()).isEqualTo(1);
    List<String> asked = asked("/api/", "ids");
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst().split(",")).hasSize(50);
    assertThat(asked.getLast().split(",")).hasSize(10);
    var ratings = instance.store().ratings().of("mturk", List.of("A0000000000007"));
    assertThat(ratings.get("A0000000000007").getFirst().ratingValue())
        .containsOnlyKeys("pay", "fairness", "speed");
    assertThat(crawl("turkopticon").outcome()).isEqualTo("unchanged");
  }

  @Test
  void aSiteWithKeysIsAskedWithThem() {
    know(2);
    server.stubFor(
        get(urlPathEqualTo("/v1/requesters/"))
            .withHeader("X-VIEW-KEY", equalTo("view-key"))
            .withHeader("X-APP-KEY", equalTo("app-key"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        """
                        {"user": {"userId": null, "requestsRemaining": 9}, "requesters": {"A0000000000001":
                         {"requester_name": "One", "reviews": 3, "wages": {"average": {"wage": "11.20"}},
                          "ratings": {"pay": {"text": "Good"}}, "rejections": 0, "blocks": 0}}}
                        """)));
    assertThat(crawl("turkerview").added()).isEqualTo(1);
    server.stubFor(get(urlPathEqualTo("/v1/requesters/")).willReturn(aResponse().withStatus(403)));
    assertThat(crawl("turkerview").outcome()).isEqualTo("blocked");
    server.stubFor(get(urlPathEqualTo("/v1/requesters/")).willReturn(aResponse().withStatus(401)));
    assertThat(crawl("turkerview").outcome()).isEqualTo("login-required");
    assertThat(instance.store().ratings().of("mturk", List.of("A0000000000001"))).hasSize(1);
  }
}
