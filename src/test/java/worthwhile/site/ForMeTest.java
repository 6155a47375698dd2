package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;

/** What a reader tells of herself orders, leaves out and explains; and nothing else does. */
class ForMeTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture.add(
        List.of(
            task("german", 1).language("de").build(),
            task("spoken", 2).language(null).build(),
            task("filmed", 4).devices(List.of("desktop", "webcam")).build(),
            task("called", 7).devices(List.of("phone")).build(),
            task("plain", 8).build(),
            task("unpaid", 5).build(),
            task("fresh", 11).firstSeen(TestPostings.NOW.minus(Duration.ofMinutes(20))).build()));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  /** Of an hour ago, but for what a test says. */
  private static FlatPosting task(String title, int number) {
    return FlatPosting.of(TestPostings.plain(number))
        .title("Sorting " + title)
        .applicantLocationRequirements(List.of())
        .firstSeen(TestPostings.NOW.minus(Duration.ofHours(9)));
  }

  private static Document page(String path, String cookie) {
    return Jsoup.parse(fixture.get(path, "Cookie", cookie).body());
  }

  private static List<String> titles(Document page) {
    return page.select("li.row h3").eachText();
  }

  private static String row(Document page, String title) {
    return page.select("li.row").stream()
        .filter(row -> row.text().contains(title))
        .findFirst()
        .orElseThrow()
        .select(".weighed")
        .text();
  }

  @Test
  void otherLanguagesAreLeftOutCountedAndOneTapAway() {
    Document page = page("/", "me=language:en+sw");
    assertThat(titles(page)).doesNotContain("Sorting german").contains("Sorting spoken");
    assertThat(page.select(".remembered").text()).startsWith("English, Swahili");
    assertThat(page.select(".groups a").eachText()).contains("1 in other languages");
    assertThat(page.select(".chips")).isEmpty();
    String all = page.select(".groups a:contains(languages)").attr("href");
    assertThat(all).isEqualTo("/?language=any");
    Document wide = page(all, "me=language:en+sw");
    assertThat(titles(wide)).hasSize(7);
    assertThat(row(wide, "german")).contains("in German");
    assertThat(titles(wide).subList(0, 4)).doesNotContain("Sorting german");
    assertThat(titles(page("/?language=de", "me=language:en")))
        .as("the address wins")
        .contains("Sorting german")
        .doesNotContain("Sorting plain");
    assertThat(page("/?language=any&language=de", "me=language:en").select(".chips a").text())
        .isEqualTo("in German ×");
  }

  @Test
  void whatIsDoneWithOtherDevicesIsCountedAndWhatLacksOneIsSaid() {
    Document phone = page("/", "me=device:phone");
    assertThat(titles(phone)).contains("Sorting called").doesNotContain("Sorting filmed");
    assertThat(phone.select(".groups a").eachText()).contains("1 for other devices");
    Document desk = page("/", "me=device:desktop");
    assertThat(row(desk, "filmed")).contains("needs webcam");
    assertThat(desk.select("input[type=hidden][name=device]").eachAttr("value"))
        .as("a form in which nothing is ticked asks for all")
        .containsExactly("any");
  }

  @Test
  void platformsAndMinutesOrderAndAreSaid() {
    Document page = page("/", "me=minutes:10&platform:study-hall");
    assertThat(titles(page)).hasSize(7);
    assertThat(row(page, "called")).contains("you are not on Kleinarbeit", "longer than your 10");
    assertThat(row(page, "plain")).doesNotContain("you are not on");
    assertThat(page.select(".remembered").text()).contains("10 min free", "on Study");
    assertThat(titles(page).getLast()).as("its pay is not known").isEqualTo("Sorting unpaid");
    assertThat(page("/", "x=y").select(".weighed").text()).doesNotContain("you are not");
  }

  @Test
  void theOrderIsExplainedAndSameForAllPages() {
    Document page = page("/", "x=y");
    assertThat(page.select(".orders summary").text()).contains("best for you");
    assertThat(page.select(".orders p a").attr("href")).isEqualTo("/about/pay#order");
    assertThat(page.select("li.row").first().select(".fold").text())
        .containsPattern("\\$[0-9.]+/h × 0\\.[0-9]+ chance \\(unpaid time 0\\.75, ");
    List<String> paged = new ArrayList<>();
    for (int i = 1; i <= 7; i++) paged.addAll(titles(page("/?size=1&page=" + i, "x=y")));
    assertThat(paged).containsExactlyElementsOf(titles(page));
    assertThat(fixture.get("/about/pay").body()).contains("id=\"order\"");
    assertThat(fixture.json("/api/v1/postings?sort=best").at("/items").findValuesAsString("title"))
        .containsExactlyElementsOf(titles(page));
  }

  @Test
  void theFirstVisitAsksOnceAndProposesTheOfficialFloor() {
    Document first = Jsoup.parse(fixture.get("/?q=sorting", "Accept-Language", "en-KE,sw").body());
    assertThat(first.selectFirst("#me-country").val()).isEqualTo("Kenya");
    assertThat(first.selectFirst("#me-language").val()).isEqualTo("English, Swahili");
    assertThat(first.selectFirst("#me-floor").attr("placeholder")).matches("[0-9.,]+ KES");
    assertThat(
            Jsoup.parse(fixture.get("/", "Accept-Language", "en-US").body())
                .selectFirst("#me-country")
                .val())
        .as("what browsers say all over the world is no country")
        .isEmpty();
    Person reader = new Person(fixture);
    var kept =
        reader.post(
            "/me",
            "brief",
            "yes",
            "back",
            "q=sorting",
            "country",
            "kenya",
            "language",
            "English, Kiswahili",
            "floor",
            "",
            "minutes",
            "30");
    assertThat(kept.headers().firstValue("Location")).hasValue("/?q=sorting");
    assertThat(reader.cookies.get("me")).isEqualTo("country:KE&language:en+sw&floor:KE&minutes:30");
    Document page = reader.page("/");
    assertThat(page.select(".remembered").text())
        .matches("Kenya · English, Swahili · ≥ .*/h · 30 min free edit .*");
    assertThat(reader.page("/minutes").selectFirst("input[name=free]").val()).isEqualTo("30");
    reader.post("/me", "brief", "yes", "country", "KE", "floor", "200");
    assertThat(reader.cookies.get("me"))
        .as("what is left empty is forgotten")
        .isEqualTo("country:KE&floor:200-KES");
    assertThat(page.select(".remembered a[href$=#forget]").text()).isEqualTo("forget me");
    var wrong = reader.post("/me", "country", "Narnia", "language", "Elvish", "minutes", "900");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text())
        .contains("NARNIA", "Elvish", "900");
  }

  @Test
  void whatIsNewSinceTheVisitBeforeIsCountedLinkedAndMarked() {
    String me = "me=country:US; visit=";
    Instant now = TestPostings.NOW;
    String before = me + "last:2026-11-23T11:25Z";
    Document page = page("/", before);
    assertThat(page.select(".news").text()).isEqualTo("1 new since 35 min ago");
    assertThat(row(page, "fresh")).contains("new");
    assertThat(row(page, "plain")).doesNotContain("new");
    String address = page.select(".news a").attr("href");
    assertThat(address).isEqualTo("/?country=US&new_since=2026-11-23T11%3A25Z");
    Document news = page(address, before);
    assertThat(titles(news)).containsExactly("Sorting fresh");
    assertThat(news.select(".news")).isEmpty();
    assertThat(news.select(".chips a").attr("href")).isEqualTo("/?country=US");
    assertThat(fixture.get("/", "Cookie", before).headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie -> cookie.startsWith("visit=last:2026-11-23T12:00Z&since:2026-11-23T11:25Z; "));
    String going = me + "last:2026-11-23T11:40Z&since:2026-11-23T11:50Z";
    assertThat(page("/", going).select(".news")).as("the visit goes on").isEmpty();
    for (String odd : List.of("last:2027-01-01T00:00Z", "last:soon&since:%00", "x".repeat(200)))
      assertThat(page("/", me + odd).select(".news")).as(odd).isEmpty();
    assertThat(fixture.get("/?new_since=" + now).statusCode()).isEqualTo(400);
    assertThat(fixture.get("/").headers().allValues("Set-Cookie"))
        .as("who has told nothing gets no cookie")
        .isEmpty();
  }

  @Test
  void programsGoByNothingOfIt() {
    String cookie = "me=language:de&device:phone&minutes:5&platform:study-hall";
    for (String path : List.of("/api/v1/postings?sort=best", "/api/v1/postings/feed.json"))
      assertThat(fixture.get(path, "Cookie", cookie).body().replaceAll("\"took_ms\":[0-9.]+", ""))
          .isEqualTo(fixture.get(path).body().replaceAll("\"took_ms\":[0-9.]+", ""));
    assertThat(fixture.json("/api/v1/postings?language=de").path("total").asInt()).isEqualTo(2);
    assertThat(fixture.get("/api/v1/postings?language=german").statusCode()).isEqualTo(400);
  }
}
