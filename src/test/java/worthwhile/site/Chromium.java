package worthwhile.site;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser for tests. */
final class Chromium implements AutoCloseable {
  private final Locale locale;
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Locale locale, Playwright playwright, Browser browser) {
    this.locale = locale;
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    // The browser's driver writes its own words in the machine's locale, and Turkish breaks them.
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Chromium(locale, playwright, browser);
  }

  private static Path installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need chromium at /usr/bin/chromium or"
                        + " /usr/bin/chromium-browser (Debian: apt-get install chromium)"));
  }

  /**
   * Looks for barriers in a page. Not in the new way, which opens a page of its own for each look:
   * that is for pages with frames of other sites, and this site has none. What is right is not
   * listed: a long page has thousands of such elements.
   */
  static AxeBuilder axe(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }

  /**
   * What keeps people out of the page that is shown, at a width and in colours, and whether it is
   * wider than that. The page stays so afterwards.
   */
  static List<String> barriers(Page page, int width, ColorScheme colours) {
    page.setViewportSize(width, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    String where = page.url() + " at " + width + " " + colours + ": ";
    List<String> found = new ArrayList<>();
    for (Rule rule : axe(page).analyze().getViolations())
      found.add(where + rule.getId() + " " + rule.getNodes().getFirst().getHtml());
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    if (wide > width) found.add(where + "it is " + wide + " wide");
    return found;
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    Locale.setDefault(locale);
  }
}
