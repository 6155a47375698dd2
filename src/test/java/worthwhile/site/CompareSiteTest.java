package worthwhile.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.PostingState;

/** Up to four tasks side by side. */
class CompareSiteTest {
  private static final String QUICK = "board:quick";
  private static final String LONG = "board:long";
  private static final String DULL = "board:dull";
  private static final String OVER = "board:over";
  private static final String FULL = "board:full";

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  private final Person reader = new Person(fixture);

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture.add(
        List.of(
            task("quick", "12").timeRequired(Duration.ofMinutes(5)).totalJobOpenings(3).build(),
            task("long", "15").timeRequired(Duration.ofMinutes(40)).totalJobOpenings(90).build(),
            task("dull", null).qualifications(List.of(">98%", ">1000")).build(),
            task("over", "20").validThrough(TestPostings.NOW.minusSeconds(60)).build(),
            task("full", "12").totalJobOpenings(0).build()));
  }

  private static FlatPosting task(String id, String hourly) {
    FlatPosting task =
        FlatPosting.builder("board", "board", id)
            .title("The " + id + " one")
            .url("https://board.example/" + id)
            .hiringOrganization(new Organization("Maker of " + id, null, null))
            .occupationalCategory("survey")
            .applicantLocationRequirements(id.equals("long") ? List.of("US") : List.of("KE"))
            .firstSeen(TestPostings.NOW)
            .lastSeen(TestPostings.NOW)
            .state(PostingState.OPEN);
    if (hourly == null) return task;
    BigDecimal pay = new BigDecimal(hourly);
    return task.pay(
        new Pay("USD", pay, pay, pay, Pay.Basis.STATED, 1, null, List.of(), null, List.of()));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static String address(String... ids) {
    return "/compare?task=" + String.join("&task=", ids);
  }

  @Test
  void whoForgetsForgetsWhatSheCompares() {
    HttpResponse<String> answer =
        fixture.send("POST", "/me/forget", "Cookie", "compare=board:quick+board:long");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("compare=;").contains("Max-Age=0"));
  }

  @Test
  void theCookieIsReadableAsTheOtherOneIs() {
    HttpResponse<String> answer = fixture.form("/compare", "task=" + QUICK);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("compare=board:quick;"));
    assertThat(fixture.get("/compare", "Cookie", "compare=board%3Aquick+board:long").body())
        .contains("The quick one", "The long one");
  }

  private static List<String> row(Document page, String label) {
    Element row =
        page.select("tbody tr").stream()
            .filter(each -> each.selectFirst("th").text().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row " + label));
    return row.select("td").eachText();
  }

  private String put(String id) {
    HttpResponse<String> answer = reader.post("/compare", "task", id, "back", "q=one");
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void theBestOfEachFigureIsSaidInWords() {
    reader.cookies.put("me", "country:KE");
    Document page = reader.page(address(QUICK, LONG, DULL));

    assertThat(page.select("ol.plain > li > a").eachText())
        .containsExactly("The quick one", "The long one", "The dull one");
    assertThat(row(page, "Net pay an hour"))
        .containsExactly(
            "$12, as stated (1 statement)", "$15, as stated (1 statement) highest", "not known");
    assertThat(row(page, "Minutes"))
        .containsExactly("5 min, as stated shortest", "40 min, as stated", "not known");
    assertThat(row(page, "Places left")).containsExactly("3", "90 most", "not known");
    assertThat(row(page, "Open to you"))
        .containsExactly(
            "Yes. Open to Kenya.", "No. Open to United States.", "Yes. Open to Kenya.");
    assertThat(row(page, "You need"))
        .containsExactly("Not stated.", "Not stated.", "approval over 98 %, more than 1,000 done");
    assertThat(row(page, "Record")).allMatch("nobody has said anything here yet"::equals);
    assertThat(row(page, "Warnings")).containsExactly("none", "none", "none");
    assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
  }

  @Test
  void equalFiguresHaveNoBest() {
    assertThat(row(reader.page(address(QUICK, FULL)), "Net pay an hour"))
        .containsExactly("$12, as stated (1 statement)", "$12, as stated (1 statement)");
  }

  @Test
  void whatCanBeHadNoMoreOrIsNoTaskIsSaidToBeSo() {
    Document page = reader.page(address(OVER, FULL, "board:none"));
    assertThat(page.select("ol.plain > li .tag").eachText())
        .containsExactly("Past the last day", "Full");
    assertThat(page.select(".notice.bad").text()).isEqualTo("No task has this id: board:none");
    assertThat(reader.get("/compare?task=none").statusCode()).isEqualTo(404);
    assertThat(reader.page("/compare?task=%3Cb%3E").select(".notice.bad code").text())
        .isEqualTo("<b>");
    assertThat(
            reader.page(address(QUICK, LONG, DULL, OVER, FULL)).select(".notice[role=note]").text())
        .isEqualTo("At most four are compared; left out: " + FULL);
  }

  @Test
  void theyAreGatheredInACookieAndTakenOffAgain() {
    assertThat(reader.page("/compare").text()).contains("Nothing to compare yet.");
    assertThat(put(QUICK)).isEqualTo("/compare?task=board%3Aquick&back=q%3Done");
    String both = put(LONG);
    Document page = reader.page(both);
    assertThat(page.select("thead th")).hasSize(2);
    assertThat(page.selectFirst(".crumb a").attr("href")).isEqualTo("/?q=one");
    assertThat(reader.page("/compare").select("thead th")).as("by the cookie").hasSize(2);
    assertThat(reader.set.getLast()).contains("HttpOnly").doesNotContain("Max-Age");
    assertThat(reader.page("/tasks/" + QUICK).select(".actions a[href^=/compare]").attr("href"))
        .isEqualTo("/compare?task=board%3Aquick&task=board%3Along");

    put(DULL);
    put(OVER);
    Document full = reader.page(put(FULL));
    assertThat(full.select("[role=status]").text()).contains("the first had to go: The quick one");
    assertThat(full.select("thead th")).hasSize(4);
    HttpResponse<String> off =
        reader.post("/compare", "shown", LONG, "shown", DULL, "off", LONG, "back", "");
    assertThat(off.headers().firstValue("Location")).contains("/compare?task=board%3Adull");
    assertThat(reader.page("/compare").select("ol.plain > li > a").eachText())
        .containsExactly("The dull one");
  }

  @Test
  void whatIsNoTaskIsRefusedAndAnotherSiteCannotPutAnyThere() {
    assertThat(reader.post("/compare", "task", "none:1").statusCode()).isEqualTo(404);
    assertThat(reader.post("/compare").statusCode()).isEqualTo(404);
    Person lured = new Person(fixture).with("Sec-Fetch-Site", "cross-site");
    assertThat(lured.post("/compare", "task", QUICK).statusCode()).isEqualTo(403);
    reader.cookies.put("compare", "%ZZ+nonsense+" + "x".repeat(300));
    assertThat(reader.get("/compare").statusCode()).isEqualTo(200);
  }

  @Test
  void aPhoneWithoutScriptComparesFromTheListAndNeverScrollsSideways() {
    Chromium chromium = Chromium.start();
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(fixture.site.url())
                    .setViewportSize(320, 640)
                    .setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      for (String id : List.of("quick", "long")) {
        page.navigate("/?q=" + id);
        page.locator("li.row .fold summary").click();
        page.locator("li.row").getByText("Compare", exact()).click();
      }
      assertThat(page).hasURL(Pattern.compile("task=board%3Aquick&task=board%3Along"));
      assertThat(page.locator("tbody tr").first()).containsText("$15");
      int right =
          page.locator("tbody td").all().stream()
              .mapToInt(cell -> (int) (cell.boundingBox().x + cell.boundingBox().width))
              .max()
              .orElseThrow();
      assertThat(right).isLessThanOrEqualTo(320);
      page.getByLabel("Take off: The quick one").click();
      assertThat(page.locator("ol.plain > li")).hasCount(1);
    } finally {
      chromium.close();
    }
  }

  private static com.microsoft.playwright.Locator.GetByTextOptions exact() {
    return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
  }
}
