package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** Somebody new on a phone without scripts: from the first page, by the words that she sees. */
class NewcomerBrowserTest {
  private static final String BEST = "Survey about mobile money";

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(
        List.of(
            survey("ke", BEST, "1.50", 12, List.of("KE")),
            survey("ke-less", "Survey about maize", "0.60", 12, List.of("KE")),
            survey("ke-long", "Survey about a whole day", "30.00", 60, List.of("KE")),
            survey("us", "Survey about tax returns", "9.00", 12, List.of("US")),
            survey("none", "Survey about anything", "8.00", 12, List.of())));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  /** At the first page, for the first time. */
  @BeforeEach
  void arrives() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(fixture.site.url())
                    .setJavaScriptEnabled(false)
                    .setViewportSize(390, 844));
    page = context.newPage();
    page.navigate("/");
  }

  @AfterEach
  void goes() {
    context.close();
  }

  private static Posting survey(
      String id, String title, String reward, int minutes, List<String> countries) {
    BigDecimal hourly = new BigDecimal(reward).multiply(new BigDecimal(60 / minutes));
    Reason stated = Reason.stated("$" + reward + " for " + minutes + " minutes, as stated");
    return FlatPosting.builder("kleinarbeit", "kleinarbeit", id)
        .url("https://kleinarbeit.example/" + id)
        .title(title)
        .hiringOrganization(new Organization("Money Lab", null, null))
        .occupationalCategory("survey")
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal(reward), UnitText.TASK))
        .timeRequired(Duration.ofMinutes(minutes))
        .applicantLocationRequirements(countries)
        .datePosted(TestPostings.NOW)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN)
        .pay(
            new Pay(
                "USD",
                hourly,
                hourly,
                hourly,
                Pay.Basis.STATED,
                1,
                TestPostings.NOW,
                List.of(stated),
                null,
                List.of()))
        .build();
  }

  private Locator link(String words) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
  }

  private void press(String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
        .first()
        .click();
  }

  /** What she asks for: a short survey that names her country, the best-paid one first. */
  private void searches() {
    page.getByLabel("Words").fill("survey");
    press("Search");
    link("Filters").click();
    page.getByLabel("At most, minutes").fill("15");
    page.getByLabel("Only tasks that name this country").check();
    press("Another country");
    page.getByLabel("For workers in").selectOption("Kenya");
    press("Show");
    page.getByText("Sort", new Page.GetByTextOptions().setExact(false)).first().click();
    link("pay per hour").first().click();
  }

  private void opensTheBest() {
    searches();
    link(BEST).first().click();
  }

  @Test
  void findsTheBestPaidShortSurveyOfWhichItIsSaidThatKenyaMay() {
    searches();
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("2 tasks");
    assertThat(
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(3))
                .allInnerTexts())
        .containsExactly(BEST, "Survey about maize");
    link(BEST).first().click();
    assertThat(page.getByText("Countries named")).isVisible();
    assertThat(page.getByText("Kenya").first()).isVisible();
  }

  @Test
  void seesWhatIsLeftOfThePayAndWhy() {
    opensTheBest();
    assertThat(
            page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("What the hourly pay rests on")))
        .isVisible();
    assertThat(page.getByText(Pattern.compile("\\$7\\.50.*an hour")).first()).isVisible();
  }

  @Test
  void isToldOfTheNextOne() {
    searches();
    link("Tell me").first().click();
    assertThat(page.getByText("for workers in Kenya").first()).isVisible();
    press("Save");
    assertThat(page.getByText("survey").first()).isVisible();
    link("Alerts").first().click();
    assertThat(page.getByText("for workers in Kenya").first()).isVisible();
  }

  @Test
  void reportsARequesterWhoDidNotPay() {
    opensTheBest();
    link("not paid").click();
    assertThat(page.getByLabel("What is wrong").locator("option:checked"))
        .hasText("Work was not paid");
    press("Send the report");
    assertThat(page.getByText("Work was not paid").first()).isVisible();
  }

  @Test
  void seesWhereHerMoneyLies() {
    opensTheBest();
    page.getByText("Done without a timer?").click();
    page.getByLabel("Minutes it took").fill("12");
    page.getByLabel("Pay", new Page.GetByLabelOptions().setExact(true)).fill("1.50");
    page.getByLabel("Currency of the pay").fill("USD");
    press("Note it");
    link("Earnings").first().click();
    assertThat(page.getByText("$1.50").first()).isVisible();
  }
}
