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
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.account.Accounts;

/** Accounts in a real browser, with a virtual authenticator where passkeys are used. */
class PasskeyTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static Chromium chromium;
  private static String base;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    // With an account it is no personal instance, though it listens here only.
    new Accounts(fixture.store, SiteFixture.CLOCK)
        .join(
            new Accounts.Wish("Somebody", Optional.empty(), false), Person.PASSWORD, "203.0.113.1");
    chromium = Chromium.start();
    // Browsers bind passkeys to names, and take localhost for one that is safe without https.
    base = "http://localhost:" + fixture.site.port();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    fixture.close();
  }

  @AfterEach
  void nothingWasBlocked() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Page page(Browser.NewContextOptions options) {
    options.setBaseURL(base).setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    context = chromium.browser().newContext(options);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 400"))
            complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    return page;
  }

  private Page withAuthenticator() {
    Page page = page(new Browser.NewContextOptions().setViewportSize(390, 844));
    CDPSession session = context.newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject authenticator = new JsonObject();
    authenticator.addProperty("protocol", "ctap2");
    authenticator.addProperty("transport", "internal");
    authenticator.addProperty("hasResidentKey", true);
    authenticator.addProperty("hasUserVerification", true);
    authenticator.addProperty("isUserVerified", true);
    authenticator.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", authenticator);
    session.send("WebAuthn.addVirtualAuthenticator", options);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aPasskeySignsUpAndInConfirmsIsRenamedAndDeletesTheAccount() {
    Page page = withAuthenticator();
    page.navigate("/account/sign-up");
    page.getByLabel("Name").fill("Keyholder");
    button(page, "Sign up with a passkey").click();
    assertThat(page.locator("h1")).hasText("Welcome, Keyholder");
    assertThat(page.locator(".codes li")).hasCount(10);

    button(page, "Sign out").click();
    page.navigate("/account/security");
    assertThat(page).hasURL(Pattern.compile("/account/sign-in\\?next="));
    button(page, "Sign in with a passkey").click();
    assertThat(page).hasURL(Pattern.compile("/account/security$"));
    assertThat(page.locator(".who")).containsText("Keyholder");

    page.getByText("Rename or remove").click();
    page.getByLabel("New name of").fill("My phone");
    button(page, "Rename").click();
    assertThat(page.locator("article h3").first()).hasText("My phone");
    page.getByText("Rename or remove").click();
    button(page, "Remove My phone").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("only way into your account");

    button(page, "Add a passkey").click();
    assertThat(page.getByText("This device has a passkey of yours already.")).isVisible();

    page.navigate("/account/confirm");
    button(page, "Go on with a passkey").click();
    assertThat(page).hasURL(Pattern.compile("/account$"));
    page.navigate("/account/delete");
    page.getByLabel("I am sure").check();
    button(page, "Delete with a passkey").click();
    assertThat(page.locator("h1")).hasText("Deleted");
    page.navigate("/account/sign-in");
    button(page, "Sign in with a passkey").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not accepted");
  }

  @Test
  void aPasskeyIsAddedBesideAPasswordAndTheLastWayInStays() {
    Page page = withAuthenticator();
    page.navigate("/account/sign-up");
    page.getByLabel("Name").fill("Bothways");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
    button(page, "Sign up with the password").click();
    page.navigate("/account/security");
    page.getByLabel("Name of a new passkey").fill("Laptop");
    button(page, "Add a passkey").click();
    assertThat(page.getByText("The passkey is added.")).isVisible();
    assertThat(page.locator("article h3").first()).hasText("Laptop");
    button(page, "Go without a password").click();
    assertThat(page.getByText("The password is gone.")).isVisible();
    button(page, "Sign out").click();
    page.navigate("/account/sign-in");
    page.getByLabel("Name").fill("Bothways");
    page.getByLabel("Password").fill(Person.PASSWORD);
    button(page, "Sign in").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not fit together");
    button(page, "Sign in with a passkey").click();
    assertThat(page.locator(".who")).containsText("Bothways");
  }

  @Test
  void everythingButPasskeysWorksWithoutScript() {
    Page page =
        page(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setJavaScriptEnabled(false));
    page.navigate("/account/sign-up");
    assertThat(page.getByText("Passkeys need JavaScript.")).isVisible();
    page.getByLabel("Name").fill("Plain");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
    button(page, "Sign up with the password").tap();
    page.getByText("I have kept them").tap();
    page.getByText("API tokens").tap();
    page.getByLabel("What it is for").fill("a script");
    page.getByLabel("read what the account has").check();
    button(page, "Make the token").tap();
    assertThat(page.locator("code.secret")).hasText(Pattern.compile("^ww_.{43}$"));
    button(page, "Sign out").tap();
    assertThat(page.locator(".who")).hasText("Sign in");
  }

  @Test
  void everyPageIsAccessibleAndFitsAPhone() {
    Page page =
        page(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    for (String path : List.of("/account/sign-in", "/account/sign-up", "/account/recover"))
      check(page, path);
    page.navigate("/account/sign-up");
    page.getByLabel("Name").fill("Accessible");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("aaaaaaaaaa");
    button(page, "Sign up with the password").tap();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("first that are tried");
    check(page, "");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
    button(page, "Sign up with the password").tap();
    assertThat(page.locator("h1")).hasText("Welcome, Accessible");
    check(page, "");
    for (String path :
        List.of(
            "/account",
            "/account/security",
            "/account/tokens",
            "/account/confirm",
            "/account/delete")) check(page, path);
  }

  private static void check(Page page, String path) {
    if (!path.isEmpty()) page.navigate(path);
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(wide).as("%s scrolls sideways", page.url()).isEqualTo(false);
    var violations = Chromium.axe(page).analyze().getViolations();
    assertThat(violations).as(page.url()).isEmpty();
  }
}
