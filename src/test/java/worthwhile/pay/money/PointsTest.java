package worthwhile.pay.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.pay.Cards;
import worthwhile.pay.HourlyPay;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;

class PointsTest {
  private static final String CARD =
      """
      points:
        SB:
          - {worth: 0.01, currency: USD, as-of: 2017-03-01, source: "https://mill.example/2017"}
          - {worth: 0.02, currency: USD, as-of: 2026-03-01, source: "https://mill.example/2026"}
          - {worth: 0.0067, currency: GBP, market: gb, as-of: 2017-03-01, source: a}
        COIN: {worth: 0.5, currency: EUR, as-of: 2026-01-01, source: b}
      """;

  @TempDir private Path folder;
  private Points points;
  private Rates rates;

  @BeforeEach
  void readTheCard() throws IOException {
    points = Points.of(List.of(Cards.card(folder, CARD)));
    rates = Rates.shipped().with(points);
  }

  private static JobPosting paying(String code, String day) {
    return JobPosting.builder("mill", "mill", "1")
        .title("A survey")
        .baseSalary(
            new MonetaryAmount(
                code,
                BigDecimal.valueOf(300),
                BigDecimal.valueOf(300),
                UnitText.POINTS,
                null,
                "300 " + code,
                null))
        .timeRequired(Duration.ofMinutes(15))
        .datePosted(Instant.parse(day + "T12:00:00Z"))
        .build();
  }

  @Test
  void pointsBecomePayAtTheRateOfTheDayAndTheEvidenceNamesIt() {
    Pay pay = HourlyPay.of(paying("SB", "2020-01-01"), rates).orElseThrow();
    assertThat(pay.currency()).isEqualTo("USD");
    assertThat(pay.median()).isEqualByComparingTo("12");
    assertThat(pay.evidence())
        .anyMatch(
            sentence ->
                sentence
                    .text()
                    .equals(
                        "One SB is counted as 0.01 USD, as of 1 March 2017"
                            + " (https://mill.example/2017)."));
    assertThat(HourlyPay.of(paying("sb", "2026-09-01"), rates).orElseThrow().median())
        .isEqualByComparingTo("24");
  }

  @Test
  void whatTheyAreWorthComparesWithMoney() {
    assertThat(Reward.usd(paying("SB", "2016-01-01"), rates).orElseThrow())
        .isEqualByComparingTo("3");
    assertThat(Reward.usd(paying("COIN", "2026-09-01"), rates).orElseThrow())
        .isEqualByComparingTo("173.7");
  }

  @Test
  void withoutAKnownWorthThereIsNoPay() {
    assertThat(HourlyPay.of(paying("GEMS", "2026-09-01"), rates)).isEmpty();
    assertThat(HourlyPay.of(paying("SB", "2026-09-01"), Rates.shipped())).isEmpty();
    assertThat(points.worth("another", "SB", LocalDate.parse("2026-09-01"))).isEmpty();
  }

  /** Of a rate for all, one for the United States and one for another market, in this order. */
  @Test
  void theRateForAllCountsThenThatOfTheUnitedStatesThenAny() throws IOException {
    String gb = "    - {worth: 0.3, currency: USD, market: GB, as-of: 2026-01-01, source: c}\n";
    String us = "    - {worth: 0.2, currency: USD, market: US, as-of: 2026-01-01, source: b}\n";
    String all = "    - {worth: 0.1, currency: USD, as-of: 2026-01-01, source: a}\n";
    assertThat(worth("points:\n  SB:\n" + gb + us + all, "SB")).isEqualByComparingTo("0.1");
    assertThat(worth("points:\n  SB:\n" + gb + us, "SB")).isEqualByComparingTo("0.2");
    assertThat(worth("points:\n  SB:\n" + gb, "SB")).isEqualByComparingTo("0.3");
  }

  private BigDecimal worth(String card, String code) throws IOException {
    return Points.of(List.of(Cards.card(folder, card)))
        .worth("mill", code, LocalDate.parse("2026-09-01"))
        .orElseThrow()
        .worth();
  }

  @Test
  void theOnlyKindOfPointHasAnyNameAndOneOfTwoItsOwn() throws IOException {
    String one = "points:\n  SB: {worth: 0.01, currency: USD, as-of: 2026-01-01, source: a}\n";
    assertThat(worth(one, "points")).isEqualByComparingTo("0.01");
    String two = one + "  COIN: {worth: 0.5, currency: USD, as-of: 2026-01-01, source: b}\n";
    assertThat(worth(two, "coin")).isEqualByComparingTo("0.5");
    Points known = Points.of(List.of(Cards.card(folder, two)));
    assertThat(known.worth("mill", "points", LocalDate.parse("2026-09-01"))).isEmpty();
  }

  @Test
  void onlyPointsAreCountedAsPointsAndEndsThatAreNotStatedStayAway() {
    JobPosting posting = paying("SB", "2026-09-01");
    MonetaryAmount most =
        new MonetaryAmount("SB", null, BigDecimal.TEN, UnitText.POINTS, null, null, null);
    MonetaryAmount money =
        points.inMoney(posting.toBuilder().baseSalary(most).build()).orElseThrow().amount();
    assertThat(money.minValue()).isNull();
    assertThat(money.maxValue()).isEqualByComparingTo("0.2");
    assertThat(money.unitText()).isEqualTo(UnitText.TASK);
    MonetaryAmount task = MonetaryAmount.of("SB", BigDecimal.TEN, UnitText.TASK);
    assertThat(points.inMoney(posting.toBuilder().baseSalary(task).build())).isEmpty();
    assertThat(points.inMoney(posting.toBuilder().baseSalary(null).build())).isEmpty();
  }
}
