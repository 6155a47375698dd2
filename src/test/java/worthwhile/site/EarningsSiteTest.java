package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.Organization;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** The earnings page, its files and settings. */
class EarningsSiteTest {
  @TempDir Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static Work work(String name, String reward, int minutes, Status status) {
    Instant end = TestPostings.NOW.minus(Duration.ofHours(1));
    return new Work(
        null,
        "local",
        "shelf-tasks",
        null,
        null,
        name,
        new Organization("Lab <b>", null, null),
        Payment.of("GBP", new BigDecimal(reward)),
        Times.between(end.minus(Duration.ofMinutes(minutes)), end),
        status,
        Provenance.IMPORT,
        name,
        end,
        null);
  }

  private void fill() {
    fixture
        .store
        .work()
        .take(
            "local",
            List.of(
                work("=One", "6.00", 60, Status.PAID),
                work("Two", "3.00", 30, Status.PENDING),
                work("Three", "2.00", 30, Status.REJECTED)));
  }

  private String page(String path) {
    HttpResponse<String> answer = fixture.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String path, String... form) {
    String body =
        IntStream.range(0, form.length / 2)
            .mapToObj(
                i -> form[2 * i] + "=" + URLEncoder.encode(form[2 * i + 1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return fixture.client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEmptyPageLeadsOn() {
    assertThat(page("/earnings")).contains("There is nothing yet").contains("/account/import");
  }

  @Test
  void noHourIsToldOfLessThanAQuarterOfIt() {
    var work = fixture.store.work();
    work.take("local", List.of(work("Quick", "1.40", 14, Status.PAID)));
    assertThat(page("/earnings?period=all"))
        .contains("£1.40", "from 15 min of work on")
        .doesNotContain("£6.00");
    var json = fixture.json("/api/v1/earnings?period=all").path("totals");
    assertThat(json.has("hourlyActive") || json.has("hourlyClock")).isFalse();
    work.take("local", List.of(work("Quick too", "0.10", 15, Status.PAID)));
    assertThat(page("/earnings?period=all"))
        .contains("£6.00")
        .doesNotContain("from 15 min of work on");
  }

  @Test
  void thePageTellsPaidPendingLostAndBothPaysPerHour() {
    fill();
    // The three overlap: one hour worked, 9.00 for it.
    assertThat(page("/earnings?period=all"))
        .contains("£6.00", "£3.00", "£2.00 and 30 min", "1 rejected", "£9.00", "Lab &lt;b&gt;")
        .contains("<svg", "The same as a table")
        .doesNotContain("Lab <b>");
    var json = fixture.json("/api/v1/earnings?period=all");
    assertThat(json.at("/totals/paid").decimalValue()).isEqualByComparingTo("6");
    assertThat(json.at("/totals/hourlyActive").decimalValue()).isEqualByComparingTo("9");
    assertThat(json.at("/totals/pieces/rejected").asInt()).isEqualTo(1);
  }

  @Test
  void filesAreHarmlessAndHerOwn() {
    fill();
    HttpResponse<String> csv = fixture.get("/earnings/work.csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(csv.body()).contains("'=One").contains("shelf-tasks");
    assertThat(page("/earnings/work.json")).contains("\"title\":\"=One\"");
    assertThat(page("/earnings/tax.csv?year=2026&begins=04-06"))
        .contains("'=One")
        .doesNotContain("Two")
        .contains("Sum,,,,,,,,6.00,0.00,6.00,,");
    assertThat(fixture.get("/earnings/tax.csv?year=2026&begins=02-31").statusCode()).isEqualTo(400);
  }

  @Test
  void settingsAndGoalsAndConsent() {
    fill();
    assertThat(post("/earnings/settings", "zone", "Nowhere").body())
        .contains("time zone Nowhere is not known");
    assertThat(post("/earnings/settings", "dayGoal", "0", "dayUnit", "GBP").statusCode())
        .isEqualTo(400);
    post(
        "/earnings/settings",
        "zone",
        "Europe/London",
        "currency",
        "gbp",
        "dayGoal",
        "18",
        "dayUnit",
        "GBP",
        "weekGoal",
        "2",
        "weekUnit",
        "hours",
        "contributes",
        "true");
    String page = page("/earnings");
    assertThat(page).contains("Goal of today", "50 %", "Goal of this week", "Europe/London");
    var consent = fixture.store.workSettings().of("local").contributes();
    assertThat(consent).contains(TestPostings.NOW);
    post("/earnings/settings", "zone", "Europe/London");
    assertThat(fixture.store.workSettings().of("local").contributes()).isEmpty();
  }

  @Test
  void aPieceIsReportedLaterOrDeleted() {
    fill();
    Work two =
        fixture.store.work().of("local").stream()
            .filter(work -> work.title().equals("Two"))
            .findFirst()
            .orElseThrow();
    post("/earnings/work/" + two.id(), "outcome", "paid", "period", "all");
    assertThat(fixture.json("/api/v1/earnings?period=all").at("/totals/paid").decimalValue())
        .isEqualByComparingTo("9");
    post("/earnings/work/" + two.id(), "delete", "true");
    assertThat(fixture.store.work().count("local")).isEqualTo(2);
    assertThat(post("/earnings/work/" + two.id(), "outcome", "paid").statusCode()).isEqualTo(404);
  }
}
