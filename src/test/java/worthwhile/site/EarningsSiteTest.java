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
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
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
  void aPeriodThatThereIsNotIsToldAndNotPassedOver() {
    fill();
    HttpResponse<String> page = fixture.get("/earnings?period=zzz");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("There is no period called \"zzz\": choose one of those below.");
    assertThat(page("/earnings?period=week")).doesNotContain("There is no period");
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
  void thePageBeginsWithTheRealPayOfTheWeekBesideListAndFloor() {
    fixture.add(TestPostings.open());
    fill();
    String page = page("/earnings");
    assertThat(page.indexOf("My real pay per hour this week")).isLessThan(page.indexOf("tabs"));
    // An hour by the clock, 9.00 for it; what half of the list pays is said with its number.
    assertThat(page)
        .contains("<strong>£9.00</strong>", "3 pieces with a known time")
        .containsPattern("Half of the \\d\\d open tasks in your search with known pay pay £")
        .contains("Say what you need an hour");
    String ofReader = fixture.get("/earnings", "Cookie", "me=country:US&floor:15-USD").body();
    assertThat(ofReader)
        .contains("that name your country pay £", "Your floor $15/h: you are below it.");
    assertThat(fixture.get("/earnings", "Cookie", "me=country:KE").body())
        .contains("not a number of which a middle could be told");
  }

  @Test
  void underAQuarterOfAnHourThePageSaysHowMuchIsMissing() {
    fixture.store.work().take("local", List.of(work("Quick", "1.40", 14, Status.PAID)));
    assertThat(page("/earnings")).contains("1 more minute of timed work this week");
  }

  private static Work on(String platform, String name, String reward, int days, Status status) {
    Work work = work(name, reward, 10, status);
    Instant then = TestPostings.NOW.minus(Duration.ofDays(days));
    return new Work(
        null,
        "local",
        platform,
        null,
        null,
        name,
        null,
        Payment.of("USD", new BigDecimal(reward)),
        Times.between(then.minus(Duration.ofMinutes(10)), then),
        status,
        Provenance.IMPORT,
        work.fingerprint(),
        then,
        null);
  }

  @Test
  void moneyDueHasItsDayAndIsAskedAbout(@TempDir Path other) {
    fixture.close();
    fixture = SiteFixture.shipped(other, worthwhile.site.http.SiteSettings.local("1.2.3"));
    var card =
        worthwhile.source.read.Sources.load(Path.of("scrapers")).platforms().stream()
            .filter(each -> each.paidAfterDays().filter(count -> count > 0).isPresent())
            .findFirst()
            .orElseThrow();
    String id = card.id();
    post("/earnings/settings", "zone", "UTC");
    int days = card.paidAfterDays().orElseThrow();
    fixture
        .store
        .work()
        .take(
            "local",
            List.of(
                on(id, "Late", "2.00", days + 3, Status.PENDING),
                on(id, "Soon", "3.00", 0, Status.PENDING),
                on("nowhere", "Undated", "4.00", 1, Status.PENDING)));
    String page = page("/earnings");
    assertThat(page)
        .contains("should have been paid by 20 November 2026", "expected by ")
        .contains("Of one pending piece no day is known");
    assertThat(page.indexOf("Late")).isLessThan(page.indexOf("Soon"));
    Work late =
        fixture.store.work().of("local").stream()
            .filter(work -> work.title().equals("Late"))
            .findFirst()
            .orElseThrow();
    var answer = post("/earnings/work/" + late.id(), "outcome", "paid", "back", "due");
    assertThat(answer.headers().firstValue("Location")).contains("/earnings#due");
    assertThat(page("/earnings")).doesNotContain("should have been paid by");
  }

  @Test
  void whatLiesBelowPayoutIsSaidWithHowManyTasksAreMissing(@TempDir Path other) {
    fixture.close();
    fixture = SiteFixture.shipped(other, worthwhile.site.http.SiteSettings.local("1.2.3"));
    var card =
        worthwhile.source.read.Sources.load(Path.of("scrapers")).platforms().stream()
            .filter(each -> each.minimumPayout().isPresent())
            .filter(each -> each.minimumPayout().get().currency().equals("USD"))
            .filter(each -> each.minimumPayout().get().amount().intValue() >= 5)
            .findFirst()
            .orElseThrow();
    int least = card.minimumPayout().orElseThrow().amount().intValue();
    fixture
        .store
        .work()
        .take(
            "local",
            List.of(
                on(card.id(), "A", "1.00", 1, Status.APPROVED),
                on(card.id(), "B", "1.00", 2, Status.APPROVED),
                on(card.id(), "C", "1.00", 3, Status.APPROVED),
                on(card.id(), "D", "1.00", 300, Status.PAID)));
    assertThat(page("/earnings"))
        .contains("$3.00 of $" + least + ".00 at " + card.name())
        .contains(
            least == 4 ? "about one more task" : "about " + (least - 3) + " more tasks like yours");
  }

  @Test
  void standingAndDependenceAreSaidOnlyWhereTheyAreKnown() {
    fixture.add(
        List.of(
            worthwhile.posting.FlatPosting.of(TestPostings.plain(3))
                .qualifications(List.of(">95%", ">1000"))
                .build(),
            worthwhile.posting.FlatPosting.of(TestPostings.plain(6))
                .qualifications(List.of(">98%"))
                .build()));
    List<Work> work = new java.util.ArrayList<>();
    for (int i = 0; i < 9; i++) work.add(on("shelf-tasks", "p" + i, "1.00", i, Status.PAID));
    work.add(on("shelf-tasks", "r", "1.00", 1, Status.REJECTED));
    work.add(on("kleinarbeit", "k", "1.00", 1, Status.PAID));
    fixture.store.work().take("local", work);
    assertThat(page("/earnings"))
        .contains("90.0% of 10 approved.", "11 approvals in a row would make more than 95%")
        .contains("which one open task asks for.")
        .contains("More than four fifths of the last 90 days came from ")
        .contains("Kleinarbeit 10%")
        .doesNotContain("100.0% of 1");
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

  @Test
  void whatSheSpendsComesOffTheWeekOnlyWhereSheSaysSo() {
    fill();
    post("/earnings/expenses", "purpose", "=Headset", "amount", "2.50", "currency", "gbp");
    assertThat(page("/earnings"))
        .contains("<strong>£9.00</strong>", "<dt>Expenses</dt><dd>£2.50")
        .doesNotContain("are taken off");
    assertThat(
            post(
                    "/earnings/expenses",
                    "purpose",
                    "Data",
                    "amount",
                    "1,50",
                    "currency",
                    "GBP",
                    "weekly",
                    "true")
                .statusCode())
        .isEqualTo(303);
    assertThat(page("/earnings"))
        .contains("<strong>£7.50</strong>", "£1.50 of expenses of this week are taken off");
    String list = page("/earnings/expenses");
    assertThat(list).contains("All together £4.00.", "=Headset", "Data", "taken off the pay");
    String first = list.split("action=\"/earnings/expenses/")[1].split("/delete")[0];
    assertThat(post("/earnings/expenses/" + first + "/delete").statusCode()).isEqualTo(303);
    assertThat(post("/earnings/expenses/" + first + "/delete").statusCode()).isEqualTo(404);
    assertThat(fixture.store.expenses().of("local")).hasSize(1);
  }

  @Test
  void anExpenseThatMakesNoSenseIsNotStored() {
    for (String[] wrong :
        new String[][] {
          {"purpose", "Data", "amount", "much", "currency", "GBP"},
          {"purpose", "Data", "amount", "0", "currency", "GBP"},
          {"purpose", " ", "amount", "2", "currency", "GBP"},
          {"purpose", "Data", "amount", "2"},
          {"purpose", "Data", "amount", "$2", "currency", "GBP"},
          {"purpose", "Data", "amount", "2", "currency", "GBP", "day", "2031-01-01"},
          {"purpose", "Data", "amount", "2", "currency", "GBP", "day", "soon"}
        }) {
      HttpResponse<String> answer = post("/earnings/expenses", wrong);
      assertThat(answer.statusCode()).as("%s", List.of(wrong)).isEqualTo(400);
      assertThat(answer.body()).contains("Nothing was stored.");
    }
    assertThat(fixture.store.expenses().of("local")).isEmpty();
  }

  @Test
  void aShareForTaxIsHerOwnAndOneIsProposedOnlyWithASource() {
    fill();
    assertThat(page("/earnings")).doesNotContain("Set aside");
    assertThat(fixture.get("/earnings/expenses", "Cookie", "me=country:US").body())
        .contains("placeholder=\"15.3\"", "/guide/taxes#tax-US", "no advice");
    assertThat(fixture.get("/earnings/expenses", "Cookie", "me=country:KE").body())
        .contains("We know no source")
        .doesNotContain("15.3");
    assertThat(page("/guide/taxes")).contains("id=\"tax-US\"", "15.3 %", "www.irs.gov/businesses");
    assertThat(post("/earnings/tax", "country", "KE", "share", "120").statusCode()).isEqualTo(400);
    post("/earnings/tax", "country", "KE", "share", "12,5 %");
    assertThat(page("/earnings"))
        .contains("Set aside £0.75 for tax: 12.5 % of the £6.00", "no advice");
    assertThat(page("/earnings/expenses")).contains("<option value=\"KE\" selected>");
    post("/earnings/tax", "share", "");
    assertThat(fixture.store.expenses().share("local")).isEmpty();
  }

  @Test
  void theFileOfATaxYearHoldsExpensesAndWhatIsSetAside() {
    fill();
    post("/earnings/expenses", "purpose", "=Headset", "amount", "2.50", "currency", "GBP");
    post(
        "/earnings/expenses",
        "purpose",
        "Old",
        "amount",
        "9",
        "currency",
        "GBP",
        "day",
        "2024-02-01");
    post("/earnings/tax", "share", "20");
    assertThat(page("/earnings/tax.csv?year=2026"))
        .contains("Sum,,,,,,,,6.00,0.00,6.00,,")
        .contains(",,,'=Headset,GBP,,,-2.50,,,-2.50,,expense")
        .contains("Expenses,,,,,,,,,,-2.50,,")
        .contains("Paid less expenses,,,,,,,,,,3.50,,")
        .contains("of what was paid, no advice\",,,,,,,,,,1.20,,")
        .doesNotContain("Old");
  }

  @Test
  void settingsHaveAPlaceOfTheirOwn() {
    assertThat(page("/earnings"))
        .contains("href=\"/earnings/settings\"")
        .doesNotContain("name=\"zone\"");
    assertThat(page("/earnings/settings")).contains("name=\"zone\"", "name=\"contributes\"");
    HttpResponse<String> wrong = post("/earnings/settings", "zone", "Nowhere");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("The settings were not changed");
  }

  @Test
  void whatAQualificationOpenedIsSaidWithItsNumbers() {
    String heading = "What a qualification opened";
    fixture.add(List.of(asking("masters", List.of("Masters")), asking("plain", List.of())));
    for (int i = 0; i < 5; i++) note("masters", "6.00");
    for (int i = 0; i < 4; i++) note("plain", "3.00");
    assertThat(page("/earnings")).doesNotContain(heading);
    note("plain", "3.00");
    assertThat(page("/earnings"))
        .contains(heading)
        .contains("“Masters”: $6.00 an hour more, of 5 pieces that asked for it")
        .contains("beside 5 pieces on Shelf Tasks that did not");
  }

  private static Posting asking(String name, List<String> qualifications) {
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", name)
        .title(name)
        .url("https://shelf-tasks.example/" + name)
        .qualifications(qualifications)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN)
        .build();
  }

  private void note(String posting, String reward) {
    HttpResponse<String> noted =
        post(
            "/timer/report",
            "posting",
            "shelf-tasks:" + posting,
            "minutes",
            "30",
            "reward",
            reward,
            "currency",
            "USD",
            "outcome",
            "paid");
    assertThat(noted.statusCode()).isEqualTo(303);
  }
}
