package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;

/** The list of the search page in a real browser: how tall, how high, by keys, and ugly data. */
class SearchListBrowserTest {
  private static final String WORDS = "W".repeat(300);
  private static final String ARABIC = "استطلاع رأي طويل جدا عن عادات الفطور والقهوة في المدينة";
  private static final String FACES = "👩🏽‍💻🧪🪴".repeat(25);

  /** Every other row has a fold that is closed. */
  private static final String ROWS =
      "[...document.querySelectorAll('li.row')].filter(r => r.offsetHeight && !r.querySelector('.tag'))";

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  private BrowserContext context;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    Tellers.ofTheKnown(fixture);
    fixture.add(
        List.of(
            ugly("wide", WORDS),
            ugly("rtl", ARABIC),
            ugly("faces", FACES),
            bare(),
            warnedOf(),
            rich()));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static Posting ugly(String id, String title) {
    Posting paid = TestPostings.plain(3);
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", id)
        .url("https://shelf-tasks.example/" + id)
        .state(PostingState.OPEN)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .baseSalary(paid.job().baseSalary())
        .timeRequired(paid.job().timeRequired())
        .totalJobOpenings(120)
        .pay(paid.pay())
        .title(title)
        .description(title + " uglydata " + title)
        .hiringOrganization(new Organization(title, "r-" + id, null))
        .occupationalCategory(title)
        .validThrough(TestPostings.NOW.plus(Duration.ofHours(5)))
        .reposts(3)
        .confirmed(false)
        .build();
  }

  private static Posting rich() {
    BigDecimal hourly = new BigDecimal("1234.56");
    return FlatPosting.of(ugly("rich", "مهمة قصيرة جدا"))
        .description("richdata")
        .pay(
            new Pay(
                "USD",
                hourly,
                hourly,
                hourly,
                Pay.Basis.STATED,
                1,
                TestPostings.NOW,
                List.of(Reason.stated("$1234.56 an hour")),
                null,
                List.of()))
        .build();
  }

  private static Posting bare() {
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", "bare")
        .title("uglydata")
        .state(PostingState.OPEN)
        .build();
  }

  private static Posting warnedOf() {
    Warning warning =
        new Warning(
            "task-scam",
            Warning.Severity.DANGER,
            null,
            Warning.By.RULE,
            TestPostings.NOW,
            Map.of());
    return ugly("warned", "Easy money uglydata")
        .with(Assessment.NONE.warned(new BigDecimal("0.1"), List.of(warning), List.of()));
  }

  private Page page(Browser.NewContextOptions options) {
    options.setBaseURL(fixture.site.url()).setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    context = chromium.browser().newContext(options);
    return context.newPage();
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(375, 740);
  }

  private static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setViewportSize(1280, 900);
  }

  /** Rows that are not in sight yet have no more than a guess of their height. */
  private static double tallest(Page page) {
    page.evaluate(ROWS + ".forEach(r => r.style.contentVisibility = 'visible')");
    Object height =
        page.evaluate("Math.max(..." + ROWS + ".map(r => r.getBoundingClientRect().height))");
    return ((Number) height).doubleValue();
  }

  @Test
  void aRowIsAtMostNinetySixPixelsAndTheFirstBeginsHigh() {
    Page page = page(phone());
    for (String path :
        List.of(
            "/",
            "/?country=IN&floor=150+KES&kind=any",
            "/?q=uglydata&size=100&kind=any",
            "/?page=2&sort=newest",
            "/?country=DE&min_hourly=5")) {
      page.navigate(path);
      assertThat(tallest(page)).as(path).isBetween(40.0, 96.0);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(375);
    }
    for (String path : List.of("/", "/?country=IN&floor=150+KES&kind=any")) {
      page.navigate(path);
      assertThat(page.locator("li.row").first().boundingBox().y).as(path).isLessThan(260);
    }
  }

  @Test
  void payTitleAndMenuOfARowStandBesideEachOther() {
    Page page = page(phone());
    page.navigate("/?q=richdata&size=100&kind=any");
    assertThat(page.locator("li.row .longer")).hasText("$1,234.56/h");
    for (int width : List.of(320, 375, 700)) {
      page.setViewportSize(width, 740);
      Object overlapping =
          page.evaluate(
              """
              () => {
                const ends = e => {
                  const range = document.createRange();
                  range.selectNodeContents(e);
                  return Math.max(...[...range.getClientRects()].map(r => r.right));
                };
                return [...document.querySelectorAll('li.row')].filter(row =>
                  ends(row.querySelector('.hero')) > row.querySelector('.what').getBoundingClientRect().left
                  || ends(row.querySelector('h3 a')) > row.querySelector('.what').getBoundingClientRect().right - 16)
                  .map(row => row.querySelector('h3').textContent);
              }
              """);
      assertThat((List<?>) overlapping).as(width + " wide").isEmpty();
    }
  }

  @Test
  void uglyTitlesAreWholeForWhoListensAndWarningsAreNeverCut() {
    Page page = page(phone());
    page.navigate("/?q=uglydata&size=100&kind=any");
    for (String title : List.of(WORDS, ARABIC, FACES)) {
      Locator link =
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
              .first();
      assertThat(link).hasAttribute("title", title);
      assertThat(link).isVisible();
    }
    Locator rtl = page.locator("li.row h3", new Page.LocatorOptions().setHasText(ARABIC));
    assertThat((String) rtl.evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
    Locator tag = page.locator("li.row .tag").first();
    assertThat(tag).containsText("Danger");
    assertThat((Boolean) tag.evaluate("e => e.scrollHeight <= e.clientHeight + 1")).isTrue();
    page.setViewportSize(320, 640);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
  }

  @Test
  void theWholeRowLeadsToTheTaskAndItsFoldDoesNot() {
    Page page = page(phone());
    page.navigate("/?q=breakfast");
    Locator row = page.locator("li.row").first();
    String title = row.locator("h3").innerText();
    row.locator(".fold summary").click();
    assertThat(row.locator(".why")).isVisible();
    assertThat(row.locator(".why")).containsText("What this rests on");
    row.locator(".fold summary").click();
    row.click(new Locator.ClickOptions().setPosition(20, 20));
    assertThat(page.locator("h1")).hasText(title);
  }

  @Test
  void keysMoveOpenAndHelpAndLeaveTypingAlone() {
    Page page = page(desktop());
    page.navigate("/?q=batch");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator("li.row h3 a").nth(1)).isFocused();
    page.keyboard().press("/");
    page.keyboard().type("jko?/");
    assertThat(page.getByLabel("Words")).hasValue("jko?/");
    page.locator("#keys-open").click();
    Locator help = page.getByRole(AriaRole.DIALOG);
    assertThat(help).isVisible();
    help.getByLabel("Single keys do this").uncheck();
    help.getByText("Close").click();
    assertThat(help).not().isVisible();
    page.navigate("/?q=batch");
    page.keyboard().press("j");
    assertThat((Boolean) page.evaluate("document.activeElement === document.body")).isTrue();
    page.locator("#keys-open").click();
    help.getByLabel("Single keys do this").check();
    page.keyboard().press("Escape");
    assertThat(help).not().isVisible();
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("?");
    assertThat(help).isVisible();
    page.keyboard().press("Escape");
    assertThat(help).not().isVisible();
    page.keyboard().press("j");
    assertThat(page.locator("li.row h3 a").first()).isFocused();
    page.evaluate(
        """
        const help = document.getElementById("keys");
        help.showModal();
        help.close(); // The focus is still on its button.
        help.querySelector("button").dispatchEvent(
            new KeyboardEvent("keydown", { key: "j", bubbles: true }));
        """);
    assertThat(page.locator("li.row h3 a").nth(1)).isFocused();
    page.keyboard().press("k");
    String title = page.locator("li.row h3 a").first().innerText();
    page.keyboard().press("o");
    assertThat(page.locator("h1")).hasText(title);
  }

  @Test
  void theKindsAreOneStopAndArrowsMoveAmongThem() {
    Page page = page(desktop());
    page.navigate("/");
    page.locator(".strip a").first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".strip a").nth(1)).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator(".remembered summary")).isFocused();
  }

  @Test
  void resultsComeWhileTheReaderTypes() {
    Page page = page(new Browser.NewContextOptions().setViewportSize(390, 844));
    page.navigate("/?size=20");
    page.evaluate("window.stays = true");
    Locator words = page.locator("#q");
    words.click();
    words.pressSequentially("uglydata");
    assertThat(page).hasURL(Pattern.compile(".*q=uglydata$"));
    assertThat(page.locator("#status h2")).hasText("5 tasks");
    assertThat(page.locator("li.row").first()).isVisible();
    assertThat(words).isFocused();
    assertThat(page.evaluate("window.stays")).as("no page was loaded anew").isEqualTo(true);
    assertThat(page.locator("#hide [name=back]").inputValue()).contains("q=uglydata");
    page.reload();
    assertThat(page.locator("#q")).hasValue("uglydata");
  }

  @Test
  void aTaskIsHiddenAndTakenBackInPlace() {
    Page page = page(phone());
    page.navigate("/?q=breakfast");
    String title = page.locator("li.row h3").nth(1).innerText();
    page.locator("li.row .fold summary").nth(1).click();
    page.locator("li.row").nth(1).getByText("Not for me").click();
    Locator undo = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"));
    assertThat(undo).isFocused();
    assertThat(page).hasURL(Pattern.compile("/\\?q=breakfast$"));
    page.reload();
    assertThat(page.locator(".rows")).not().containsText(title);
    assertThat(page.locator(".groups")).containsText("1 hidden by you");
    page.locator("li.row .fold summary").nth(0).click();
    String next = page.locator("li.row h3").nth(0).innerText();
    page.locator("li.row").nth(0).getByText("Not for me").click();
    undo.click();
    assertThat(page.locator("li.row h3 a").nth(0)).isFocused();
    page.reload();
    assertThat(page.locator("li.row h3").nth(0)).hasText(next);
  }

  @Test
  void aTaskIsHiddenAndTakenBackWithoutScript() {
    Page page = page(phone().setJavaScriptEnabled(false));
    page.navigate("/?q=breakfast");
    String title = page.locator("li.row h3").first().innerText();
    page.locator("li.row .fold summary").first().click();
    page.locator("li.row").first().getByText("Not for me").click();
    assertThat(page.locator(".notice[role=status]")).containsText("Not shown any more: " + title);
    assertThat(page.locator(".rows").first()).not().containsText(title);
    // By key: the page may still scroll to its results, and a click would fall beside.
    page.getByText("Undo").press("Enter");
    assertThat(page).hasURL(Pattern.compile("/\\?q=breakfast$"));
    assertThat(page.locator("li.row h3").first()).hasText(title);
  }

  @Test
  void whatStandsApartIsFoldedWhereItIsLongAndTheSourcesAreTold() {
    Page page = page(phone());
    page.navigate("/?country=IN&kind=any&size=100");
    Locator apart = page.locator("details.apart").first();
    assertThat(apart.locator(":scope > summary"))
        .containsText(Pattern.compile("Country not stated \\(\\d+\\)"));
    assertThat(apart.locator("li.row").first()).not().isVisible();
    apart.locator("summary").first().click();
    assertThat(apart.locator("li.row").first()).isVisible();
    assertThat(page.locator(".fresh")).containsText("Shelf Tasks 10 min");
    page.locator(".orders summary").click();
    page.locator(".orders").getByText("newest").click();
    assertThat(page).hasURL(Pattern.compile("sort=newest"));
  }
}
