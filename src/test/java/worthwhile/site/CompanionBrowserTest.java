package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.site.StandInPlatform.COOKIE;
import static worthwhile.site.StandInPlatform.fixtureOf;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.SiteSettingsBuilder;

/**
 * The companion in a real browser, on pages that look like a platform's and are answered from here:
 * what leaves the page is asserted on the wire.
 */
class CompanionBrowserTest {
  private static final String TOKEN = "eyJhbGciOi.the-workers-own-token.x9";
  private static final String WORKER = "5f00dbabe5f00dbabe5f00d1";
  private static final String STUDIES =
      "https://internal-api.prolific.com/api/v1/participant/studies/";

  private static Chromium chromium;

  @TempDir private Path folder;
  private SiteFixture fixture;
  private RecordingProxy wire;
  private BrowserContext context;
  private Page page;
  private final StandInPlatform platform = new StandInPlatform();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    wire = new RecordingProxy();
    fixture = SiteFixture.shipped(folder, reachedAt(wire.url()));
    wire.to(fixture.site.url());
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1100, 800));
    new StandInManager().install(context, get(wire.url() + "/companion.user.js"));
    wire.seen.clear();
    context.route(url -> url.startsWith("https://"), platform::answer);
    page = context.newPage();
    page.onPageError(complaints::add);
  }

  @AfterEach
  void stop() {
    page.evaluate("() => window.managerRest?.().then(() => null)");
    context.close();
    wire.close();
    fixture.close();
    assertThat(complaints).isEmpty();
  }

  private static SiteSettings reachedAt(String url) {
    return SiteSettingsBuilder.builder(SiteSettings.local("1.2.3"))
        .baseUrl(Optional.of(url))
        .build();
  }

  private static String get(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // --- the badge

  private Locator badge() {
    return page.locator("worthwhile-companion .pill");
  }

  private void open() {
    if (!page.locator("worthwhile-companion .panel").isVisible()) badge().click();
  }

  private Locator status() {
    return page.locator("worthwhile-companion [role=status]");
  }

  private List<RecordingProxy.Seen> forwards() {
    return wire.seen.stream().filter(one -> one.line().startsWith("POST")).toList();
  }

  private JsonNode found(String query) {
    return fixture.json("/api/v1/postings?open=all&" + query);
  }

  // --- a page like Prolific's

  private void prolific() {
    platform.answers.put(STUDIES, fixtureOf("prolific/fixtures/prolific/listing.json"));
    platform.answers.put(
        "https://internal-api.prolific.com/api/v1/users/me/",
        "{\"id\": \"%s\", \"balance\": 1234}".formatted(WORKER));
    platform.answers.put(
        "https://app.prolific.com/studies",
        """
        <!doctype html><html lang="en"><head><title>Studies</title></head><body>
        <h1>Studies</h1><p id="who">Worker %s</p><ul id="list"></ul>
        <script>
        localStorage.setItem('oidc', '%s');
        document.cookie = 'sid=%s';
        const own = {headers: {Authorization: 'Bearer %s'}, credentials: 'include'};
        async function poll() {
          const answer = await fetch('%s?sortBy=published_at&worker=%s', own);
          try {
            const studies = (await answer.json()).results;
            document.getElementById('list').replaceChildren(...studies.map(s => {
              const item = document.createElement('li'); item.textContent = s.name; return item; }));
          } catch (broken) { document.getElementById('list').textContent = 'broken'; }
          document.body.dataset.polled = Number(document.body.dataset.polled || 0) + 1;
        }
        function pollOldStyle() {
          const wire = new XMLHttpRequest();
          wire.open('GET', '%s'); wire.setRequestHeader('Authorization', 'Bearer %s');
          wire.onload = () => document.body.dataset.polled = Number(document.body.dataset.polled) + 1;
          wire.send();
        }
        fetch('https://internal-api.prolific.com/api/v1/users/me/', own);
        poll();
        </script></body></html>
        """
            .formatted(WORKER, TOKEN, COOKIE, TOKEN, STUDIES, WORKER, STUDIES, TOKEN));
  }

  private void visitProlific() {
    page.navigate("https://app.prolific.com/studies");
    page.waitForFunction("document.body.dataset.polled === '1'");
  }

  private void pollAgain(String how) {
    int before = Integer.parseInt((String) page.evaluate("document.body.dataset.polled"));
    page.evaluate(how + "()");
    page.waitForFunction("document.body.dataset.polled === '" + (before + 1) + "'");
  }

  private static String repriced(String listing, int pence) {
    return listing.replaceFirst("\"amount\": 150,", "\"amount\": " + pence + ",");
  }

  @Test
  void studiesThatThePageFetchedAreFoundAndNothingOfTheWorkerLeaves() {
    prolific();
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 3");
    JsonNode book = found("q=book&platform=prolific").at("/items/0");
    assertThat(book.at("/baseSalary/minValue").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(book.path("timeRequired").asString()).isEqualTo("PT9M");
    assertThat(book.path("totalJobOpenings").asInt()).isEqualTo(60);
    assertThat(found("platform=prolific").path("total").asInt()).isEqualTo(3);

    assertThat(wire.seen).hasSize(1);
    RecordingProxy.Seen sent = wire.seen.getFirst();
    assertThat(sent.line()).isEqualTo("POST /api/v1/companion/prolific");
    assertThat(sent.all())
        .doesNotContain(TOKEN, COOKIE, WORKER)
        .doesNotContainIgnoringCase("cookie:")
        .doesNotContainIgnoringCase("authorization:")
        .doesNotContainIgnoringCase("referer:")
        .doesNotContain("submission_started_at", "previous_submission_count", "_links", "pii")
        .doesNotContain("Not to be talked about");
    JsonNode body = PostingJson.MAPPER.readTree(sent.body());
    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder("url", "status", "contentType", "body", "seenAt");
    assertThat(body.path("url").asString()).isEqualTo(STUDIES);

    assertThat(platform.asked)
        .as("the platform was asked only what the page itself asked")
        .filteredOn(one -> !one.endsWith("/favicon.ico"))
        .containsExactlyInAnyOrder(
            "GET https://app.prolific.com/studies",
            "GET https://internal-api.prolific.com/api/v1/users/me/",
            "GET " + STUDIES);
    assertThat(page.locator("#list li")).hasCount(6);
    assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
  }

  @Test
  void theSwitchStopsItAndStartsItAgain() {
    prolific();
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 3");
    open();
    Locator sharing =
        page.getByRole(
            AriaRole.SWITCH,
            new Page.GetByRoleOptions().setName("Share the tasks that Prolific shows me"));
    sharing.uncheck();
    assertThat(badge()).hasText("Worthwhile: off");
    assertThat(status()).containsText("nothing leaves this page");
    platform.answers.put(STUDIES, repriced(platform.answers.get(STUDIES), 175));
    pollAgain("poll");
    pollAgain("pollOldStyle");
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: off");
    assertThat(forwards()).hasSize(1);
    open();
    sharing.check();
    pollAgain("pollOldStyle");
    assertThat(badge()).hasText("Worthwhile: 6");
    assertThat(forwards()).hasSize(2);
    assertThat(found("q=book&platform=prolific").at("/items/0/baseSalary/minValue").decimalValue())
        .isEqualByComparingTo("1.75");
  }

  @Test
  void whatWasSeenOfflineIsDeliveredLater() {
    prolific();
    wire.down.set(true);
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 0 (1 waiting)");
    open();
    assertThat(status()).containsText("cannot be reached");
    assertThat(found("platform=prolific").path("total").asInt()).isZero();
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 0 (2 waiting)");
    wire.down.set(false);
    page.evaluate("window.dispatchEvent(new Event('online'))");
    assertThat(badge()).hasText("Worthwhile: 6");
    assertThat(found("platform=prolific").path("total").asInt()).isEqualTo(3);
  }

  @Test
  void anErrorALoginPageAndAnEmptyListForwardNothing() {
    prolific();
    platform.answers.put(STUDIES, "{\"error\": {\"status\": 401, \"title\": \"Log in\"}}");
    platform.statuses.put(STUDIES, 401);
    visitProlific();
    platform.statuses.remove(STUDIES);
    for (String answer :
        List.of(
            "{\"error\": {\"status\": 401, \"title\": \"Log in\"}}",
            "{\"message\": \"Something went wrong\", \"who\": \"" + WORKER + "\"}",
            "{\"results\": []}",
            "{\"results\": [{\"participant\": \"" + WORKER + "\"}]}",
            "<html><form action='/login'><input type='password'></form></html>",
            "{\"results\": [{\"id\": \"cut")) {
      platform.answers.put(STUDIES, answer);
      pollAgain("poll");
      pollAgain("pollOldStyle");
    }
    assertThat(badge()).hasText("Worthwhile: 0");
    assertThat(wire.seen).isEmpty();
    platform.answers.put(STUDIES, fixtureOf("prolific/fixtures/prolific/listing.json"));
    pollAgain("poll");
    assertThat(badge()).hasText("Worthwhile: 3");
  }

  @Test
  void aTokenIsAskedForAndKeptOutOfThePage() {
    CompanionCallTest.account(fixture, "ada");
    String token = CompanionCallTest.token(fixture, "ada", Scope.COMPANION);
    prolific();
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 0 (1 waiting)");
    open();
    assertThat(status()).containsText("wants an access token");
    page.locator("summary").filter(new Locator.FilterOptions().setHasText("Access token")).click();
    page.locator("worthwhile-companion input[type=password]").fill(token);
    page.getByText("Keep this token").click();
    assertThat(badge()).hasText("Worthwhile: 3");
    assertThat(forwards().getLast().headers())
        .containsIgnoringCase("authorization: bearer " + token);
    assertThat((String) page.evaluate("document.documentElement.outerHTML + document.cookie"))
        .doesNotContain(token);
  }

  @Test
  void theBadgeHasNoBarrier() {
    prolific();
    visitProlific();
    assertThat(badge()).hasText("Worthwhile: 3");
    open();
    page.locator("worthwhile-companion summary").first().click();
    var violations =
        Chromium.axe(page)
            .setLegacyMode(true)
            .include("worthwhile-companion")
            .analyze()
            .getViolations();
    assertThat(
            violations.stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
        .isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.locator("worthwhile-companion .panel")).isHidden();
  }

  // --- pages like Microworkers' and MTurk's

  @Test
  void aListPageForwardsItsRowsAndNothingElseOfThePage() {
    platform.answers.put(
        "https://www.microworkers.com/jobs.php",
        fixtureOf("microworkers/fixtures/microworkers/listing.html"));
    platform.answers.put(
        "https://www.microworkers.com/jobs_details.php",
        fixtureOf("microworkers/fixtures/microworkers/job.html"));
    platform.answers.put(
        "https://ttv.microworkers.com/dotask/info/2c3d4e5f6071_B",
        fixtureOf("microworkers/fixtures/microworkers/ttv.html"));
    page.navigate("https://www.microworkers.com/jobs.php?page=1&token=" + TOKEN);
    assertThat(badge()).hasText("Worthwhile: 3");
    page.navigate("https://www.microworkers.com/jobs_details.php?Id=9f8e7d6c5b4a&k=" + TOKEN);
    assertThat(badge()).hasText("Worthwhile: 4");
    page.navigate("https://ttv.microworkers.com/dotask/info/2c3d4e5f6071_B");
    assertThat(badge()).hasText("Worthwhile: 5");

    assertThat(forwards()).hasSize(3);
    for (RecordingProxy.Seen sent : forwards())
      assertThat(sent.all())
          .doesNotContain(TOKEN, COOKIE, "12.34", "Member_0000001", "csrf", "not-to-be-forwarded")
          .doesNotContain("Preview of the task", "allocateposition", "<script");
    JsonNode job = fixture.json("/api/v1/postings/microworkers:0a1b2c3d4e5f");
    assertThat(job.at("/baseSalary/minValue").decimalValue()).isEqualByComparingTo("0.12");
    assertThat(job.path("timeRequired").asString()).isEqualTo("PT4M");
    assertThat(job.path("totalJobOpenings").asInt()).isEqualTo(115);
    assertThat(job.path("description").asString()).contains("Answer the question");
    JsonNode ttv = fixture.json("/api/v1/postings/microworkers:2c3d4e5f6071");
    assertThat(ttv.path("description").asString()).contains("Draw a box");
    assertThat(ttv.path("timeRequired").asString()).isEqualTo("PT3M");

    platform.answers.put(
        "https://www.microworkers.com/jobs.php",
        fixtureOf("microworkers/fixtures/microworkers/blocked.html"));
    page.navigate("https://www.microworkers.com/jobs.php?page=2");
    assertThat(badge()).hasText("Worthwhile: 5");
    assertThat(forwards()).hasSize(3);
  }

  @Test
  void embeddedJsonLeavesWithoutWhatDependsOnTheCaller() {
    platform.answers.put(
        "https://worker.mturk.com/projects",
        fixtureOf("mturk/fixtures/mturk/listing-page.html")
            .replace("</body>", "<p>Worker AINVENTEDWORKER</p></body>"));
    page.navigate("https://worker.mturk.com/projects?ref=" + TOKEN);
    assertThat(badge()).hasText("Worthwhile: 2");
    String sent = forwards().getFirst().all();
    assertThat(sent)
        .doesNotContain("AINVENTEDWORKER", TOKEN, COOKIE)
        .doesNotContain("caller_meets", "caller_qualification", "accept_project_task_url");
    assertThat(found("platform=mturk").path("total").asInt()).isEqualTo(2);

    String group = "https://worker.mturk.com/projects/3INVENTEDGROUP0000000000000001/tasks";
    platform.answers.put(group, fixtureOf("mturk/fixtures/mturk/gone.json"));
    platform.statuses.put(group, 422);
    page.evaluate("fetch('" + group + "?format=json').then(a => a.text())");
    page.waitForCondition(() -> forwards().size() == 2);
    page.waitForCondition(
        () ->
            fixture
                .json("/api/v1/postings/mturk:3INVENTEDGROUP0000000000000001")
                .path("state")
                .asString()
                .equals("closed"));
  }

  @Test
  void aTaskIsNotedByHandWhereThePageIsNotKnown() {
    String address = "https://workplace.clickworker.com/en/workplace/jobs/1225955/edit";
    platform.answers.put(
        address,
        "<!doctype html><html lang=en><title>Job</title><h1>Sort photos of shops</h1><p>Balance 88.20</html>");
    page.navigate(address + "?auth=" + TOKEN);
    assertThat(badge()).hasText("Worthwhile: 0");
    assertThat(wire.seen).isEmpty();
    open();
    page.locator("summary")
        .filter(new Locator.FilterOptions().setHasText("Save this task"))
        .click();
    assertThat(page.getByLabel("Title")).hasValue("Sort photos of shops");
    assertThat(page.getByLabel("Link")).hasValue(address);
    page.getByLabel("Pay with currency, such as £1.50").fill("€2.40");
    page.getByLabel("Minutes that the page says it takes").fill("12");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this task")).click();
    assertThat(status()).containsText("The task is saved");
    assertThat(forwards().getFirst().all()).doesNotContain(TOKEN, "88.20");
    JsonNode task = fixture.json("/api/v1/postings/clickworker:1225955");
    assertThat(task.path("timeRequired").asString()).isEqualTo("PT12M");
    assertThat(task.at("/baseSalary/currency").asString()).isEqualTo("EUR");
  }

  @Test
  void aTaskThatIsWarnedOfIsNamedInTheBadge() {
    String address = "https://workplace.clickworker.com/en/workplace/jobs/1225956/edit";
    platform.answers.put(
        address, "<!doctype html><html lang=en><title>Job</title><h1>Sort photos</h1><p>x</html>");
    page.navigate(address);
    assertThat(badge()).hasText("Worthwhile: 0");
    open();
    page.locator("summary")
        .filter(new Locator.FilterOptions().setHasText("Save this task"))
        .click();
    page.getByLabel("Title")
        .fill("Deposit 50 USDT to clear the negative balance before you can withdraw");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this task")).click();
    assertThat(badge()).hasText("Worthwhile: 1 – careful: 1 warned of");
    Locator warned = page.locator("worthwhile-companion .warned li");
    assertThat(warned).containsText("Danger: Deposit 50 USDT");
    assertThat(warned.getByRole(AriaRole.LINK))
        .hasAttribute("href", wire.url() + "/tasks/clickworker%3A1225956");
  }
}
