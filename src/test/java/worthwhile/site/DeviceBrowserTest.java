package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.channel.PushReceiver;
import worthwhile.alert.saved.Destination;
import worthwhile.posting.PostingJson;

/** Being told on this device, in a real browser; only its push service is a stand-in. */
class DeviceBrowserTest {
  private static final String CALL = "/api/v1/saved-searches";
  private static final Destination.Push DEVICE =
      PushReceiver.fresh().at("https://hooks.test/send/abcd");

  /** What the browser would get from a push service, which tests do not reach. */
  private static final String SUBSCRIBES =
      """
      PushManager.prototype.getSubscription = async () => null;
      PushManager.prototype.subscribe = async (options) => ({
        toJSON: () => ({
          endpoint: "%s",
          keys: { p256dh: "%s", auth: "%s" },
        }),
        bytes: options.applicationServerKey.length,
      });
      """
          .formatted(DEVICE.endpoint(), DEVICE.p256dh(), DEVICE.auth());

  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static AlertFollower follower;
  private static Chromium chromium;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;
  private String id;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    follower = new AlertFollower(fixture.store, fixture.index, SiteFixture.CLOCK);
    follower.catchUp();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  @BeforeEach
  void save() {
    String body =
        "{\"name\":\"Surveys\",\"query\":{\"q\":\"breakfast\"},\"channels\":[{\"type\":\"feed\"}]}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    id = PostingJson.MAPPER.readTree(fixture.post(CALL, bytes).body()).path("id").asString();
  }

  @AfterEach
  void nothingWasBlocked() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Page page(boolean scripts, String... init) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(fixture.site.url())
                    .setViewportSize(390, 844)
                    .setJavaScriptEnabled(scripts));
    for (String script : init) context.addInitScript(script);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    return page;
  }

  private static Locator button(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me on this device"));
  }

  private JsonNode channels() {
    return PostingJson.MAPPER.readTree(fixture.get(CALL + "/" + id).body()).path("channels");
  }

  @Test
  void whereTheBrowserCannotBeToldNothingOfItIsShown() {
    Page plain = page(false);
    plain.navigate("/alerts/" + id);
    assertThat(button(plain)).isHidden();
    assertThat(plain.locator("#live")).isHidden();
    context.close();
    Page old = page(true, "delete window.PushManager");
    old.navigate("/alerts/" + id);
    assertThat(old.locator("#live")).isVisible();
    assertThat(button(old)).isHidden();
    context.close();
    Page forbidden =
        page(true, "Object.defineProperty(Notification, 'permission', {value: 'denied'})");
    forbidden.navigate("/alerts/new?q=x");
    assertThat(button(forbidden)).isHidden();
  }

  @Test
  void theBrowserBecomesAChannelAndIsTakenAwayAgain() {
    Page page = page(true, SUBSCRIBES);
    context.grantPermissions(List.of("notifications"));
    page.navigate("/alerts/" + id);
    button(page).click();
    assertThat(page.getByText("Changed.")).isVisible();
    assertThat(channels().findValuesAsString("type")).containsExactly("feed", "push");
    Object scope =
        page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).scope");
    assertThat(scope).isEqualTo(fixture.site.url() + "/");
    assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove")).click();
    assertThat(page.getByText("Changed.")).isVisible();
    assertThat(channels().findValuesAsString("type")).containsExactly("feed");
  }

  @Test
  void aNewSearchTakesTheBrowserAlong() {
    Page page = page(true, SUBSCRIBES);
    context.grantPermissions(List.of("notifications"));
    page.navigate("/alerts/new?q=shelf");
    button(page).click();
    assertThat(page.getByText("told once you have saved")).isVisible();
    assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    assertThat(page.getByText("hooks.test …abcd").first()).isVisible();
  }

  @Test
  void aServiceThatFailsIsSaidInWords() {
    Page page =
        page(true, "PushManager.prototype.subscribe = async () => { throw new Error('away'); }");
    context.grantPermissions(List.of("notifications"));
    page.navigate("/alerts/" + id);
    button(page).click();
    assertThat(page.getByText("service for messages did not answer")).isVisible();
    assertThat(button(page)).isEnabled();
    assertThat(channels().findValuesAsString("type")).containsExactly("feed");
  }

  @Test
  void whatArrivesIsShownByTheBrowserItself() {
    Page page = page(true);
    context.grantPermissions(List.of("notifications"));
    page.navigate("/alerts/" + id);
    CDPSession session = context.newCDPSession(page);
    List<String> registrations = new CopyOnWriteArrayList<>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(
                    each ->
                        registrations.add(
                            each.getAsJsonObject().get("registrationId").getAsString())));
    session.send("ServiceWorker.enable");
    page.evaluate(
        "async () => { await navigator.serviceWorker.register('/sw.js');"
            + " await navigator.serviceWorker.ready; }");
    page.waitForCondition(() -> !registrations.isEmpty());
    deliver(
        session,
        registrations.getFirst(),
        "{\"title\":\"new: Surveys\",\"body\":\"$12.00/h  Sort\",\"url\":\"/tasks/x:1\",\"tag\":\"t1\"}");
    page.waitForFunction(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length === 1");
    Object shown =
        page.evaluate(
            "async () => { const [n] = await (await navigator.serviceWorker.ready)"
                + ".getNotifications(); return [n.title, n.body, n.tag, n.data.url].join('|'); }");
    assertThat(shown).isEqualTo("new: Surveys|$12.00/h  Sort|t1|/tasks/x:1");
    deliver(session, registrations.getFirst(), "no JSON");
    page.waitForFunction(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications())"
            + ".some((n) => n.title === 'Worthwhile' && n.data.url === '/alerts')");
  }

  private void deliver(CDPSession session, String registration, String data) {
    JsonObject push = new JsonObject();
    push.addProperty("origin", fixture.site.url());
    push.addProperty("registrationId", registration);
    push.addProperty("data", data);
    session.send("ServiceWorker.deliverPushMessage", push);
  }

  @Test
  void whatComesInWhileThePageIsOpenStandsThereAtOnce() {
    Page page = page(true);
    page.navigate("/alerts/" + id);
    assertThat(page.locator("#live")).isVisible();
    fixture.add(List.of(TestPostings.plain(61)));
    follower.catchUp();
    Locator rows = page.locator("[data-stream] li");
    assertThat(rows).hasCount(1);
    assertThat(rows.locator("a")).hasAttribute("href", "/tasks/kleinarbeit:task-61");
    fixture.add(List.of(TestPostings.plain(97)));
    follower.catchUp();
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("batch 97");
    assertThat(page.locator("[data-stream] ol")).hasAttribute("aria-live", "polite");
    assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();
  }

  private static final String COUNTED =
      "window.tones = 0; const make = AudioContext.prototype.createOscillator;"
          + "AudioContext.prototype.createOscillator = function () {"
          + " window.tones++; return make.call(this); };";

  @Test
  void aSoundIsChosenTriedAndPlayedForWhatComesIn() {
    Page page = page(true);
    page.addInitScript(COUNTED);
    page.navigate("/alerts/" + id);
    assertThat(page.locator("#live")).isVisible();
    Locator sound = page.getByLabel("Sound for what comes in");
    assertThat(sound).hasValue("none");
    sound.selectOption("clear");
    page.locator("[data-sounds] button").click();
    page.waitForFunction("() => window.tones === 2");
    fixture.add(List.of(TestPostings.plain(109)));
    follower.catchUp();
    page.waitForFunction("() => window.tones === 4");
    page.reload();
    assertThat(page.locator("#live")).isVisible();
    assertThat(sound).hasValue("clear");
    sound.selectOption("none");
    fixture.add(List.of(TestPostings.plain(121)));
    follower.catchUp();
    assertThat(page.locator("[data-stream] li")).hasCount(1);
    assertThat(page.evaluate("window.tones")).isEqualTo(0);
  }
}
