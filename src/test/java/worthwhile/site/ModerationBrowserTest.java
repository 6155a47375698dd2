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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

/** Due process from the first report to the second look, in real browsers on phones. */
class ModerationBrowserTest {
  private static final String TASK = "kleinarbeit:task-70";
  private static final String REQUESTER = "kleinarbeit:r-17";
  private static final int PHONE = 390;
  private static final int SMALL_PHONE = 320;

  @TempDir Path folder;
  private OpenInstance open;
  private Chromium chromium;
  private Accounts accounts;
  private final Map<String, Page> pages = new HashMap<>();
  private final List<String> barriers = new ArrayList<>();
  private boolean scripts;

  @BeforeEach
  void start() {
    open = new OpenInstance(folder);
    open.fixture.add(List.of(task("Count the shelves")));
    accounts = new Accounts(open.fixture.store, open.time);
    chromium = Chromium.start();
  }

  @AfterEach
  void stop() {
    chromium.close();
    open.close();
  }

  private static Posting task(String title) {
    return FlatPosting.of(TestPostings.plain(70))
        .title(title)
        .hiringOrganization(new Organization("Otter Lab", "r-17", "https://lab.otter.example/"))
        .build();
  }

  /** A phone. */
  private Page phone(ColorScheme colours) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(open.fixture.site.url())
                    .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                    .setJavaScriptEnabled(scripts)
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(PHONE, 844));
    return context.newPage();
  }

  private Page signsUp(String name) {
    Page page = phone(pages.size() % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK);
    page.navigate("/account/sign-up");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Password").fill(Person.PASSWORD);
    press(page, "Sign up with the password");
    pages.put(name, page);
    return page;
  }

  private Page moderator(String name) {
    Page page = signsUp(name);
    Account account = accounts.byName(name).orElseThrow();
    accounts.setRoles(account, EnumSet.of(Role.MODERATOR));
    page.navigate("/account/sign-in");
    page.locator("input[name=name]").first().fill(name);
    page.locator("input[name=password]").first().fill(Person.PASSWORD);
    page.locator("form[action='/account/sign-in'] button").first().click();
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  /** Notes what keeps people out of the page that is shown, and how wide it is. */
  private void look(Page page) {
    if (!scripts) return; // axe is one itself
    Chromium.axe(page)
        .analyze()
        .getViolations()
        .forEach(v -> barriers.add(page.url() + ": " + v.getId() + " " + v.getNodes()));
    for (int width : List.of(SMALL_PHONE, PHONE)) {
      page.setViewportSize(width, 844);
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      if (wide > width) barriers.add(page.url() + " is " + wide + " wide on " + width);
    }
    if (page.content().length() > 40_000) barriers.add(page.url() + " is too heavy");
  }

  private void votes(Page page, String path, boolean agrees) {
    page.navigate(path);
    look(page);
    page.locator(agrees ? "#uphold" : "#dismiss").check();
    page.getByLabel("By which rule").selectOption(agrees ? "insult" : "no-rule-broken");
    page.getByLabel("Reason").fill("As I see it");
    press(page, "Say so");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("noted");
  }

  private String path(Page page) {
    return page.url().replace(open.fixture.site.url(), "").replaceFirst("[?].*", "");
  }

  private String review(String by) {
    String id = UUID.randomUUID().toString();
    Review review =
        new Review(
            id,
            accounts.byName(by).orElseThrow().id(),
            Subject.requester(REQUESTER),
            "kleinarbeit",
            RequesterId.parse(REQUESTER),
            Optional.empty(),
            Review.Facts.of(Outcome.REJECTED),
            Optional.of("Never paid, the crooks."),
            Optional.empty(),
            true,
            false,
            open.time.instant(),
            open.time.instant(),
            open.time.instant());
    open.fixture.store.<Boolean>write(w -> w.statements().reviews().add(review));
    return id;
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void everybodyCanReportAnswerDisputeJudgeAndAskForAnotherLook(boolean with) throws IOException {
    scripts = with;
    Page wanda = signsUp("wanda");
    Page sam = signsUp("sam");
    Page bert = signsUp("bert");
    Page zoe = signsUp("zoe");
    Page mona = moderator("mona");
    Page olga = moderator("olga");
    String review = review("wanda");

    Page visitor = phone(ColorScheme.LIGHT);
    visitor.navigate("/tasks/" + TASK);
    follow(visitor, "Report");
    look(visitor);
    visitor.getByLabel("What is wrong").selectOption("phishing");
    visitor.getByLabel("Image").setInputFiles(new FilePayload("a.png", "image/png", picture()));
    press(visitor, "Send the report");
    assertThat(visitor.getByRole(AriaRole.STATUS)).containsText("Your report was sent");
    look(visitor);

    sam.navigate("/flags/new?about=review:" + review);
    sam.getByLabel("What is wrong").selectOption("against-rules");
    sam.getByLabel("What you saw").fill("It calls people crooks");
    press(sam, "Send the report");
    String flag = path(sam);

    bert.navigate("/claims/new?requester=" + REQUESTER);
    look(bert);
    bert.getByLabel("A code in an open task").check();
    press(bert, "Get the code");
    look(bert);
    String code = bert.locator("code.secret").first().textContent();
    press(bert, "Look for the code");
    assertThat(bert.getByRole(AriaRole.ALERT)).containsText("stands in no open task");
    open.fixture.add(List.of(task("Count the shelves " + code)));
    press(bert, "Look for the code");
    assertThat(bert.getByRole(AriaRole.STATUS)).containsText("The code was found");
    follow(bert, "Answer on your page");
    look(bert);
    bert.getByLabel("Your answer").fill("We pay on Mondays.");
    press(bert, "Publish the answer");
    bert.navigate("/disputes/new?about=review:" + review);
    look(bert);
    bert.getByLabel("What is not true").fill("It was paid on Monday.");
    press(bert, "Send the dispute");
    String dispute = path(bert);

    mona.navigate("/moderation/queue");
    look(mona);
    assertThat(mona.locator("article")).hasCount(3);
    votes(mona, flag, true);
    assertThat(mona.locator("main")).containsText("Waits for a second person");
    sam.navigate("/moderation/queue");
    assertThat(sam.locator("article")).hasCount(1);
    votes(sam, flag, true);
    votes(mona, dispute, false);
    votes(zoe, dispute, false);

    wanda.navigate(flag);
    follow(wanda, "Ask others to look at it again");
    look(wanda);
    wanda.getByLabel("Why").fill("It is a word, and they did not pay.");
    press(wanda, "Ask for another look");
    String appeal = path(wanda);
    mona.navigate(appeal);
    assertThat(mona.getByText("What do you say?")).hasCount(0);
    votes(olga, appeal, true);
    votes(zoe, appeal, true);
    assertThat(open.fixture.store.statements(s -> s.reviews().byId(review)).orElseThrow().hidden())
        .isFalse();

    visitor.navigate("/moderation/rules");
    look(visitor);
    visitor.navigate("/moderation");
    look(visitor);
    assertThat(visitor.locator("main ol"))
        .containsText(new String[] {"decision turned round after another look"});
    String log = visitor.locator("main ol").textContent();
    assertThat(log)
        .contains("reported", "claim accepted", "the requester answered", "disputed")
        .contains("out of sight", "dispute not agreed with", "somebody asks for another look")
        .contains("mona (moderator)", "insult@1")
        .doesNotContain("sam", "wanda", "bert");
    assertThat(barriers).isEmpty();
  }
}
