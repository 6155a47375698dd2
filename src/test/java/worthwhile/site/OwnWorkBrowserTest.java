package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.work.earn.Expense;
import worthwhile.work.earn.TaxShare;

/** A worker's own pages in a real browser, with scripts and without. */
class OwnWorkBrowserTest {
  private static final String FILE =
      """
      Day;Job;Amount;Took;Result
      20.11.2026;Count shelves;4,50 €;12;paid
      21.11.2026;Count shelves;4,50 €;15;pending
      22.11.2026;Sort words;2,00 €;20;rejected
      22.11.2026;Broken;nothing;20;paid
      """;

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

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

  private static BrowserContext context(boolean scripts, boolean phone, ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL(fixture.site.url())
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(phone ? 390 : 1280, 844));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWorkerBringsInHerFileTimesATaskAndSeesWhatItCameTo(boolean scripts) {
    try (BrowserContext context = context(scripts, true, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate("/account/import");
      byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
      page.getByLabel("File (CSV or JSON")
          .setInputFiles(new FilePayload("own.csv", "text/csv", file));
      page.getByLabel("What it is").selectOption("csv");
      press(page, "Look at it");
      assertThat(page.locator("#rejected")).isVisible();
      page.getByLabel("Time really worked").selectOption("Took");
      page.getByLabel("What became of it").selectOption("Result");
      page.getByLabel("Platform", new Page.GetByLabelOptions().setExact(true)).last().fill("Shelf");
      press(page, "Look again");
      assertThat(page.getByText("1 row not taken")).isVisible();
      page.locator("form[method=post] button").first().click();
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();

      page.navigate("/tasks/shelf-tasks:task-6");
      press(page, "Start the timer");
      assertThat(page.getByText("by the clock")).isVisible();
      press(page, "Take a break");
      press(page, "Back to work");
      page.getByText("Other minutes, or other pay?").click();
      page.getByLabel("Minutes it took").fill("9");
      press(page, "Paid");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("9 min, $2.00, paid");

      page.navigate("/earnings?period=all");
      assertThat(page.getByRole(AriaRole.IMG)).isVisible();
      assertThat(page.locator("#platforms + .scroll")).containsText("€");
    }
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  @Test
  void thePagesAreAccessibleAndNothingIsWiderThanAPhone() {
    fixture
        .store
        .work()
        .take("local", worthwhile.work.WorkFileSamples.rows("local", TestPostings.NOW));
    String rejected =
        fixture.store.work().of("local").stream()
            .filter(work -> work.status().isDenied())
            .map(work -> "/work/" + work.id() + "/after-rejection")
            .findFirst()
            .orElseThrow();
    fixture.store.expenses().put("local", new TaxShare(Optional.of("US"), new BigDecimal("15.3")));
    fixture
        .store
        .expenses()
        .add(
            "local",
            new Expense(
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 2),
                new BigDecimal("12.50"),
                "USD",
                "A headset with a very long name, bought second hand",
                true));
    List<String> found = new ArrayList<>();
    try (BrowserContext context = context(true, true, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      for (String path :
          List.of(
              "/earnings",
              "/earnings?period=all",
              "/earnings/expenses",
              "/earnings/settings",
              rejected,
              "/timer",
              "/account/import",
              "/tasks/shelf-tasks:task-6")) {
        page.navigate(path);
        found.addAll(Chromium.barriers(page, 390, ColorScheme.LIGHT));
        found.addAll(Chromium.barriers(page, 390, ColorScheme.DARK));
      }
    }
    assertThat(found).isEmpty();
  }
}
