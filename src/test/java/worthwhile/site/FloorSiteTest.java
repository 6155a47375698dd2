package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.site.http.SiteSettings;

/** Pay beside minimum wages and beside workers' own floors, in page, call and feed. */
class FloorSiteTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder, SiteSettings.local("1"));
    List<Posting> postings = new ArrayList<>();
    String[] rewards = {
      "KES 200",
      "NGN 1000",
      "EGP 2",
      "PKR 300",
      "BDT 3",
      "VND 50000",
      "UAH 3",
      "ARS 2500",
      "PHP 100",
      "INR 5",
      "IDR 60000",
      "MXN 50",
      "COP 400",
      "USD 2"
    };
    for (String reward : rewards) postings.add(posting(reward.split(" ")));
    fixture.add(postings);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static Posting posting(String[] reward) {
    BigDecimal amount = new BigDecimal(reward[1]);
    FlatPosting posting =
        FlatPosting.builder("board", "kleinarbeit", reward[0])
            .title("Reading aloud " + reward[0])
            .state(PostingState.OPEN)
            .baseSalary(
                new MonetaryAmount(reward[0], amount, amount, UnitText.TASK, null, null, null))
            .timeRequired(Duration.ofMinutes(15))
            .datePosted(TestPostings.NOW)
            .firstSeen(TestPostings.NOW);
    return posting.pay(HourlyPay.of(posting.build().job(), Rates.shipped()).orElseThrow()).build();
  }

  private static Document page(String path) {
    return Jsoup.parse(fixture.get(path).body());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/pay/thirteen.csv", numLinesToSkip = 1)
  void eachOfTheThirteenHasAFigureAndABand(
      String currency, String area, BigDecimal reward, BigDecimal usd, String side) {
    String search = "q=aloud+" + currency + "&floor=" + area;
    JsonNode answer = fixture.json("/api/v1/postings?" + search);
    JsonNode pay = answer.at("/items/0/pay");
    assertThat(pay.path("median").decimalValue().divide(usd, MathContext.DECIMAL32))
        .isBetween(new BigDecimal("0.97"), new BigDecimal("1.03"));
    assertThat(pay.path("floor").asString()).isEqualTo(side);
    assertThat(pay.at("/rate/currency").asString()).isEqualTo(currency);
    assertThat(answer.at("/floor/kind").asString()).isEqualTo("official");
    assertThat(answer.at("/floor/currency").asString()).isEqualTo(currency);
    String id = answer.at("/items/0/id").asString();
    JsonNode one = fixture.json("/api/v1/postings/" + id + "?floor=" + area);
    assertThat(one.at("/pay/floor").asString()).as("one posting").isEqualTo(side);
    assertThat(one.path("floor")).isEqualTo(answer.path("floor"));
    Document list = page("/?" + search);
    assertThat(list.select("li.row .fold").text()).contains(side + " your minimum wage of ");
    assertThat(list.select("li.row svg.band")).hasSize(1);
    assertThat(fixture.json("/api/v1/postings/feed.json?" + search).at("/items/0").toString())
        .contains(side + " your minimum wage of ");
  }

  @Test
  void aWorkersOwnFloorIsRememberedAndJudgedBy() {
    var answer = fixture.get("/?q=aloud+KES&floor=900+KES");
    assertThat(Jsoup.parse(answer.body()).select("li.row .fold").text())
        .contains("around your own floor of 900 KES ($6.94)");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("me=floor:900-KES; Path=/");
    Document again = Jsoup.parse(fixture.get("/?q=aloud+KES", "Cookie", "floor=900KES").body());
    assertThat(again.select("li.row .fold").text()).contains("around your own floor of 900 KES");
    assertThat(again.selectFirst("#floor").val()).isEqualTo("900 KES");
    assertThat(page("/?q=aloud+KES&floor=5000+KES").select("li.row .fold").text())
        .contains("below your own floor of 5,000 KES");
  }

  @Test
  void aCountryWithoutOrNotKnownIsSaidAndNoMistake() {
    for (String area : List.of("IT", "SO", "VE")) {
      var answer = fixture.get("/?floor=" + area);
      assertThat(answer.statusCode()).as(area).isEqualTo(200);
      assertThat(Jsoup.parse(answer.body()).select("[role=note]").text())
          .contains("Write what you want for an hour instead");
    }
    assertThat(page("/?floor=IT").select("[role=note]").text())
        .contains("Italy has no general minimum wage: agreements by industry");
    assertThat(page("/?floor=SO").select("[role=note]").text())
        .contains("No minimum wage of Somalia");
    assertThat(page("/?floor=VE").select("[role=note]").text()).contains("too old to be a floor");
    assertThat(page("/?floor=VE").select("li.row .fold").text())
        .contains("above the old minimum wage of")
        .doesNotContain("your minimum wage");
    JsonNode none = fixture.json("/api/v1/postings?floor=CH").path("floor");
    assertThat(none.path("kind").asString()).isEqualTo("none");
    assertThat(none.at("/reason/text").asString()).contains("regions set their own");
  }

  @Test
  void whatIsNonsenseIsNamedAndLosesNothing() {
    for (String wrong : List.of("150", "150+XYZ", "XX", "-5+USD", "1e999999999+USD")) {
      var page = fixture.get("/?q=aloud&floor=" + wrong);
      assertThat(page.statusCode()).as(wrong).isEqualTo(400);
      assertThat(Jsoup.parse(page.body()).selectFirst("#q").val()).isEqualTo("aloud");
      assertThat(Jsoup.parse(page.body()).select("[role=alert]").text()).contains("floor =");
      for (String path : List.of("/api/v1/postings", "/api/v1/postings/feed.atom")) {
        var call = fixture.get(path + "?floor=" + wrong);
        assertThat(call.statusCode()).as(wrong).isEqualTo(400);
        assertThat(call.body()).contains("\"floor\"");
      }
    }
    assertThat(fixture.json("/api/v1/postings?floor=none").has("floor")).isFalse();
  }

  @Test
  void anOldRateIsToldBesideTheFigure() {
    assertThat(page("/?q=aloud+KES").select("li.row .fold").text())
        .contains("At the KES rate of 29 September 2026, 55 days old.");
    assertThat(page("/?q=aloud+PHP").select("li.row .fold").text())
        .contains("At the PHP rate of 2 September 2026, 82 days old.");
    assertThat(page("/?q=aloud+USD").select("li.row .fold").text()).doesNotContain("rate of");
    assertThat(page("/tasks/board:KES").select(".taskhead .pay").text()).contains("55 days old");
    JsonNode rate = fixture.json("/api/v1/postings/board:KES").at("/pay/rate");
    assertThat(rate.path("day").asString()).isEqualTo("2026-09-29");
    assertThat(rate.path("old").asBoolean()).isTrue();
    assertThat(fixture.json("/api/v1/postings?q=aloud+USD").at("/items/0/pay").has("rate"))
        .isFalse();
    assertThat(fixture.get("/api/v1/postings/feed.atom?q=aloud+KES").body())
        .contains("55 days old");
  }

  @Test
  void theFloorStaysInTheAddressesOfACall() {
    var answer = fixture.get("/api/v1/postings?floor=150+KES&size=5");
    assertThat(answer.headers().firstValue("Link").orElseThrow())
        .contains("page=2&size=5&floor=150+KES>; rel=\"next\"");
    JsonNode feed = fixture.json("/api/v1/postings/feed.json?floor=150+KES");
    assertThat(feed.path("feed_url").asString()).contains("floor=150+KES");
    assertThat(feed.path("home_page_url").asString()).contains("floor=150+KES");
  }
}
