package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Role;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.saved.TroubleKind;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;

/** What the operator sees of alerts, what others see, and what she can do. */
class OperateAlertsTest {
  private static final String PAGE = "/operate/alerts";
  private static final Instant NOW = TestPostings.NOW;

  @TempDir private Path folder;

  /** A message to a webhook that was given up. */
  private static String givenUp(SiteFixture fixture) {
    String id = UUID.randomUUID().toString();
    return fixture.store.changeAlerts(
        alerts -> {
          long number = alerts.recipients().next();
          alerts
              .recipients()
              .add(
                  new Recipient(
                      number,
                      "anna",
                      new Destination.Webhook(
                          URI.create("https://hook.example/x"), List.of("whsec_AAAA")),
                      Optional.of("s"),
                      Optional.empty(),
                      Recipient.State.CONFIRMED,
                      NOW,
                      Optional.of(NOW),
                      Optional.empty(),
                      Optional.empty()));
          alerts
              .deliveries()
              .add(
                  List.of(
                      new Delivery(
                          id,
                          "anna",
                          number,
                          AlertReason.NEW,
                          Delivery.State.FAILED,
                          Optional.of(Reason.of("alert-refused").with("error", "<b>404</b>")),
                          List.of(),
                          NOW,
                          NOW,
                          1,
                          Optional.of("<b>404</b>"),
                          NOW,
                          Optional.of(NOW))));
          alerts.queue().countSent("webhook", 7);
          return id;
        });
  }

  private static void trouble(SiteFixture fixture) {
    fixture.store.changeAlerts(
        alerts -> {
          alerts
              .troubles()
              .begin(
                  TroubleKind.LATE,
                  "",
                  Reason.of("trouble-late").with("since", "2026-11-20 12:00 UTC"),
                  NOW);
          return true;
        });
  }

  private static Delivery delivery(SiteFixture fixture, String id) {
    Optional<Delivery> found = fixture.store.alerts(alerts -> alerts.deliveries().byId(id));
    return found.orElseThrow();
  }

  @Test
  void theOperatorSeesTriesAgainPutsAsideAndAcknowledges() {
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      assertThat(fixture.get(PAGE).body()).contains("Nothing is wrong", "Nothing was given up");
      String first = givenUp(fixture);
      String second = givenUp(fixture);
      trouble(fixture);
      HttpResponse<String> answer = fixture.get(PAGE);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(answer.body())
          .contains("https://hook.example/x", "&lt;b&gt;404", "Messages are late")
          .doesNotContain("<b>404")
          .hasSizeLessThan(40_000);
      Document page = Jsoup.parse(answer.body());
      List<String> actions = page.select("main form").eachAttr("action");
      assertThat(actions).hasSize(5);
      for (String action : actions) {
        boolean left =
            (action.contains(first) && action.endsWith("drop"))
                || (action.contains(second) && action.endsWith("retry"));
        if (left) continue;
        HttpResponse<String> done = fixture.send("POST", action);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow()).doesNotContain("late");
      }
      assertThat(delivery(fixture, first).state()).isEqualTo(Delivery.State.DUE);
      assertThat(delivery(fixture, second).state()).isEqualTo(Delivery.State.HELD);
      assertThat(delivery(fixture, second).why().orElseThrow().code()).isEqualTo("alert-dropped");
      assertThat(fixture.get(PAGE).body()).contains("You know.").doesNotContain("&lt;b&gt;404");
      assertThat(
              fixture
                  .send("POST", PAGE + "/deliveries/" + second + "/retry")
                  .headers()
                  .firstValue("Location"))
          .hasValue(PAGE + "?done=late");
    }
  }

  @Test
  void nobodyElseSeesAddresses() {
    try (OpenInstance open = new OpenInstance(folder)) {
      String id = givenUp(open.fixture);
      trouble(open.fixture);
      Person nobody = open.somebody();
      assertThat(nobody.get(PAGE).statusCode()).isEqualTo(303);
      Person worker = open.somebody();
      worker.signUp("ada");
      assertThat(worker.get(PAGE).statusCode()).isEqualTo(403);
      assertThat(worker.post(PAGE + "/deliveries/" + id + "/drop").statusCode()).isEqualTo(403);
      assertThat(worker.get("/status").body())
          .contains("Messages are late")
          .doesNotContain("hook.example", PAGE);
      assertThat(open.fixture.get("/health/ready").statusCode()).isEqualTo(200);

      String ada = open.fixture.store.accounts().all().getFirst().id();
      open.fixture.store.accounts().setRoles(ada, Set.of("worker", Role.OPERATOR.word()));
      assertThat(worker.get(PAGE).body()).contains("hook.example");
      assertThat(worker.get("/status").body()).contains(PAGE);
    }
  }

  @Test
  void metricsTellOfAlerts() {
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      givenUp(fixture);
      String before = fixture.get("/metrics").body();
      assertThat(before)
          .contains("worthwhile_alerts_due 0.0", "worthwhile_alerts_oldest_due_seconds 0.0")
          .contains("worthwhile_alerts_failed 1.0", "worthwhile_canary_result NaN")
          .contains("worthwhile_alerts_sent_total{channel=\"webhook\"} 7.0");
      fixture.store.changeAlerts(
          alerts -> {
            long number =
                alerts
                    .canaries()
                    .beginIfDue(NOW.minusSeconds(60), Duration.ofMinutes(15))
                    .orElseThrow()
                    .number();
            return alerts.canaries().end(number, NOW, Optional.empty());
          });
      assertThat(fixture.get("/metrics").body())
          .contains("worthwhile_canary_result 1.0", "worthwhile_canary_age_seconds 60.0");
    }
  }

  @Test
  void whoWaitsForAPlatformThatIsNotReadSeesIt() {
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      String saved =
          "{\"name\": \"Shelf\", \"query\": {\"platform\": \"shelf-tasks\"}, \"channels\": []}";
      JsonNode made =
          PostingJson.MAPPER.readTree(
              fixture
                  .post("/api/v1/saved-searches", saved.getBytes(StandardCharsets.UTF_8))
                  .body());
      assertThat(made.path("sources").isArray()).isTrue();
      String path = "/" + made.path("id").asString();
      Silence silence = silence("shelf-tasks", "Shelf <Tasks>");
      fixture.store.changeAlerts(
          alerts -> {
            alerts.silences().add(silence);
            alerts.silences().add(silence("kleinarbeit", "Kleinarbeit"));
            return true;
          });
      JsonNode sources = fixture.json("/api/v1/saved-searches" + path).path("sources");
      assertThat(sources.size()).isEqualTo(1);
      assertThat(sources.get(0).path("lastRead").asString())
          .isEqualTo(NOW.minusSeconds(18_000).toString());
      for (String page : List.of("/alerts", "/alerts" + path))
        assertThat(fixture.get(page).body())
            .contains("Shelf &lt;Tasks&gt; has not been read since")
            .doesNotContain("Kleinarbeit");

      fixture.store.changeAlerts(
          alerts -> {
            alerts.silences().end(silence.id(), NOW);
            return true;
          });
      assertThat(fixture.get("/alerts").body()).contains("is read again since");
      assertThat(
              fixture
                  .json("/api/v1/saved-searches" + path)
                  .path("sources")
                  .get(0)
                  .path("back")
                  .asString())
          .isEqualTo(NOW.toString());
    }
  }

  private static Silence silence(String platform, String name) {
    return new Silence(
        UUID.randomUUID().toString(),
        platform,
        name,
        NOW.minus(Duration.ofHours(5)),
        NOW.minus(Duration.ofHours(1)),
        NOW,
        Optional.empty());
  }
}
