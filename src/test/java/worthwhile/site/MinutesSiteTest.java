package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.site.http.Urls;

/** "I have 30 minutes": page and call. */
class MinutesSiteTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    List<Posting> postings = new ArrayList<>();
    postings.add(task("best", "Ann", 10, "4.00", "survey").totalJobOpenings(3).build());
    postings.add(
        task("good", "Ann", 10, "3.00", "survey")
            .applicantLocationRequirements(List.of("KE"))
            .build());
    postings.add(task("third of Ann", "Ann", 5, "1.40", "survey").build());
    postings.add(
        task("filler", "Bob", 5, "0.50", "speech")
            .applicantLocationRequirements(List.of("US"))
            .build());
    postings.add(task("long", "Cid", 45, "20.00", "speech").build());
    postings.add(
        task("warned of", "Dan", 5, "9.00", "survey")
            .warned(new BigDecimal("0.4"), List.of(caution()))
            .build());
    postings.add(task("full", "Eve", 5, "9.00", "survey").totalJobOpenings(0).build());
    postings.add(task("gone", "Fay", 5, "9.00", "survey").state(PostingState.MISSING).build());
    postings.add(task("untimed", "Gil", 5, "9.00", "survey").timeRequired(null).build());
    postings.add(task("up to", "Hal", 5, "9.00", "survey").baseSalary(upTo()).build());
    fixture.add(postings);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static MonetaryAmount upTo() {
    return new MonetaryAmount(
        "USD", null, new BigDecimal("18.00"), UnitText.TASK, null, null, null);
  }

  private static Warning caution() {
    return new Warning(
        "task-scam", Warning.Severity.CAUTION, null, Warning.By.RULE, null, java.util.Map.of());
  }

  private static FlatPosting task(
      String name, String requester, int minutes, String reward, String category) {
    BigDecimal hourly =
        new BigDecimal(reward)
            .multiply(BigDecimal.valueOf(60))
            .divide(BigDecimal.valueOf(minutes), 2, java.math.RoundingMode.HALF_UP);
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", name.replace(' ', '-'))
        .title(name)
        .url("https://shelf-tasks.example/" + name.replace(' ', '-'))
        .hiringOrganization(new Organization(requester, null, null))
        .occupationalCategory(category)
        .kind(worthwhile.posting.TaskKind.MICRO_TASK)
        .timeRequired(Duration.ofMinutes(minutes))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal(reward), UnitText.TASK))
        .pay(
            new Pay(
                "USD",
                hourly,
                hourly,
                hourly,
                Pay.Basis.STATED,
                1,
                TestPostings.NOW,
                List.of(),
                null,
                List.of()))
        .datePosted(TestPostings.NOW)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN);
  }

  @Test
  void aTaskThatTheReaderHidIsNoneOfThePlan() {
    String cookie = "me=hide:shelf-tasks:best";
    Document plain = Jsoup.parse(fixture.get("/minutes?free=30").body());
    Document without = Jsoup.parse(fixture.get("/minutes?free=30", "Cookie", cookie).body());
    assertThat(plain.select(".plan .row h3, .plan .row h2").eachText()).contains("best");
    assertThat(without.select(".plan .row h3, .plan .row h2").eachText())
        .doesNotContain("best")
        .contains("good");
  }

  @Test
  void whatStandsInHerListIsNoneOfThePlan(@TempDir Path other) {
    try (SiteFixture own = SiteFixture.empty(other)) {
      own.add(
          List.of(
              task("best", "Ann", 10, "4.00", "survey").build(),
              task("good", "Bob", 10, "3.00", "survey").build()));
      assertThat(plan(own)).contains("best", "good");
      HttpResponse<String> noted =
          own.form("/timer/report", "posting=shelf-tasks:best&minutes=10&outcome=pending");
      assertThat(noted.statusCode()).isEqualTo(303);
      assertThat(plan(own)).containsExactly("good");
    }
  }

  private static List<String> plan(SiteFixture site) {
    return Jsoup.parse(site.get("/minutes?free=30").body())
        .select(".plan .row h3, .plan .row h2")
        .eachText();
  }

  private static List<String> titles(JsonNode body) {
    return body.path("items").valueStream().map(i -> i.at("/posting/title").asString()).toList();
  }

  @Test
  void thePlanPaysMostHasTwoOfOneRequesterAndNothingDoubtful() {
    JsonNode body = fixture.json("/api/v1/minutes?free=30");
    assertThat(titles(body)).containsExactly("best", "good", "filler");
    assertThat(body.path("money").decimalValue()).isEqualByComparingTo("7.50");
    assertThat(body.path("workMinutes").decimalValue()).isEqualByComparingTo("25");
    assertThat(body.path("breakMinutes").decimalValue()).isEqualByComparingTo("0");
    assertThat(body.path("hourly").decimalValue()).isEqualByComparingTo("18.00");
    assertThat(body.path("considered").asInt()).isEqualTo(4);
    assertThat(body.at("/items/0/places").asInt()).isEqualTo(3);
    assertThat(body.at("/items/1").has("places")).isFalse();
    assertThat(body.at("/items/0/why/text").asString())
        .isEqualTo("Pays the most per hour of 4 that fit.");
    assertThat(body.at("/items/2/why/text").asString()).contains("1 task that pays more per hour");
  }

  @Test
  void theBreakCountsInThePayOfTheHour() {
    JsonNode body = fixture.json("/api/v1/minutes?free=60");
    assertThat(titles(body)).contains("long");
    assertThat(body.path("breakMinutes").decimalValue()).isEqualByComparingTo("5");
    BigDecimal whole =
        body.path("workMinutes").decimalValue().add(body.path("breakMinutes").decimalValue());
    assertThat(whole).isLessThanOrEqualTo(new BigDecimal("60"));
    assertThat(body.path("hourly").decimalValue())
        .isEqualByComparingTo(
            body.path("money")
                .decimalValue()
                .multiply(BigDecimal.valueOf(60))
                .divide(whole, 2, java.math.RoundingMode.HALF_UP));
  }

  @Test
  void countriesBlockedRequestersAndFiltersNarrowTheChoice() {
    assertThat(titles(fixture.json("/api/v1/minutes?country=KE"))).doesNotContain("filler");
    JsonNode named = fixture.json("/api/v1/minutes?country=KE&eligibility=named");
    assertThat(titles(named)).containsExactly("good");
    assertThat(named.at("/items/0/eligibility").asString()).isEqualTo("named");
    assertThat(titles(fixture.json("/api/v1/minutes?without_requester=shelf-tasks:name:ann")))
        .containsExactly("filler");
    String page =
        fixture.get("/minutes", "Cookie", "me=country:KE&block:shelf-tasks:name:ann").body();
    assertThat(page).doesNotContain(">best<", ">good<").contains("Nothing to choose from");
  }

  @ParameterizedTest
  @CsvSource({"1h, 60", "1:30, 90", "90 min, 90", "1h30, 90", "1.5 hours, 90"})
  void aTimeMayBeTypedWithItsUnits(String typed, int minutes) {
    String query = "free=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    HttpResponse<String> page = fixture.get("/minutes?" + query);
    assertThat(Jsoup.parse(page.body()).selectFirst("#free").val()).isEqualTo("" + minutes);
    assertThat(fixture.json("/api/v1/minutes?" + query).path("freeMinutes").asInt())
        .isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "free=4",
    "free=9h",
    "free=2m",
    "free=1:75",
    "free=481",
    "free=soon",
    "size=5",
    "colour=red",
    "free=5&free=6"
  })
  void nonsenseIsRefusedAndSaysWhatIsAllowed(String query) {
    assertThat(fixture.get("/api/v1/minutes?" + query).statusCode()).isEqualTo(400);
    var page = fixture.get("/minutes?" + query);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("allowed");
  }

  @Test
  void whereNothingFitsItIsSaidWhatIsMissing() {
    JsonNode body = fixture.json("/api/v1/minutes?free=30&q=untimed");
    assertThat(body.path("items")).isEmpty();
    assertThat(body.at("/missing/text").asString())
        .isEqualTo(
            "Of 1 open task that fits what you chose, 0 say how long the work takes, 0 of these"
                + " also what it pays an hour, and none of those with one fixed sum fits into 30"
                + " minutes.");
    assertThat(fixture.get("/minutes?q=nonesuchword").body())
        .contains("No open task fits what you chose.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReaderComesFromTheSearchSaysHerTimeAndStartsTheFirstTask(boolean scripts) {
    try (Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setBaseURL(fixture.site.url())
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(320, 740))) {
      Page page = context.newPage();
      page.navigate("/");
      page.getByText("I have 30 minutes").click();
      assertThat(page.locator(".plan .row")).hasCount(3);
      assertThat(page.locator(".whole")).containsText("$7.50 in 25 min");
      int width = (int) page.evaluate("document.documentElement.scrollWidth");
      assertThat(width).isLessThanOrEqualTo(320);
      page.getByLabel("I have").fill("10");
      page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator(".plan .row")).hasCount(1);
      assertThat(page.locator(".plan a[href='" + Urls.task("shelf-tasks:best") + "']")).hasCount(1);
      assertThat(page.locator("form[target=_blank][action='/timer']")).hasCount(1);
    }
  }
}
