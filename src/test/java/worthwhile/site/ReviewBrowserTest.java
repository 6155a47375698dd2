package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling what became of a task in a real browser, with scripts and without. */
class ReviewBrowserTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(List.of(TestPostings.known().getFirst()));
    CommunitySamples.fill(fixture);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  private static BrowserContext context(boolean scripts, int width, ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL(fixture.site.url())
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 844));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWorkerTellsWhatBecameOfATaskCorrectsItAndDeletesIt(boolean scripts) {
    try (BrowserContext context = context(scripts, 390, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate("/tasks/shelf-tasks:task-12");
      page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Worked on it? Say what became"))
          .click();
      page.getByLabel("Still waiting").check();
      press(page, "Send");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your review is stored");
      var told = page.locator("article", new Page.LocatorOptions().setHasText("batch 12"));
      told.getByRole(AriaRole.BUTTON)
          .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Rejected"))
          .click();
      assertThat(told).containsText("Rejected, not paid");
      told.getByText("Change or delete").click();
      page.getByLabel("If rejected: why").selectOption("too-fast");
      page.getByLabel("In your own words").fill("Ten minutes were too few for them.");
      press(page, "Save");
      assertThat(told).containsText("for being too fast");
      assertThat(told).containsText("Ten minutes were too few");
      told.getByText("Change or delete").click();
      press(page, "Delete this review");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("deleted");
      assertThat(told).hasCount(0);
    }
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  @Test
  void thePagesAreAccessibleAndNothingIsWiderThanAPhone() {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = context(true, 390, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      for (String path :
          List.of(
              "/reviews",
              "/reviews/new?posting=shelf-tasks:task-6",
              "/reviews/new?platform=kleinarbeit",
              "/reviews/waits/edit",
              "/reviews/about?requester=kleinarbeit:r-17",
              "/notices",
              "/account/delete")) {
        page.navigate(path);
        page.locator("details").all().forEach(each -> each.evaluate("e => e.open = true"));
        found.addAll(Chromium.barriers(page, 390, ColorScheme.LIGHT));
        found.addAll(Chromium.barriers(page, 320, ColorScheme.DARK));
      }
    }
    assertThat(found).isEmpty();
  }
}
