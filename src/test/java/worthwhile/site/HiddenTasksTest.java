package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;

/** Tasks that a reader hid are left out of her lists, and of nobody else's. */
class HiddenTasksTest {
  private static final String TASK = "shelf-tasks:task-3";
  private static final String TITLE = "Sort product names into categories, batch 3";

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  private final Person reader = new Person(fixture);

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static List<String> titles(Document page) {
    return page.select("li.row h3").eachText();
  }

  private static Posting twin(String source, String other) {
    return FlatPosting.of(TestPostings.plain(source.equals("kleinarbeit") ? 1 : 2))
        .title("Twinned towns")
        .duplicates(List.of(other + ":task-" + (source.equals("kleinarbeit") ? 2 : 1)))
        .build();
  }

  private static int total(Document page) {
    return Integer.parseInt(page.selectFirst("#status h2").text().split(" ")[0]);
  }

  private String hide(String id, String back) {
    HttpResponse<String> answer = reader.post("/me/hidden", "posting", id, "back", back);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aHiddenTaskIsLeftOutCountedShownAndPutBack() {
    String search = "/?q=product&size=100";
    Document before = reader.page(search);
    assertThat(titles(before)).contains(TITLE);
    Document after = reader.page(hide(TASK, "q=product&size=100").replace("#results", ""));
    assertThat(titles(after)).doesNotContain(TITLE).hasSize(titles(before).size() - 1);
    assertThat(total(after)).isEqualTo(total(before) - 1);
    assertThat(after.select(".notice[role=status]").text())
        .isEqualTo("Not shown any more: " + TITLE + " Undo");
    assertThat(after.select(".notice button[form=unhide]").attr("value")).isEqualTo(TASK);
    assertThat(after.select("#unhide input[name=back]").attr("value"))
        .isEqualTo("q=product&size=100");
    assertThat(after.select(".groups").text()).contains("1 hidden by you");

    Document all = reader.page(after.selectFirst(".groups a").attr("href"));
    assertThat(titles(all)).containsExactlyElementsOf(titles(before));
    assertThat(all.select("button[form=unhide]").eachAttr("value")).containsExactly(TASK);
    assertThat(all.selectFirst(".groups a").attr("href")).isEqualTo(search);
    assertThat(fixture.get(search).body()).as("nobody else's").contains(TITLE);
    assertThat(fixture.json("/api/v1/postings?q=product&size=100").path("total").asInt())
        .isGreaterThanOrEqualTo(total(before));

    Document me = reader.page("/me");
    assertThat(me.select("section[aria-labelledby=hidden] a").eachText()).containsExactly(TITLE);
    reader.post("/me/hidden", "posting", TASK, "hide", "no");
    assertThat(titles(reader.page(search))).contains(TITLE);
    assertThat(reader.page(search).select(".groups").text()).doesNotContain("hidden by you");
  }

  @Test
  void pagesStayFullAndACopyDoesNotTakeItsPlace() {
    Document first = reader.page("/");
    fixture.add(
        List.of(twin("kleinarbeit", "study-hall-feed"), twin("study-hall-feed", "kleinarbeit")));
    assertThat(reader.page("/?q=twinned").select("li.row")).isNotEmpty();
    hide(reader.page("/?q=twinned").selectFirst("button[form=hide]").attr("value"), "");
    assertThat(reader.page("/?q=twinned").select("li.row")).isEmpty();
    hide(first.selectFirst("button[form=hide]").attr("value"), "");
    assertThat(reader.page("/").select("li.row")).hasSize(20);
  }

  @Test
  void whatIsNoTaskIsRefusedAndAnotherSiteCannotHide() {
    assertThat(reader.post("/me/hidden", "posting", "none:1").statusCode()).isEqualTo(404);
    assertThat(reader.post("/me/hidden").statusCode()).isEqualTo(404);
    assertThat(reader.cookies).doesNotContainKey("me");
    Person lured = new Person(fixture).with("Sec-Fetch-Site", "cross-site");
    assertThat(lured.post("/me/hidden", "posting", TASK).statusCode()).isEqualTo(403);
    Document forged = Jsoup.parse(fixture.get("/?hidden=" + TASK).body());
    assertThat(forged.select(".notice[role=status]")).as("nothing is hidden").isEmpty();
    assertThat(titles(forged)).isNotEmpty();
  }

  @Test
  void whatIsRememberedBesideStays() {
    reader.get("/?country=IN");
    hide(TASK, "");
    reader.post("/me", "country", "IN", "floor", "150 KES");
    assertThat(reader.cookies.get("me")).isEqualTo("country:IN&floor:150-KES&hide:" + TASK);
    reader.post("/me/forget");
    assertThat(reader.page("/?size=100").text()).contains(TITLE);
  }
}
