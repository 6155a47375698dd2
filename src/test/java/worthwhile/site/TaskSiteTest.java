package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;

/** What the page of a task says beside the posting's own words. */
class TaskSiteTest {
  private static final String TASK = "/tasks/shop:task";

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  private final Person reader = new Person(fixture);

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    Posting task =
        task("task", "10")
            .pay(pay("10", Pay.Basis.REPORTED).less(List.of(fee(), unpaid())))
            .baseSalary(reward("0.90"))
            .language("en")
            .qualifications(List.of(">98%", ">= 500 HITs", "Lives near a shop"))
            .devices(List.of("phone", "tablet", "camera"))
            .applicantLocationRequirements(List.of("KE", "UG"))
            .build();
    fixture.add(
        List.of(
            task,
            task("kenya", "14").applicantLocationRequirements(List.of("KE")).build(),
            task("silent", "15").applicantLocationRequirements(List.of()).build(),
            task("worse", "4").build(),
            task("abroad", "30").applicantLocationRequirements(List.of("US")).build(),
            task("hidden", "31").build(),
            task("blocked", "32")
                .hiringOrganization(new Organization("Paper Crane", "crane", null))
                .build(),
            task("risky", "33").warned(new BigDecimal("0.9"), List.of(danger())).build(),
            task("ended", "34").validThrough(TestPostings.NOW.minusSeconds(60)).build(),
            task("full", "35").totalJobOpenings(0).build(),
            task("guessed", "36").pay(pay("36", Pay.Basis.SIMILAR)).build(),
            task("other-work", "37").occupationalCategory("translation").build()));
    Posting raised = FlatPosting.of(task).baseSalary(reward("1.20")).build();
    fixture.apply(List.of(new Change.Changed(raised, task, Set.of("baseSalary", "title"))));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static FlatPosting task(String id, String hourly) {
    return FlatPosting.builder("shop", "shelf-tasks", id)
        .title("Photos of shelves, " + id)
        .url("https://shelf-tasks.example/" + id)
        .hiringOrganization(new Organization("Shelf Lab", "lab-" + id, null))
        .occupationalCategory("media-collection")
        .pay(pay(hourly, Pay.Basis.STATED))
        .timeRequired(Duration.ofMinutes(6))
        .firstSeen(Instant.parse("2026-11-12T08:00:00Z"))
        .lastSeen(TestPostings.NOW.minus(Duration.ofMinutes(4)))
        .state(PostingState.OPEN);
  }

  private static Pay pay(String hourly, Pay.Basis basis) {
    BigDecimal pay = new BigDecimal(hourly);
    List<Reason> evidence =
        List.of(
            Reason.of("reports")
                .with("workers", 8)
                .with("measured", false)
                .with("least", Duration.ofMinutes(4))
                .with("middle", Duration.ofMinutes(6))
                .with("most", Duration.ofMinutes(9)));
    return new Pay("USD", pay, pay, pay, basis, 8, TestPostings.NOW, evidence, null, List.of());
  }

  private static Pay.Line fee() {
    Reason why = Reason.stated("It is so.").with("name", "fee");
    return new Pay.Line("platform-fee", new BigDecimal("-2.00"), true, false, List.of(why));
  }

  private static Pay.Line unpaid() {
    return new Pay.Line("search", new BigDecimal("-3.00"), false, true, List.of());
  }

  private static MonetaryAmount reward(String amount) {
    return MonetaryAmount.of("USD", new BigDecimal(amount), UnitText.TASK);
  }

  private static Warning danger() {
    return new Warning(
        "asks-for-fee", Warning.Severity.DANGER, null, Warning.By.RULE, null, Map.of());
  }

  private static List<String> better(Document page) {
    return page.select("section[aria-labelledby=better] li a").eachText();
  }

  @Test
  void theHeadDrawsWhereAnHoursPayGoesAndSaysTheSame() {
    Document page = reader.page(TASK);
    assertThat(page.selectFirst(".taskhead .hero").text()).isEqualTo("$8/h");
    assertThat(page.select(".goes rect").eachAttr("width")).containsExactly("150", "60", "90");
    assertThat(page.select(".goes rect").eachAttr("x")).containsExactly("0", "150", "210");
    assertThat(page.select(".goes p").text())
        .isEqualTo(
            "Of $10 an hour, $2 goes in fees and about $3 in unpaid time and lost work (general"
                + " figures, nothing of this task); $5 is left.");
    assertThat(page.select(".taskhead .facts li").eachText())
        .containsExactly(
            "reward: the source states it",
            "time: told by 8 workers",
            "taken off: partly known, partly general figures");
    assertThat(page.select("[style]")).isEmpty();
    assertThat(reader.page("/tasks/shop:worse").select(".goes"))
        .as("nothing is taken off")
        .isEmpty();
  }

  @Test
  void canISaysWhatIsStatedAndGoesByWhatSheTold() {
    Document page = reader.page(TASK);
    assertThat(page.select(".can li").eachText())
        .containsExactly(
            "Country Open to Kenya, Uganda.",
            "Language It is written in English.",
            "Device a phone or a tablet; a webcam",
            "You need approval over 98 %",
            "You need at least 500 done",
            "You need Lives near a shop");
    assertThat(page.select("#can ~ p a").attr("href")).isEqualTo("/me");
    reader.cookies.put("me", "country:KE");
    Document mine = reader.page(TASK);
    assertThat(mine.select(".can li").first().text())
        .isEqualTo("Country Yes. Open to Kenya, Uganda.");
    assertThat(mine.select("#can ~ p")).isEmpty();
    reader.cookies.put("me", "country:DE");
    assertThat(reader.page(TASK).select(".can li").first().text())
        .isEqualTo("Country No. Open to Kenya, Uganda.");
    assertThat(reader.page("/tasks/shop:silent").select(".can li").eachText())
        .containsExactly("Country Not stated.", "Device Not stated.", "You need Not stated.");
  }

  @Test
  void whenItIsPaidComesFromThePlatformsCard() {
    String all = reader.page(TASK).select("section[aria-labelledby=when]").text();
    assertThat(all)
        .contains("By the platform: after 3 days.")
        .contains("Paid out from $5.")
        .contains("Bank transfer (United Kingdom, Kenya), from $5, within 3 days 15 Jan 2026");
    reader.cookies.put("me", "country:DE");
    assertThat(reader.page(TASK).select("section[aria-labelledby=when]").text())
        .as("not offered there")
        .doesNotContain("Bank transfer");
  }

  @Test
  void reportsOpenTheRightFormWithItsChoiceMade() {
    Document page = reader.page(TASK);
    List<String> links = page.select(".reports a").eachAttr("href");
    assertThat(page.select(".reports a").eachText())
        .containsExactly("not paid", "rejected", "asked for money", "something else");
    assertThat(chosen(links.get(0))).isEqualTo("non-payment");
    assertThat(reader.page(links.get(1)).select("input[name=outcome][checked]").attr("value"))
        .isEqualTo("rejected");
    assertThat(chosen(links.get(2))).isEqualTo("fee-asked");
    assertThat(chosen(links.get(3))).isEmpty();
  }

  private String chosen(String form) {
    Document page = reader.page(form);
    assertThat(page.select("input[name=about]").attr("value")).isEqualTo("posting:shop:task");
    return page.select("#kind option[selected]").attr("value");
  }

  @Test
  void itsHistoryIsASentence() {
    assertThat(reader.page(TASK).select("section[aria-labelledby=history] > p").text())
        .isEqualTo("First seen 12 Nov 2026, pay raised once, last seen open 4 min ago.");
  }

  @Test
  void betterPaidTasksAreOpenHersAndMoreThanAGuess() {
    reader.cookies.put("me", "country:KE&block:shelf-tasks:crane&hide:shop:hidden");
    assertThat(better(reader.page(TASK)))
        .as("those that name her country first")
        .containsExactly("Photos of shelves, kenya", "Photos of shelves, silent");
    assertThat(reader.page(TASK).select("section[aria-labelledby=better] li").first().text())
        .contains("$14/h as stated (8 statements) · 6 min · Shelf Tasks · Country: Yes.");
    reader.cookies.clear();
    assertThat(better(reader.page(TASK)))
        .containsExactly(
            "Photos of shelves, blocked", "Photos of shelves, hidden", "Photos of shelves, abroad");
    assertThat(reader.page("/tasks/shop:other-work").select("#better")).isEmpty();
  }

  @Test
  void notForMeLeadsBackToTheSearchAndCanBeTakenBack() {
    Element form = button(reader.page(TASK + "?back=q%3Dshelves"), "Not for me");
    assertThat(reader.post("/me/hidden", fields(form)).headers().firstValue("Location"))
        .contains("/?q=shelves&hidden=shop%3Atask#results");
    Element again = button(reader.page(TASK), "Show it again");
    reader.post("/me/hidden", fields(again));
    assertThat(reader.cookies).doesNotContainKey("me");
  }

  private static Element button(Document page, String text) {
    return page.select("button").stream()
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .closest("form");
  }

  private static String[] fields(Element form) {
    return form.select("input").stream()
        .flatMap(input -> java.util.stream.Stream.of(input.attr("name"), input.attr("value")))
        .toArray(String[]::new);
  }
}
