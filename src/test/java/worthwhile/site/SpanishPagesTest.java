package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.site.guide.GuideRoutes;

/** The site as somebody reads it whose language is Spanish. */
class SpanishPagesTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=survey&min_hourly=5",
          "/?q=brekfast&max_minutes=1",
          "/?min_hourly=x&country=zz",
          "/tasks/shelf-tasks:task-3",
          "/requesters/kleinarbeit:r-17",
          "/platforms",
          "/platforms/changes",
          "/platforms/shelf-tasks",
          "/platforms/pixel-mill",
          "/market?zone=America%2FBogota&floor=3+USD",
          "/about/reputation",
          "/check",
          "/warnings",
          "/warnings/guide",
          "/alerts",
          "/alerts/new?min_hourly=5&country=MX",
          "/companion",
          "/me",
          "/offline",
          "/minutes?free=60&country=US",
          "/account",
          "/account/tokens",
          "/account/import",
          "/earnings",
          "/earnings/expenses",
          "/share?text=https://nowhere.example/5",
          "/earnings/settings",
          "/timer",
          "/reviews",
          "/notices",
          "/moderation",
          "/nowhere");

  /** Dollars are longer in Spanish, and have the place that they have in English. */
  private static final String AMOUNTS_FIT =
      "[...document.querySelectorAll('.row .hero')]"
          + ".every(amount => amount.scrollWidth <= amount.parentElement.clientWidth)";

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.store.ratings().put(TestPostings.ratings());
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  private static Document page(String path, String... headers) {
    return Jsoup.parse(fixture.get(path, headers).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | es",
        "es-MX,es;q=0.9,en;q=0.8 | es",
        "en-US,en;q=0.9,es;q=0.8 | en",
        "de-DE,de;q=0.9,es;q=0.4,en;q=0.2 | es",
        "fr, * | en",
        "de | en",
        "es;q=0 | en",
        "q=;;,,é | en"
      })
  void aBrowserIsAnsweredInTheFirstOfItsLanguagesThatThereIs(String asked, String answered) {
    HttpResponse<String> answer = fixture.get("/platforms", "Accept-Language", asked);
    assertThat(Jsoup.parse(answer.body()).selectFirst("html").attr("lang")).isEqualTo(answered);
    assertThat(answer.headers().firstValue("Content-Language")).hasValue(answered);
    assertThat(answer.headers().firstValue("Vary").orElseThrow())
        .contains("Accept-Language")
        .contains("Cookie");
  }

  @Test
  void whatTheReaderChoseInTheFooterCountsMoreThanWhatHerBrowserAsksFor() {
    Document english = page("/market");
    assertThat(english.select("footer form[action=/language] button").attr("value"))
        .isEqualTo("es");
    HttpResponse<String> chosen =
        fixture.post(
            "/language",
            "language=es".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Referer",
            fixture.site.url() + "/market?zone=UTC");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).hasValue("/market?zone=UTC");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("language=es; Path=/").contains("SameSite=Lax");
    Document spanish = page("/market", "Cookie", "language=es", "Accept-Language", "en");
    assertThat(spanish.selectFirst("h1").text()).isEqualTo("Mercado");
    assertThat(spanish.select("footer form[action=/language] button").text()).isEqualTo("English");
    assertThat(page("/market", "Cookie", "language=en", "Accept-Language", "es").title())
        .startsWith("Market");
    assertThat(page("/market", "Cookie", "language=tlh").title()).startsWith("Market");
  }

  @Test
  void nobodyIsLedToAnotherSite() {
    for (String from : List.of("https://other.example//evil.example/x", "::", "/x", "mailto:a@b")) {
      HttpResponse<String> answer =
          fixture.post(
              "/language",
              "language=es".getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Referer",
              from);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .startsWith("/")
          .doesNotStartWith("//");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/postings?q=survey",
        "/api/v1/platforms",
        "/api/v1/postings/feed.atom?q=survey",
        "/api/v1/market",
        "/api/v1/nowhere",
        "/market.csv?by=weekday"
      })
  void whatProgramsReadIsEnglish(String path) {
    String spanish = fixture.get(path, "Accept-Language", "es", "Cookie", "language=es").body();
    String english = fixture.get(path).body();
    assertThat(timeless(spanish)).isEqualTo(timeless(english));
  }

  private static String timeless(String body) {
    return body.replaceAll("\"took_ms\":[0-9.]+", "");
  }

  @Test
  void numbersDaysCountriesAndPayAreWrittenAsInLatinAmerica() {
    Document search = page("/?q=breakfast&size=100&country=DE", "Accept-Language", "es-AR");
    assertThat(search.select("option[value=DE]").text()).startsWith("Alemania");
    Element row =
        search.select("li.row").stream()
            .filter(each -> each.select("h3").text().endsWith("habits, batch 1"))
            .findFirst()
            .orElseThrow();
    assertThat(row.select(".hero").text()).isEqualTo("US$7.50/h");
    assertThat(row.select("time").attr("title")).isEqualTo("23 nov 2026, 08:00 UTC");
    assertThat(row.select(".fold").text())
        .contains("según lo indicado, n = 2 datos")
        .contains("11 cupos");
  }

  @Test
  void anErrorIsTold() throws InterruptedException {
    Document nowhere = page("/nowhere", "Accept-Language", "es");
    assertThat(nowhere.selectFirst("h1").text()).isEqualTo("No se encontró");
    assertThat(nowhere.selectFirst(".lead").text()).isEqualTo("No hay nada en /nowhere.");
    Document article = page("/guide/none", "Accept-Language", "es");
    assertThat(article.selectFirst(".lead").text()).isEqualTo("No existe ese artículo en la guía.");
    assertThat(article.selectFirst(".lead").attr("lang")).isEqualTo("es");
    assertThat(page("/tasks/none:1", "Accept-Language", "es").selectFirst(".lead").text())
        .isEqualTo("Ninguna tarea tiene el identificador none:1.");
    assertThat(page("/requesters/none", "Accept-Language", "es").selectFirst(".lead").text())
        .startsWith("La dirección de un solicitante es /requesters/");
    assertThat(page("/alerts/mail/forgotten", "Accept-Language", "es").selectFirst(".lead").text())
        .startsWith("Este enlace ya no se conoce");
    assertThat(page("/reviews/none", "Accept-Language", "es").selectFirst(".lead").text())
        .startsWith("No existe esa reseña");
    Document task = Jsoup.parse(sent("/me/hidden", "posting=none").body());
    assertThat(task.selectFirst(".lead").text()).startsWith("Ninguna tarea tiene este");
    assertThat(task.selectFirst(".lead").attr("lang")).isEqualTo("es");
    Document name =
        Jsoup.parse(sent("/account/passkeys/question", "purpose=sign-up&name=-rosa-").body());
    assertThat(name.selectFirst(".lead").text()).startsWith("Un nombre empieza y termina");
  }

  private static HttpResponse<String> sent(String path, String fields) throws InterruptedException {
    try {
      return fixture.client.send(
          HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
              .headers("Content-Type", "application/x-www-form-urlencoded", "Accept-Language", "es")
              .POST(HttpRequest.BodyPublishers.ofString(fields))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noPageScrollsSidewaysOnTheNarrowestPhoneAndAChoiceStays() {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(fixture.site.url())
                    .setLocale("es-MX")
                    .setViewportSize(320, 568)
                    .setHasTouch(true)
                    .setIsMobile(true))) {
      Page page = context.newPage();
      for (List<String> paths : List.of(PAGES, GuideRoutes.PATHS))
        for (String path : paths) {
          page.navigate(path);
          assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("es");
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
              .as(path)
              .isLessThanOrEqualTo(320);
        }
      page.navigate("/?q=breakfast");
      assertThat((Boolean) page.evaluate(AMOUNTS_FIT)).isTrue();
      page.navigate("/platforms?sort=name");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();
      assertThat(page.url()).endsWith("/platforms?sort=name");
      assertThat(page.locator("h1").textContent()).isEqualTo("Platforms");
      page.navigate("/");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }
  }

  @Test
  void noPageHasABarrier() {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(fixture.site.url())
                    .setLocale("es-CO")
                    .setBypassCSP(true))) {
      Page page = context.newPage();
      for (String path :
          List.of("/", "/platforms", "/platforms/shelf-tasks", "/earnings", "/guide/scams")) {
        page.navigate(path);
        assertThat(
                Chromium.axe(page).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
            .as(path)
            .isEmpty();
      }
    }
  }
}
