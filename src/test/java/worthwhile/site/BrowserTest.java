package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.site.guide.GuideRoutes;
import worthwhile.site.http.Urls;

/** The pages in a real browser. */
class BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=survey&min_hourly=5&platform=kleinarbeit",
          "/?q=brekfast&max_minutes=1&include_unknown_pay=false",
          "/?min_hourly=x&country=zz",
          "/?q=malice",
          "/?q=pixel+mill",
          "/?q=study+hall",
          "/?q=shelf+tasks",
          "/tasks/shelf-tasks:task-3",
          "/tasks/" + TestPostings.CLOSED,
          "/tasks/" + Urls.segment(TestPostings.HOSTILE),
          "/compare",
          "/compare?task=shelf-tasks:task-3&task=none:1&back=q%3Dbatch",
          "/compare?task=shelf-tasks:task-3&task=kleinarbeit:task-7&task=shelf-tasks:closed&task="
              + Urls.parameter(TestPostings.HOSTILE),
          "/requesters/shelf-tasks:Shelf%20Lab",
          "/requesters/kleinarbeit:r-17",
          "/platforms",
          "/platforms/changes",
          "/platforms/shelf-tasks",
          "/platforms/kleinarbeit",
          "/platforms/pixel-mill",
          "/platforms/study-hall",
          "/platforms/price-patrol",
          "/platforms?kind=micro-task&sort=delay",
          "/platforms?sort=best",
          "/platforms?sort=pay&country=KE",
          "/market",
          "/market?zone=Africa%2FNairobi&floor=3+USD",
          "/market?zone=Nowhere",
          "/status",
          "/operate",
          "/operate/log",
          "/operate/alerts",
          "/operate/sources/kleinarbeit",
          "/operate/sources/shelf-tasks?done=paused",
          "/about/crawler",
          "/about/reputation",
          "/about",
          "/about/style",
          "/about/pay",
          "/about/trust",
          "/about/traces",
          "/guide",
          "/guide/what-it-pays",
          "/guide/trades",
          "/guide/platforms",
          "/guide/profile",
          "/guide/tools",
          "/guide/doing-well",
          "/guide/scams",
          "/guide/time",
          "/guide/taxes",
          "/guide/payout",
          "/check",
          "/share?text=https://nowhere.example/5",
          "/warnings/guide",
          "/warnings",
          "/alerts",
          "/alerts/new?min_hourly=5&country=KE",
          "/?q=known&min_reputation=0.2",
          "/requesters/kleinarbeit:pays",
          "/companion",
          "/?country=IN&kind=any&floor=150+KES",
          "/country?q=survey&max_minutes=15&country=KE",
          "/me",
          "/offline",
          "/minutes?free=60&country=US",
          "/minutes?free=5&q=nonesuch",
          "/nowhere");

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  private final List<String> elsewhere = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(List.of(TestPostings.known().getFirst()));
    fixture.store.ratings().put(TestPostings.ratings());
    Tellers.ofTheKnown(fixture);
    OperatorPagesTest.trouble(fixture);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  @AfterEach
  void nothingLeftTheSiteAndNothingWasBlocked() {
    context.close();
    assertThat(elsewhere).isEmpty();
    assertThat(complaints).isEmpty();
  }

  private Page page(Browser.NewContextOptions options) {
    options.setBaseURL(fixture.site.url()).setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    context = chromium.browser().newContext(options);
    Page page = context.newPage();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(fixture.site.url() + "/")) elsewhere.add(request.url());
        });
    page.onConsoleMessage(
        message -> {
          boolean expected = message.text().matches(".*status of (400|404).*");
          if (message.type().equals("error") && !expected) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a script of a posting ran: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  private static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setViewportSize(1280, 900);
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions()
        .setViewportSize(390, 844)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  @Test
  void aWorkerSearchesFiltersPagesOpensATaskAndGoesBack() {
    Page page = page(desktop());
    page.navigate("/");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.getByLabel("Words").fill("batch");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/\\?q=batch$"));
    page.getByLabel("At least, per hour").fill("5");
    page.getByLabel("Kleinarbeit").check();
    page.getByLabel("Study <Hall> & Co").check();
    page.locator(".apply button").click();
    assertThat(page)
        .hasURL(
            Pattern.compile("/\\?q=batch&min_hourly=5&platform=kleinarbeit&platform=study-hall"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next →")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("page 2 of");
    String title = page.locator("li.row h3 a").first().innerText();
    page.locator("li.row h3 a").first().click();
    assertThat(page.locator("h1")).hasText(title);
    page.goBack();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("page 2 of");
    page.getByLabel("Remove filter Kleinarbeit").click();
    assertThat(page.locator(".chips li")).hasCount(4);
  }

  @Test
  void anArrowKeyChoosesAnOrderAndTheButtonAppliesIt() {
    Page page = page(desktop());
    page.navigate("/?q=batch");
    Locator sort = page.getByLabel("Sort by");
    sort.focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.waitForTimeout(300);
    assertThat(page).hasURL(Pattern.compile("/\\?q=batch$"));
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("sort=newest"));
    assertThat(page.getByLabel("Sort by")).isFocused();
  }

  /** Stops of the Tab key from the top of a page until a result has the focus. */
  private static int stops(Page page, String path) {
    page.navigate(path);
    for (int stops = 0; stops < 60; stops++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("!!document.activeElement.closest('li.row')")) return stops;
    }
    return 60;
  }

  @Test
  void theFirstResultIsFewStopsAway() {
    Page page = page(desktop());
    for (String path : List.of("/", "/?country=IN&floor=150+KES&kind=micro-task&q=batch", "/"))
      assertThat(stops(page, path)).as(path).isLessThanOrEqualTo(12);
    page.setViewportSize(390, 844);
    assertThat(stops(page, "/")).isLessThanOrEqualTo(12);
    page.navigate("/");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat((Boolean) page.evaluate("!!document.activeElement.closest('li.row')")).isTrue();
  }

  @Test
  void onAPhoneTheListBeginsHighAndTheSheetOfFiltersHasItsButtonInReach() {
    Page page = page(phone());
    page.navigate("/");
    assertThat(page.locator("li.row").first().boundingBox().y).isLessThan(260);
    page.locator(".tofilters").click();
    assertThat(page.locator(".apply button")).isInViewport();
    page.getByLabel("At most, minutes").fill("20");
    page.locator(".apply button").click();
    assertThat(page).hasURL(Pattern.compile("/\\?max_minutes=20$"));
    assertThat(page.locator(".apply button")).not().isVisible();
  }

  @Test
  void whatIsRememberedStandsAboveTheListUntilItIsForgotten() {
    Page page = page(phone().setJavaScriptEnabled(false));
    page.navigate("/?q=batch");
    page.getByText("Where you work").first().click();
    page.getByLabel("Country where you work").fill("India");
    page.getByLabel("Languages that you read").fill("English, Hindi");
    page.getByLabel("What you need an hour").fill("150 KES");
    page.getByLabel("Minutes that you usually have").fill("30");
    page.getByText("Remember", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=batch$"));
    assertThat(page.locator(".remembered"))
        .containsText("India · English, Hindi · ≥ 150 KES/h · 30 min free");
    page.locator(".remembered").getByText("edit").click();
    page.locator(".remembered").getByText("more").click();
    page.getByText("Forget me", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".remembered")).not().containsText("India");
  }

  @Test
  void aRequesterIsBlockedAndTakenBackWithoutScript() {
    Page page = page(phone().setJavaScriptEnabled(false).setColorScheme(ColorScheme.LIGHT));
    page.navigate("/tasks/shelf-tasks:task-0");
    page.getByText("Block this requester").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Shelf Lab is blocked");
    page.navigate("/");
    assertThat(page.locator(".remembered")).containsText("1 requester blocked");
    page.locator(".remembered").getByText("edit").click();
    page.locator(".remembered").getByText("more").click();
    assertThat(page.getByLabel("Unblock Shelf Lab")).isVisible();
    page.getByLabel("Unblock Shelf Lab").click();
    assertThat(page.getByLabel("Unblock Shelf Lab")).hasCount(0);
  }

  @Test
  void pagesOfSomebodyWhoBlocksHaveNoBarrier() {
    Page page = page(phone().setBypassCSP(true));
    page.navigate("/tasks/shelf-tasks:task-0");
    page.getByText("Block this requester").click();
    for (String path :
        List.of("/me", "/", "/tasks/shelf-tasks:task-0", "/requesters/shelf-tasks:Shelf%20Lab")) {
      page.navigate(path);
      assertThat(Chromium.axe(page).analyze().getViolations()).as(path).isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
    }
    assertThat(stops(page, "/?country=IN&floor=150+KES&q=batch")).isLessThanOrEqualTo(12);
    page.navigate("/me");
    page.getByLabel("Unblock Shelf Lab").click();
  }

  @Test
  void everythingWorksWithoutScript() {
    Page page = page(phone().setJavaScriptEnabled(false));
    page.navigate("/");
    page.getByLabel("Words").fill("survey");
    page.locator(".tofilters").click();
    page.getByLabel("At most, minutes").fill("20");
    page.locator(".apply button").click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=survey&max_minutes=20$"));
    page.locator(".tofilters").click();
    page.getByLabel("Sort by").selectOption("newest");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sort")).click();
    assertThat(page).hasURL(Pattern.compile("sort=newest"));
    assertThat(page.locator("li.row").first()).isVisible();
  }

  @Test
  void theGuideFitsTheNarrowestPhone() {
    Page page = page(phone().setViewportSize(320, 568));
    for (String path : GuideRoutes.PATHS) {
      page.navigate(path);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(320);
    }
  }

  @Test
  void noPageHasABarrierNorScrollsSideways() {
    // The site's own policy would keep the checker's script out.
    Page page = page(phone().setBypassCSP(true));
    for (String path : PAGES) {
      page.navigate(path);
      assertThat(Chromium.barriers(page, 390, ColorScheme.DARK)).isEmpty();
      assertThat(Chromium.barriers(page, 1280, ColorScheme.LIGHT)).isEmpty();
    }
  }

  @Test
  void theFirstCrawlRenewsItselfUntilThereArePostings(@TempDir Path other) {
    try (SiteFixture fresh = SiteFixture.empty(other)) {
      context = chromium.browser().newContext(desktop());
      Page page = context.newPage();
      page.navigate(fresh.site.url() + "/");
      assertThat(page.locator("#progress")).containsText("first postings are being fetched");
      fresh.fill();
      assertThat(page.locator("li.row")).hasCount(20);
    }
  }
}
