package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.site.http.SiteSettings;

/** Every page, feed and call shows the same pay, and puts what leaves more above what pays more. */
class NetPayTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder, SiteSettings.local("1"));
    fixture.add(
        List.of(
            posting("dear", "Switching contracts", "16.00", "-7.00", "-1.00"),
            posting("fair", "Choosing a book", "11.50", "-0.62", "-1.88"),
            posting("bare", "Counting birds", "10.00", "0.00", "0.00")));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Posting posting(String id, String title, String gross, String fee, String unpaid) {
    BigDecimal median = new BigDecimal(gross);
    Pay pay =
        new Pay(
            "USD",
            median.multiply(new BigDecimal("0.50")),
            median,
            median.multiply(new BigDecimal("2.00")),
            Pay.Basis.STATED,
            1,
            TestPostings.NOW,
            List.of(),
            null,
            List.of());
    List<Pay.Line> lines =
        List.of(line("platform-fee", fee, true), line("screen-outs", unpaid, false));
    return FlatPosting.builder("board", "kleinarbeit", id)
        .title(title)
        .hiringOrganization(new Organization("Field Lab", "lab", null))
        .state(PostingState.OPEN)
        .datePosted(TestPostings.NOW)
        .firstSeen(TestPostings.NOW)
        .pay(gross.equals("10.00") ? pay : pay.less(lines))
        .build();
  }

  private static Pay.Line line(String code, String amount, boolean certain) {
    return new Pay.Line(
        code,
        new BigDecimal(amount),
        certain,
        false,
        List.of(Reason.stated("It is so.").with("name", "fee")));
  }

  private static Document page(String path) {
    return Jsoup.parse(fixture.get(path).body());
  }

  @Test
  void whatLeavesMoreStandsFirstInListCallAndFeed() {
    assertThat(page("/?sort=hourly").select("li.row h3").eachText())
        .containsExactly("Choosing a book", "Counting birds", "Switching contracts");
    assertThat(fixture.json("/api/v1/postings?sort=hourly").at("/items").findValuesAsString("net"))
        .containsExactly("10.88", "10.00", "9.00");
    assertThat(
            fixture
                .json("/api/v1/postings/feed.json?sort=hourly")
                .at("/items")
                .findValuesAsString("content_text"))
        .satisfiesExactly(
            first -> assertThat(first).contains("$10.88/h"),
            second -> assertThat(second).contains("$10/h"),
            third -> assertThat(third).contains("$9/h"));
  }

  @Test
  void theLeastPayAskedForIsWhatIsLeft() {
    assertThat(fixture.json("/api/v1/postings?min_hourly=9.01").path("total").asInt()).isEqualTo(2);
    assertThat(fixture.json("/api/v1/postings?min_hourly=9").path("total").asInt()).isEqualTo(3);
  }

  @Test
  void everyPageShowsTheSameFigure() {
    Document list = page("/?q=switching");
    assertThat(list.selectFirst("li.row .hero").text()).isEqualTo("$9/h");
    assertThat(list.selectFirst("li.row .fold .basis").text())
        .startsWith("$9/h ($4.50–$18) as stated");
    assertThat(list.selectFirst("li.row .left").text()).isEqualTo("≈ $8 with unpaid time");
    Document task = page("/tasks/board:dear");
    assertThat(task.selectFirst(".taskhead .hero").text()).isEqualTo("$9/h");
    assertThat(task.selectFirst("#rests").parent().text()).contains("$9 an hour");
    assertThat(page("/tasks/board:fair").select("#others + ul li").eachText())
        .anyMatch(line -> line.startsWith("Switching contracts $9/h"));
    assertThat(page("/requesters/kleinarbeit:lab").select("#open + ul li").eachText())
        .anyMatch(line -> line.startsWith("Switching contracts $9/h"))
        .anyMatch(line -> line.startsWith("Counting birds $10/h"));
    assertThat(fixture.json("/api/v1/postings/feed.json?q=switching").at("/items/0").toString())
        .contains("about $9/h as stated, about $8 after unpaid time");
  }

  @Test
  void theFloorIsHeldAgainstWhatIsLeft() {
    // 7.25 USD: gross the whole interval of 8 to 32 would lie above it.
    assertThat(page("/?floor=US&q=switching").selectFirst("li.row").text())
        .contains("around your minimum wage");
  }
}
