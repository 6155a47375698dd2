package worthwhile.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.Out;
import worthwhile.Service;
import worthwhile.Settings;

/**
 * Makes the pictures of the README anew, from the demo. No test of anything, so it runs only when
 * it is named: {@code mvn -Pquick verify -Dtest=Screenshots}.
 */
class Screenshots {
  private static final Path PICTURES = Path.of("src/docs");

  /** A page, and the file that shows it. */
  private record Shot(String name, String path) {}

  private static final List<Shot> PHONE =
      List.of(
          new Shot("list", "/?q=survey&floor=KE"),
          new Shot("task", ""),
          new Shot("platform", "/platforms/prolific"),
          new Shot("market", "/market"));

  @TempDir private Path data;

  @Test
  void areMadeAnew() throws Exception {
    PrintWriter said = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Settings settings =
        Settings.read(
            Map.of(
                Settings.Key.DATA, data.toString(),
                Settings.Key.PORT, "0",
                Settings.Key.RATES, "kept"),
            Map.of(),
            data.resolve("none.toml"));
    try (Service demo = Service.demo(settings, new Out(said, said));
        Chromium chromium = Chromium.start()) {
      demo.awaitDemo();
      Files.createDirectories(PICTURES.resolve("pages"));
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
        try (BrowserContext context = context(chromium, demo, theme, 390, 844)) {
          for (Shot shot : PHONE) take(context, shot, theme);
        }
      try (BrowserContext desk = context(chromium, demo, ColorScheme.LIGHT, 1200, 900)) {
        Page page = desk.newPage();
        page.navigate(PHONE.getFirst().path());
        save(page, PICTURES.resolve("search.png"));
      }
    }
  }

  private static BrowserContext context(
      Chromium chromium, Service demo, ColorScheme theme, int width, int height) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL(demo.url())
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Africa/Nairobi")
                .setColorScheme(theme)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  private static void take(BrowserContext context, Shot shot, ColorScheme theme) {
    Page page = context.newPage();
    page.navigate(shot.path().isEmpty() ? PHONE.getFirst().path() : shot.path());
    if (shot.path().isEmpty()) page.navigate(firstTask(page));
    save(
        page,
        PICTURES
            .resolve("pages")
            .resolve(shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
    page.close();
  }

  private static String firstTask(Page list) {
    return list.locator("li.row h3 a").first().getAttribute("href");
  }

  private static void save(Page page, Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
