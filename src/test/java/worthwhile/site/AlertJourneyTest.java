package worthwhile.site;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.Out;
import worthwhile.Service;
import worthwhile.Settings;
import worthwhile.alert.channel.PushReceiver;
import worthwhile.alert.saved.Destination;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.store.Store;

/**
 * The whole way of an alert, in a real browser on a phone's screen, with a real mail server and a
 * stand-in for the push service: from a search to the one click after which no mail comes.
 */
class AlertJourneyTest {
  private static final String MAILBOX = "anna@home.test";
  private static final Pattern CONFIRM =
      Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+(/alerts/mail/[^/\\s\"]+/confirm)");

  private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final WireMockServer pushService = new WireMockServer(options().dynamicPort());
  private final PushReceiver device = PushReceiver.fresh();
  private final Destination.Push subscription = device.at("https://push.test/send/abcd");
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Service service;
  private Store store;
  private Tail tail;
  private Chromium chromium;

  @BeforeEach
  void start() throws IOException {
    mail.start();
    pushService.start();
    pushService.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201)));
    Files.createDirectories(folder.resolve("scrapers"));
    service = Service.start(settings(), new Out(writer(), writer()));
    Clock clock = Clock.systemUTC();
    store = Store.open("jdbc:sqlite:" + folder.resolve("data/worthwhile.db"), clock);
    tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            clock);
    chromium = Chromium.start();
  }

  @AfterEach
  void stop() {
    chromium.close();
    store.close();
    service.close();
    pushService.stop();
    mail.stop();
    client.shutdownNow();
  }

  private Settings settings() {
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            folder.resolve("data").toString(),
            Settings.Key.SCRAPERS,
            folder.resolve("scrapers").toString(),
            Settings.Key.PORT,
            "0",
            Settings.Key.RATES,
            "kept",
            Settings.Key.SMTP,
            "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
            Settings.Key.MAIL_FROM,
            "alerts@here.test",
            Settings.Key.MAP,
            "push.test=" + pushService.baseUrl());
    return Settings.read(given, Map.of(), folder.resolve("none.toml"));
  }

  private static PrintWriter writer() {
    return new PrintWriter(new StringWriter(), true);
  }

  @Test
  void fromASearchToMailPushAndStreamUntilOneClickEndsTheMail() throws Exception {
    come("old-1");
    come("old-2");
    try (BrowserContext context = phone()) {
      Page page = context.newPage();
      String id = saved(page);
      confirm(page);
      page.navigate("/alerts/" + id);
      assertThat(page.locator("#live")).isVisible();

      come("first");
      await().untilAsserted(() -> assertThat(mails()).hasSize(2));
      MimeMessage told = mails()[1];
      assertThat(GreenMailUtil.getBody(told)).contains("/tasks/mine:first");
      await().untilAsserted(() -> assertThat(pushed()).hasSize(1));
      assertThat(pushed().getFirst().path("url").asString()).startsWith("/tasks/mine:first?m=");
      assertThat(page.locator("[data-stream] li")).hasCount(1);
      assertThat(page.locator("[data-stream] li").first()).containsText("first");

      leaveByOneClick(told);
      come("second");
      await().untilAsserted(() -> assertThat(pushed()).hasSize(2));
      assertThat(page.locator("[data-stream] li")).hasCount(2);
      await()
          .untilAsserted(
              () ->
                  assertThat(ledger(id))
                      .contains("mine:second mail held left", "mine:second push sent new"));
      assertThat(mails()).as("the question and one task").hasSize(2);
      assertThat(ledger(id))
          .containsExactlyInAnyOrder(
              "mine:first mail sent new",
              "mine:first push sent new",
              "mine:first feed sent new",
              "mine:second mail held left",
              "mine:second push sent new",
              "mine:second feed sent new");
      await().untilAsserted(() -> assertTellsTheStory(page, id));
    }
  }

  private BrowserContext phone() {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(service.url())
                    .setViewportSize(390, 844));
    context.addInitScript(
        """
        PushManager.prototype.getSubscription = async () => null;
        PushManager.prototype.subscribe = async () => ({
          toJSON: () => ({ endpoint: "%s", keys: { p256dh: "%s", auth: "%s" } }),
        });
        """
            .formatted(subscription.endpoint(), subscription.p256dh(), subscription.auth()));
    context.grantPermissions(List.of("notifications"));
    return context;
  }

  /** Searches, looks at what would have come, and saves with mailbox and device; its id. */
  private String saved(Page page) {
    await()
        .untilAsserted(
            () -> {
              page.navigate("/?q=shapes");
              assertThat(page.locator("main").innerText()).contains("Match shapes old-2");
            });
    page.locator("a.tellme").first().click();
    assertThat(page.locator("section[aria-labelledby=past]")).containsText("2 ");
    page.locator("#mail").fill(MAILBOX);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me on this device"))
        .click();
    assertThat(page.getByText("told once you have saved")).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    page.waitForURL(Pattern.compile("/alerts/[0-9a-f-]{36}"));
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("fits a phone")
        .isTrue();
    return URI.create(page.url()).getPath().replaceFirst("/alerts/", "");
  }

  private void confirm(Page page) {
    await().untilAsserted(() -> assertThat(mails()).hasSize(1));
    String text = GreenMailUtil.getBody(mails()[0]).replace("=\r\n", "").replace("=3D", "=");
    Matcher link = CONFIRM.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    page.navigate(link.group(1));
    assertThat(page.locator(".lead")).containsText(MAILBOX);
  }

  /** As a mail program does it, without cookies, after RFC 8058. */
  private void leaveByOneClick(MimeMessage told)
      throws MessagingException, IOException, InterruptedException {
    assertThat(told.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = told.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");
    HttpRequest look = HttpRequest.newBuilder(URI.create(link)).GET().build();
    assertThat(client.send(look, HttpResponse.BodyHandlers.discarding()).statusCode())
        .as("what only opens the link ends nothing")
        .isEqualTo(200);
    HttpRequest click =
        HttpRequest.newBuilder(URI.create(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    assertThat(client.send(click, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  private static void assertTellsTheStory(Page page, String id) {
    page.navigate("/alerts/" + id);
    var rows = page.locator("section[aria-labelledby=ledger] li");
    assertThat(rows).hasCount(6);
    List<String> texts = rows.allInnerTexts();
    assertThat(texts).filteredOn(text -> text.contains("shapes first")).hasSize(3);
    assertThat(texts).filteredOn(text -> text.contains("shapes second")).hasSize(3);
    assertThat(texts)
        .filteredOn(text -> text.contains("wants nothing more"))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("shapes second"));
  }

  private void come(String name) {
    tail.take(
        Batch.Rows.of("mine", Clock.systemUTC().instant())
            .outcome(RunOutcome.Read.PARTIAL)
            .items(
                List.of(
                    JobPosting.builder("mine", "mturk", name)
                        .title("Match shapes " + name)
                        .description("Shapes of the kind " + name)
                        .url("https://example.org/" + name)
                        .timeRequired(Duration.ofMinutes(6))
                        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("2"), UnitText.TASK))
                        .build()))
            .build());
  }

  private MimeMessage[] mails() {
    return mail.getReceivedMessages();
  }

  /** What the device was pushed, as it reads it. */
  private List<JsonNode> pushed() {
    return pushService.findAll(postRequestedFor(urlEqualTo("/send/abcd"))).stream()
        .map(request -> PostingJson.MAPPER.readTree(opened(request.getBody())))
        .toList();
  }

  private String opened(byte[] body) {
    try {
      return device.opened(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posting, channel, state and reason of each match. */
  private List<String> ledger(String id) throws IOException, InterruptedException {
    URI call = URI.create(service.url() + "/api/v1/saved-searches/" + id + "/ledger");
    String body =
        client
            .send(HttpRequest.newBuilder(call).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    return PostingJson.MAPPER
        .readTree(body)
        .path("items")
        .valueStream()
        .map(
            item ->
                String.join(
                    " ",
                    item.path("posting").asString(),
                    item.path("channel").asString(),
                    item.path("state").asString(),
                    item.path("reason").asString("-")))
        .toList();
  }
}
