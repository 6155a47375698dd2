package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last list where the network is slow or away, in a real browser. */
class OfflineTest {
  /** The browser's clock, an hour later. */
  private static final String LATER = "const now = Date.now; Date.now = () => now() + 3600_000";

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;
  private Page page;
  private PatchyNetwork network;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  /** The browser has seen a list, and its worker has kept it. */
  @BeforeEach
  void aReaderWhoWasHereBefore() {
    Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(375, 740);
    network = new PatchyNetwork(fixture.site.url());
    context = chromium.browser().newContext(phone.setBaseURL(network.url()));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.navigate("/");
    page.keyboard().press("Shift");
    page.evaluate("() => navigator.serviceWorker.ready");
    page.navigate("/?q=breakfast");
    awaitKept();
  }

  @AfterEach
  void nothingWentWrong() {
    context.close();
    network.close();
    assertThat(complaints).isEmpty();
  }

  private void awaitKept() {
    page.waitForFunction("async () => (await (await caches.open('list')).keys()).length === 1");
  }

  private Locator said() {
    return page.locator("#kept");
  }

  @Test
  void withoutNetworkTheLastListIsShownAndSaidToBeOld() {
    network.goAway();
    context.addInitScript(LATER);
    page.navigate("/");
    assertThat(page.locator(".rows li").first()).isVisible();
    assertThat(page.locator("#q")).hasValue("breakfast");
    assertThat(said()).containsText("No connection");
  }

  @Test
  void otherPagesSayThatTheyCouldNotBeFetchedAndLeadToTheList() {
    network.goAway();
    page.navigate("/platforms");
    assertThat(page.locator("h1")).hasText("No connection");
    page.getByText("Show my last list").click();
    assertThat(page.locator(".rows li").first()).isVisible();
  }

  @Test
  void aSlowNetworkShowsTheListFirstAndThenTheNewestByItself() {
    network.hold();
    context.addInitScript(LATER);
    page.navigate("/?q=breakfast");
    assertThat(said()).containsText("on its way");
    assertThat(page.locator(".rows li").first()).isVisible();
    network.letThrough();
    assertThat(said()).isHidden();
  }

  @Test
  void whatAReaderDoesDropsTheKeptList() {
    page.evaluate("() => fetch('/me/forget', {method: 'POST', redirect: 'manual'})");
    page.waitForFunction("async () => !(await caches.keys()).includes('list')");
    assertThat(fixture.get("/offline").body()).contains("Sign in").doesNotContain("local");
  }
}
