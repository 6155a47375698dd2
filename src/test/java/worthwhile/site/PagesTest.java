package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

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
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Urls;

/** The pages, as they come over the wire. */
class PagesTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Document page(String path) {
    var answer = fixture.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    return Jsoup.parse(answer.body(), fixture.site.url() + path);
  }

  private static Element row(Document page, String title) {
    return page.select("li.row").stream()
        .filter(row -> row.selectFirst("h3").text().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void searchListsPostingsWithPayAndLinksBack() {
    Element row = row(page("/?q=breakfast&size=100"), "Survey about breakfast habits, batch 1");

    assertThat(row.selectFirst(".hero").text()).isEqualTo("$7.50/h");
    assertThat(row.selectFirst(".pay .basis").text()).isEqualTo("as stated, n = 2");
    assertThat(row.selectFirst(".line").text())
        .startsWith("6 min · $0.75 · 11 places · Kleinarbeit");
    assertThat(row.selectFirst(".fold .basis").text())
        .isEqualTo("$7.50/h ($6–$9.75) as stated, n = 2 statements");
    assertThat(row.select(".facts li").eachText())
        .containsExactly("$0.75 per task", "takes 6 min", "11 places", "Survey");
    assertThat(row.selectFirst(".by").text())
        .isEqualTo("Blue Otter Research · via Kleinarbeit ↗ · 4 h ago");
    Element source = row.selectFirst(".by a[href=https://kleinarbeit.example/tasks/1]");
    assertThat(source.attr("rel")).isEqualTo("noopener");
    assertThat(row.selectFirst("time").attr("title")).isEqualTo("23 Nov 2026, 08:00 UTC");
    assertThat(row.select("h3 mark").eachText()).containsExactly("breakfast");
  }

  @Test
  void payIsShownBesideTheReadersMinimumWage() {
    assertThat(page("/?q=breakfast").select(".pay").text()).doesNotContain("minimum wage");
    var answer = fixture.get("/?q=breakfast&size=100&floor=US-CA");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("me=floor:US-CA; Path=/")
        .contains("SameSite=Lax");
    Element row = row(Jsoup.parse(answer.body()), "Survey about breakfast habits, batch 1");
    assertThat(row.select(".pay.below").text()).contains("below floor");
    assertThat(row.select(".fold").text()).contains("below your minimum wage of $16.90");
    assertThat(row.select("svg.band[aria-hidden=true] .floor")).hasSize(1);
    Document task = page(row.selectFirst("h3 a").attr("href") + "&floor=US");
    assertThat(task.select(".taskhead .pay").text()).contains("around your minimum wage of $7.25");
    Document wrong = Jsoup.parse(fixture.get("/?floor=XX").body());
    assertThat(wrong.select("[role=alert]").text()).contains("floor = XX: allowed is none");
  }

  @Test
  void aCountryOutOfAllIsChosenOnAPageThatKeepsTheSearch() {
    assertThat(page("/?q=survey&country=KE").select("#country option[selected]").eachAttr("value"))
        .containsExactly("KE");
    Document page = page("/country?q=survey&max_minutes=15&platform=&page=2&country=");

    assertThat(page.select("#country option").size()).isGreaterThan(200);
    assertThat(page.select("main input[type=hidden]").eachAttr("name"))
        .containsExactly("q", "max_minutes");
  }

  @Test
  void everyFigureCanBeOpened() {
    Element row = row(page("/?q=breakfast&size=100"), "Survey about breakfast habits, batch 1");
    assertThat(row.selectFirst(".why h4").text()).isEqualTo("What this rests on");
    assertThat(row.select(".why li").eachText()).containsExactly("$0.75 for 6 minutes, as stated");
  }

  @Test
  void searchSaysWhatIsNotKnown() {
    Document page = page("/?size=100");

    assertThat(row(page, "Label photos of shop shelves, batch 0").selectFirst(".hero").text())
        .isEqualTo("Pay not stated");
    Element unknownTime = row(page, "Record ten sentences in your language, batch 4");
    assertThat(unknownTime.selectFirst(".hero").text()).isEqualTo("$1.50 per task");
    assertThat(unknownTime.selectFirst(".basis").text()).isEqualTo("per hour not known");
    assertThat(row(page, "Same work elsewhere").selectFirst(".also").text())
        .isEqualTo("also on Shelf Tasks");
    assertThat(page.select(".state").eachText())
        .containsExactlyInAnyOrder("not seen in the last crawl", "always open for applications");
  }

  @Test
  void facetsAreCheckboxesWithCounts() {
    Document page = page("/?platform=kleinarbeit");

    Element chosen = page.selectFirst("input[name=platform][value=kleinarbeit]");
    assertThat(chosen.hasAttr("checked")).isTrue();
    assertThat(page.select("input[name=platform]").eachAttr("value"))
        .containsExactlyInAnyOrder("kleinarbeit", "shelf-tasks", "study-hall");
    assertThat(chosen.parent().selectFirst(".n").text()).isEqualTo("19");
  }

  @Test
  void everyFilterIsAChipThatRemovesOnlyItself() {
    Document page =
        page("/?q=survey&min_hourly=5&platform=kleinarbeit&platform=shelf-tasks&exclude=ten");

    assertThat(page.select(".chips a[aria-label]").eachText())
        .containsExactly(
            "“survey” ×", "Kleinarbeit ×", "Shelf Tasks ×", "at least $5/h ×", "without “ten” ×");
    assertThat(page.selectFirst(".chips a[aria-label=Remove filter Kleinarbeit]").attr("href"))
        .isEqualTo("/?q=survey&platform=shelf-tasks&min_hourly=5&exclude=ten");
  }

  @Test
  void pagingKeepsTheFilters() {
    Document second = page("/?min_hourly=1&page=2");

    assertThat(second.selectFirst("a[rel=prev]").attr("href")).isEqualTo("/?min_hourly=1");
    assertThat(second.selectFirst("a[rel=next]").attr("href")).isEqualTo("/?min_hourly=1&page=3");
    assertThat(second.select("li.row")).hasSize(20);
    assertThat(page("/?page=40").selectFirst(".notice a").attr("href")).isEqualTo("/?page=3");
  }

  @Test
  void feedsOfTheVerySearchAreOffered() {
    Document page = page("/?q=survey&page=2");

    assertThat(page.select("link[rel=alternate]").eachAttr("href"))
        .containsExactly(
            "/api/v1/postings/feed.atom?q=survey&kind=micro-task",
            "/api/v1/postings/feed.json?q=survey&kind=micro-task");
  }

  @Test
  void badParametersKeepTheFormAndSayWhatIsAllowed() {
    var answer = fixture.get("/?q=survey&min_hourly=lots&country=Narnia&colour=red");
    Document page = Jsoup.parse(answer.body());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page.selectFirst("[role=alert]").text())
        .contains("min_hourly = lots: allowed is an amount in USD")
        .contains("country = Narnia")
        .contains("colour = red")
        .contains("posted_within");
    assertThat(page.selectFirst("#q").val()).isEqualTo("survey");
    assertThat(page.selectFirst("#min_hourly").val()).isEqualTo("lots");
    assertThat(page.selectFirst("#country option[selected]").val()).isEqualTo("Narnia");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min_hourly=2,50 | min_hourly=2.50",
        "min_hourly=%2410 | min_hourly=10",
        "min_hourly=1.234,50 | min_hourly=1234.50",
        "min_hourly=12,5+USD/h | min_hourly=12.5",
        "min_hourly=%D9%A1%D9%A2%D9%AB%D9%A5 | min_hourly=12.5",
        "max_minutes=1h+30 | max_minutes=90",
        "max_minutes=20+min | max_minutes=20",
        "min_reputation=0,7 | min_reputation=0.7"
      })
  void numbersAreReadAsPeopleTypeThem(String typed, String plain) {
    var answer = fixture.get("/?q=survey&" + typed);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/?q=survey&" + plain);
    assertThat(fixture.get("/?q=survey&" + plain).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"min_hourly=1,234", "min_hourly=10+EUR", "min_hourly=1e2", "max_minutes=soon"})
  void whatCouldBeAnotherNumberIsNotGuessed(String typed) {
    assertThat(fixture.get("/?q=survey&" + typed).statusCode()).isEqualTo(400);
  }

  @Test
  void anUnfilledFormLeadsToACleanAddress() {
    var answer = fixture.get("/?q=survey&min_hourly=&sort=&country=");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/?q=survey");
  }

  @Test
  void anEmptyResultSaysWhichFilterToDrop() {
    Document page = page("/?q=breakfast&platform=shelf-tasks");

    assertThat(page.selectFirst("h2").text()).isEqualTo("0 tasks");
    assertThat(page.select(".notice li").eachText())
        .containsExactly("without: “breakfast” (20 results)", "without: Shelf Tasks (10 results)");
  }

  @Test
  void aMisspelledWordIsMended() {
    Element link = page("/?q=brekfast").selectFirst(".suggestion a");

    assertThat(link.text()).isEqualTo("breakfast");
    assertThat(link.attr("href")).isEqualTo("/?q=breakfast");
  }

  @Test
  void aTaskPageTellsEverythingKnown() {
    Document page = page("/tasks/shelf-tasks:task-3");

    assertThat(page.selectFirst("h1").text())
        .isEqualTo("Sort product names into categories, batch 3");
    assertThat(page.selectFirst("a.button").attr("href"))
        .isEqualTo("https://shelf-tasks.example/tasks/3");
    assertThat(page.selectFirst("a.button").attr("rel")).isEqualTo("noopener");
    assertThat(page.select("section[aria-labelledby=rests]").text())
        .contains("$9.38 an hour")
        .contains("4 statements")
        .contains("$1.25 for 8 minutes, as stated");
    assertThat(page.select("section[aria-labelledby=history]").text()).contains("new");
    assertThat(page.select("section[aria-labelledby=others] a").eachAttr("href"))
        .contains("/tasks/shelf-tasks:task-15");
    assertThat(page.body().text()).contains("Tasks by Shelf Tasks, with a link back");
    var json =
        PostingJson.MAPPER.readTree(page.selectFirst("script[type=application/ld+json]").data());
    assertThat(json.path("@type").asString()).isEqualTo("JobPosting");
    assertThat(json.at("/baseSalary/value/value").decimalValue()).isEqualByComparingTo("1.25");
    assertThat(json.path("datePosted").asString()).isEqualTo("2026-11-23T02:00:00Z");
  }

  @Test
  void aClosedTaskStaysReadableWithTheReason() {
    Document page = page("/tasks/" + TestPostings.CLOSED);

    assertThat(page.selectFirst(".notice").text())
        .isEqualTo("closed: absent from two complete runs");
    assertThat(page.select("script[type=application/ld+json]")).isEmpty();
    assertThat(page.select(".history li").eachText().getFirst()).contains("closed");
  }

  @Test
  void idsOfAnyKindLeadToTheirPage() {
    Element link = row(page("/?q=street"), "Zürich street names").selectFirst("h3 a");
    assertThat(page(link.attr("href")).selectFirst("code").text()).isEqualTo(TestPostings.SLASHED);

    String raw = "/tasks/study-hall-feed:a/b%20c%3Fd=1&e=%252F%23%C3%BC";
    assertThat(page(raw).selectFirst("code").text()).isEqualTo(TestPostings.SLASHED);
    assertThat(page("/tasks/" + Urls.segment(TestPostings.HOSTILE)).selectFirst("code").text())
        .isEqualTo(TestPostings.HOSTILE);
  }

  @Test
  void whatIsNotThereIsSaidToBeSo() {
    for (String path : List.of("/tasks/none:1", "/platforms/none", "/nowhere", "/tasks/"))
      assertThat(fixture.get(path).statusCode()).as(path).isEqualTo(404);
    assertThat(fixture.get("/tasks/none:%3Cb%3E").body())
        .contains("No task has the id none:&lt;b&gt;.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?size=100",
        "/?q=malice",
        "/?q=%3Cscript%3Ealert(7)%3C/script%3E",
        "/?q=%22%3E%3Cscript%3Ealert(7)%3C/script%3E&platform=%22%3E%3Cimg%20src=x%20onerror=alert(8)%3E",
        "/?requester=%22%3E%3Cimg%20src=x%20onerror=alert(5)%3E",
        "/?exclude='%22%3E%3Cscript%3Ealert(9)%3C/script%3E",
        "/tasks/study-hall-feed:%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/platforms",
        "/platforms/study-hall",
        "/status"
      })
  void nothingThatPostingsOrReadersWriteBecomesMarkup(String path) {
    Document page = page(path);

    assertThat(page.select("script").stream().filter(s -> !s.hasAttr("src")))
        .allMatch(script -> script.attr("type").equals("application/ld+json"))
        .allMatch(script -> PostingJson.MAPPER.readTree(script.data()).isObject());
    assertThat(page.select("img, b, i, iframe, object")).isEmpty();
    assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(page.select("[href], [src]").stream().map(e -> e.attr("href") + e.attr("src")))
        .allMatch(url -> url.matches("(https?://|/|#|mailto:).*"));
  }

  @Test
  void platformsAndTheirCards() {
    assertThat(page("/platforms").select("tbody tr")).hasSize(5);
    Document card = page("/platforms/shelf-tasks");
    assertThat(card.body().text())
        .contains("Photos of shop shelves")
        .contains("Pays within three days. 1 Oct 2026, shelf-tasks.example")
        .contains("It opened. 2016, shelf-tasks.example")
        .contains("Looks like its address, but is not known to be: shelf-tasks-pay.example")
        .contains("service fee: 5 % of what you earn, at least $1")
        .contains("1 SHELF = $0.0125");
    assertThat(page("/platforms/kleinarbeit").select("dd .quiet").eachText())
        .containsOnly("not known");
  }

  @Test
  void formerNamesLeadToWhatBecameOfThem() {
    for (String name : List.of("Shelfie", "shelf-watch", "aisle%20eight", "Aisle-Eight"))
      assertThat(fixture.get("/platforms/" + name).headers().firstValue("Location"))
          .as(name)
          .hasValue("/platforms/shelf-tasks");
    assertThat(page("/platforms/shelf-tasks").select(".lineage").eachText())
        .containsExactly(
            "Tag Hunters Price Patrol (merged 1 May 2023) Shelf Watch (renamed 2019) Aisle Eight"
                + " (bought by Shelf Ltd Apr 2021) Shelf Tasks");
    Document merged = page("/platforms/price-patrol");
    assertThat(merged.select(".lineage a").eachAttr("href"))
        .containsExactly("/platforms/shelf-tasks");
    assertThat(merged.select(".notice").text())
        .isEqualTo(
            "Merged since 1 May 2023 Its walkers were moved. Its place was taken by Shelf Tasks.");
    assertThat(page("/platforms/pixel-mill").select(".notice.bad").text())
        .contains("Closed since 30 Sep 2026 Its owner ended it.")
        .contains("Such work is now offered at Shelf Tasks, Study <Hall> & Co.");
  }

  @Test
  void theComparisonIsNarrowedDownAndSortedByItsAddress() {
    assertThat(platforms("?kind=micro-task&kind=local&status=merged&status=closed&sort=name"))
        .containsExactly("Pixel Mill", "Price Patrol");
    assertThat(platforms("?q=AISLE eight".replace(" ", "%20"))).containsExactly("Shelf Tasks");
    assertThat(platforms("?open=true")).doesNotContain("Pixel Mill").contains("Shelf Tasks");
    assertThat(platforms("?sort=minimum")).startsWith("Shelf Tasks", "Price Patrol");
    assertThat(platforms("?sort=delay")).startsWith("Shelf Tasks", "Kleinarbeit");
    assertThat(platforms("?sort=status")).endsWith("Price Patrol", "Pixel Mill");
    Document sorted = page("/platforms?kind=micro-task&sort=delay");
    assertThat(sorted.select("th[aria-sort]").eachText()).containsExactly("Paid after");
    assertThat(sorted.select("thead a").eachAttr("href"))
        .contains("/platforms?kind=micro-task", "/platforms?kind=micro-task&sort=minimum");
    assertThat(
            page("/platforms?status=merged&status=closed")
                .select(".narrow option[selected], .narrow input[type=hidden]")
                .eachAttr("value"))
        .as("no filter is dropped when the form is sent again")
        .containsExactlyInAnyOrder("closed", "merged");
    assertThat(fixture.get("/platforms?q=&kind=local&status=").headers().firstValue("Location"))
        .hasValue("/platforms?kind=local");
    var refused = fixture.get("/platforms?kind=micro&colour=red&sort=best");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(refused.body()).select(".notice.bad").text())
        .contains("kind = micro: allowed is micro-task, research")
        .contains("colour")
        .contains("sort = best: allowed is open, pay, name");
  }

  private List<String> platforms(String query) {
    return page("/platforms" + query).select("tbody th").eachText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aisle eight | Aisle Eight is now Shelf Tasks. | /platforms/shelf-tasks",
        "AISLEEIGHT jobs | Aisle Eight is now Shelf Tasks. | /platforms/shelf-tasks",
        "tasks like pixmil | Pixel Mill closed on 30 Sep 2026. Its owner ended it. | /platforms/pixel-mill",
        "work of pixel-mill in spring | Such work is now offered at Shelf Tasks | /platforms/study-hall",
        "tag hunters | Tag Hunters was merged into Shelf Tasks on 1 May 2023. | /platforms/price-patrol",
        "kleinarbeit | Kleinarbeit Waiting list | /platforms/kleinarbeit",
        "Shelf Tasks | open tasks of Shelf Tasks | /platforms/shelf-tasks"
      })
  void aSearchForAPlatformLeadsToItsCard(String q, String says, String link) {
    Element box = page("/?q=" + q.replace(" ", "+")).selectFirst(".named");
    assertThat(box.text()).contains(says);
    assertThat(box.select("a").eachAttr("href")).contains(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"survey", "photos for kleinarbeit and others", "patrol", "tag", "mill"})
  void ordinaryWordsNameNoPlatform(String q) {
    assertThat(page("/?q=" + q.replace(" ", "+")).select(".named")).isEmpty();
  }

  @Test
  void statusTellsHowEverySourceFares() {
    Document page = page("/status");

    assertThat(page.select(".notice.bad")).isEmpty();
    assertThat(page.select("#announced + ul").text())
        .contains("study-hall: Study Hall will close on 3 May 2027. study-hall.example");
    assertThat(page("/platforms/study-hall").select(".notice q").eachText())
        .containsExactly("Study Hall will close on 3 May 2027.");
    assertThat(page.select("table")).as("a phone has no room for one").isEmpty();
    assertThat(page.select(".care").eachText())
        .singleElement()
        .asString()
        .startsWith("Kleinarbeit kleinarbeit Suspended answered 403 <b>three</b> times");
    assertThat(page.select(".care .mend").text())
        .as("what mends it, for who runs it")
        .startsWith("Open its page yourself. If it wants no visits, pause it;");
    assertThat(page.select("details:not([open]):has(#fine) li").eachText())
        .anyMatch(
            row -> row.startsWith("Shelf Tasks shelf-tasks Ok") && row.contains("10 min ago"));
    assertThat(page.select("a[href=/operate]")).as("who sits at the machine runs it").hasSize(1);
    assertThat(page.text()).contains("European Central Bank of 2 Sep");
  }

  @Test
  void theCrawlerIntroducesItself() {
    assertThat(page("/about/crawler").text())
        .contains("Worthwhile/1.2.3 (+http://127.0.0.1:")
        .containsPattern("User-agent: worthwhile\\sDisallow: /")
        .contains("personal instance");
  }

  @Test
  void pagesAreLightAndAskNobodyElse() {
    var answer = fixture.get("/?size=20");
    Document page = Jsoup.parse(answer.body());
    int weight = answer.body().getBytes(StandardCharsets.UTF_8).length;
    for (Element file : page.select("link[rel=stylesheet], script[src]")) {
      var part = fixture.get(file.attr("href") + file.attr("src"));
      assertThat(part.statusCode()).isEqualTo(200);
      assertThat(part.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      weight += part.body().length();
    }
    assertThat(weight).isLessThan(100_000);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }
}
