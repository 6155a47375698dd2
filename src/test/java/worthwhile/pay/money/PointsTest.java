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
}
