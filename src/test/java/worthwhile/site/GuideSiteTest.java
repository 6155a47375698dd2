package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.site.guide.Article;
import worthwhile.site.guide.GuideRoutes;
import worthwhile.source.Fee;

/** The guide and the pages about the site: words, links, and figures from the index. */
class GuideSiteTest {
  @TempDir private static Path folder;
  private static SiteFixture filled;

  @BeforeAll
  static void start() {
    filled = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    filled.close();
  }

  private static Document page(SiteFixture fixture, String path, String... headers) {
    var answer = fixture.get(path, headers);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body(), fixture.site.url() + path);
  }

  private static List<String> figures(SiteFixture fixture, Article article, String... headers) {
    return page(fixture, article.path(), headers).select("section.card ul li").eachText();
  }

  @ParameterizedTest
  @EnumSource
  void anArticleIsShortAndLeadsToWhatIsOpen(Article article) {
    Document page = page(filled, article.path());
    assertThat(page.title()).startsWith(article.title());
    assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(article.lead());
    assertThat(page.select("meta[name=robots]")).isEmpty();
    assertThat(page.select("section.card ul li a")).isNotEmpty();
    page.select("section.card").remove();
    assertThat(page.select("article").text().split(" ")).hasSizeBetween(250, 600);
    assertThat(page(filled, "/guide").select("main a[href=" + article.path() + "]")).hasSize(1);
  }

  @Test
  void whatIsNoArticleIsMissing() {
    assertThat(filled.get("/guide/nowhere").statusCode()).isEqualTo(404);
    assertThat(filled.get("/about/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void noLinkOfThesePagesLeadsNowhere() {
    Set<String> links = new TreeSet<>();
    for (String path : GuideRoutes.PATHS)
      page(filled, path)
          .select("main a[href], footer a[href]")
          .forEach(a -> links.add(a.attr("href")));
    assertThat(links).hasSizeGreaterThan(40);
    for (String link : links) {
      if (!link.startsWith("/")) {
        assertThat(link).startsWith("https://");
        continue;
      }
      String[] parts = link.split("#", 2);
      var answer = filled.get(parts[0]);
      // On a personal instance nobody signs in: that page leads to the account.
      if (answer.statusCode() == 303)
        answer = filled.get(answer.headers().firstValue("Location").orElseThrow());
      assertThat(answer.statusCode()).as(link).isEqualTo(200);
      if (parts.length == 2)
        assertThat(Jsoup.parse(answer.body()).getElementById(parts[1])).as(link).isNotNull();
    }
  }

  @Test
  void aFigureIsTheOneOfTheSearchBehindIt() {
    for (Article article : Article.values())
      for (var line : page(filled, article.path()).select("section.card ul li")) {
        Document search = page(filled, line.selectFirst("a").attr("href"));
        String found = search.select("#status").text();
        String open = line.text().replaceFirst(".*: (none|[0-9,]+) (is|are) open here now.*", "$1");
        if (!open.equals("none")) assertThat(found).as(line.text()).startsWith(open + " ");
      }
  }

  private static FlatPosting unpriced(String id) {
    return FlatPosting.builder("kleinarbeit", "kleinarbeit", id)
        .url("https://kleinarbeit.example/tasks/" + id)
        .title("Survey about " + id)
        .occupationalCategory("survey")
        .timeRequired(Duration.ofMinutes(10))
        .datePosted(TestPostings.NOW)
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN);
  }

  private static Posting survey(String id, String hourly) {
    BigDecimal pay = new BigDecimal(hourly);
    return unpriced(id)
        .baseSalary(
            MonetaryAmount.of(
                "USD", pay.divide(BigDecimal.valueOf(6), 2, RoundingMode.HALF_UP), UnitText.TASK))
        .pay(new Pay("USD", pay, pay, pay, Pay.Basis.STATED, 1, null, List.of(), null, List.of()))
        .build();
  }

  @Test
  void figuresChangeWithTheIndexAndSayWhatIsNotKnown(@TempDir Path other) {
    try (SiteFixture fixture = SiteFixture.empty(other)) {
      Article article = Article.PAYOUT;
      assertThat(figures(fixture, article)).isEmpty();
      assertThat(page(fixture, article.path()).select("section.card").text())
          .contains("Nothing can be counted here at present");
      assertThat(page(fixture, Article.TRADES.path()).select(".trades").text())
          .contains("Translation")
          .doesNotContain("(");

      fixture.add(List.of(unpriced("a").build()));
      assertThat(figures(fixture, article))
          .containsExactly(
              "Surveys of at most 15 minutes: 1 is open here now; nobody can say what an hour of"
                  + " it pays.");
      fixture.add(List.of(survey("b", "9.60"), survey("c", "13")));
      assertThat(figures(fixture, article))
          .containsExactly(
              "Surveys of at most 15 minutes: 3 are open here now; the pay per hour is known of 2,"
                  + " and the best of those leaves $13 an hour after fees.");
      assertThat(page(fixture, Article.TRADES.path()).select(".trades").text())
          .contains("Survey (3)")
          .contains("Translation (0)");
    }
  }

  @Test
  void figuresAreThoseOfTheReadersCountry() {
    List<String> everywhere = figures(filled, Article.WHAT_IT_PAYS);
    Document here = page(filled, Article.WHAT_IT_PAYS.path(), "Cookie", "me=country:US");
    assertThat(here.select("section.card").text()).contains("Counted for United States");
    assertThat(here.select("section.card ul li").eachText()).isNotEqualTo(everywhere);
  }

  @Test
  void theExampleOfPayIsWhatTheProgramWorksOut() {
    Fee fee =
        new Fee(
            "service fee",
            Fee.On.EARNINGS,
            Optional.empty(),
            BigDecimal.valueOf(5),
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "USD",
            TestPostings.NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
            "",
            Optional.empty());
    JobPosting task =
        JobPosting.builder("example", "example", "1")
            .title("Sort forty product names")
            .baseSalary(MonetaryAmount.of("GBP", new BigDecimal("2.00"), UnitText.TASK))
            .timeRequired(Duration.ofMinutes(10))
            .build();
    Rates rates = Rates.shipped();
    Pay stated = HourlyPay.at(rates, _ -> Fees.of(List.of(fee))).of(task, List.of()).orElseThrow();

    Document page = page(filled, "/about/pay");
    List<String> figures = page.select(".figured dd").eachText();
    assertThat(figures.getFirst())
        .startsWith("$" + stated.net() + " net")
        .contains("as stated, n = 1 statement")
        .endsWith("$" + stated.median());
    assertThat(figures)
        .extracting(
            row ->
                row.replaceFirst(
                    ".*(as stated|measured by the platform|reported by workers).*", "$1"))
        .containsExactly("as stated", "measured by the platform", "reported by workers");
    var sum = page.select("table.lines tr td").eachText();
    assertThat(
            sum.subList(0, sum.size() - 1).stream()
                .filter(amount -> amount.startsWith("−") || amount.equals(sum.getFirst()))
                .map(amount -> new BigDecimal(amount.replace("−", "-").replace("$", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum.getLast().replace("$", ""));
  }

  @Test
  void theCookiesThatAreNamedAreThoseThatAreSet(@TempDir Path other) {
    String traces = page(filled, "/about/traces").select("tbody th").text();
    assertThat(traces).isEqualTo("me compare visit language worthwhile worthwhile-device");
    try (OpenInstance open = new OpenInstance(other)) {
      var answer = open.fixture.get("/about/traces");
      assertThat(Jsoup.parse(answer.body()).text()).contains("30 days without use");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      Person somebody = open.somebody();
      somebody.signUp("anna");
      assertThat(somebody.cookieNames())
          .containsExactlyInAnyOrder("worthwhile", "worthwhile-device");
    }
  }
}
