package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** What is certain comes off the pay that is shown; everything comes off the second figure. */
class DeductionsTest {
  private static final String READ = "as-of: 2026-01-15, source: 'https://mill.example/fees'}\n";

  private static final List<String> FEES =
      List.of(
          "  - {name: fee, on: earnings, percent: 12.5, least: 0.35, " + READ,
          "  - {name: tax, on: withholding, percent: 30, " + READ,
          "  - {name: payout, on: withdrawal, fixed: 1, payout: 20, " + READ,
          "  - {name: share, on: earnings, fixed: 0.07, most: 0.07, " + READ);

  @TempDir private Path folder;
  private final Random random = new Random(4);

  private Pay pay(String card, JobPosting posting) throws IOException {
    Fees fees = Fees.of(Cards.card(folder, card));
    return HourlyPay.at(Rates.shipped(), _ -> fees).of(posting, List.of()).orElseThrow();
  }

  private static BigDecimal sum(Pay pay, boolean certain) {
    return pay.lines().stream()
        .filter(line -> line.certain() == certain)
        .map(Pay.Line::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void medianAndLinesAlwaysAddUp() throws IOException {
    for (int n = 0; n < 60; n++) {
      StringBuilder card = new StringBuilder("fees:\n");
      for (String fee : FEES) if (random.nextBoolean()) card.append(fee);
      boolean none = card.toString().equals("fees:\n");
      if (random.nextBoolean())
        card.append("unpaid:\n  - {what: onboarding, hours: 1.5, ").append(READ);
      if (random.nextBoolean())
        card.append("screen-out:\n  - {least: 0.14 USD, ").append(READ.replace("as-of", "date"));
      Pay pay = pay(none ? card.substring(6) : card.toString(), posting());
      assertThat(pay.net()).isEqualByComparingTo(pay.median().add(sum(pay, true)));
      if (pay.lines().isEmpty()) assertThat(pay.effective()).isNull();
      else assertThat(pay.effective()).isEqualByComparingTo(pay.net().add(sum(pay, false)));
      assertThat(pay.net())
          .isLessThanOrEqualTo(pay.median())
          .isGreaterThanOrEqualTo(BigDecimal.ZERO);
      assertThat(pay.netLow()).isLessThanOrEqualTo(pay.net());
      assertThat(pay.netHigh()).isGreaterThanOrEqualTo(pay.net());
      if (none) assertThat(pay.net()).isEqualByComparingTo(pay.median());
    }
  }

  private JobPosting posting() {
    UnitText unit = random.nextBoolean() ? UnitText.TASK : UnitText.HOUR;
    BigDecimal least = BigDecimal.valueOf(1 + random.nextInt(2500), 2).add(BigDecimal.ONE);
    List<WorkReport> reports = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--)
      reports.add(
          new WorkReport(
              "w" + i,
              BigDecimal.valueOf(1 + random.nextInt(30)),
              null,
              WorkReport.Outcome.values()[random.nextInt(WorkReport.Outcome.values().length)],
              null));
    return JobPosting.builder("mill", "mill", "x")
        .title("Sort leaves")
        .description(random.nextBoolean() ? "An unpaid training of 2 hours." : "By colour.")
        .baseSalary(
            new MonetaryAmount(
                "USD", least, least.multiply(new BigDecimal("1.3")), unit, null, null, null))
        .timeRequired(Duration.ofMinutes(5 + random.nextInt(50)))
        .reports(reports)
        .build();
  }

  @Test
  void whatAWithdrawalCostsIsSpreadOverTheSmallestThatTheCardKnows() throws IOException {
    JobPosting posting =
        JobPosting.builder("mill", "mill", "x")
            .title("Sort leaves")
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.TEN, UnitText.HOUR))
            .build();
    String fee = "fees:\n  - {name: payout, on: withdrawal, fixed: 1, " + READ;
    assertThat(pay("minimum-payout: 20 USD\n" + fee, posting).net()).isEqualByComparingTo("9.50");
    assertThat(pay(fee, posting).net()).as("told, not counted").isEqualByComparingTo("10");
  }

  @Test
  void aTaxThatIsWithheldIsCertain() throws IOException {
    JobPosting posting =
        JobPosting.builder("mill", "mill", "x")
            .title("Sort leaves")
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.TEN, UnitText.HOUR))
            .build();
    Pay pay = pay("fees:\n" + FEES.get(1), posting);
    assertThat(pay.net()).isEqualByComparingTo("7.00");
    assertThat(pay.lines().getFirst().code()).isEqualTo("withholding");
    assertThat(pay.lines().getFirst().text()).isEqualTo("Tax withheld: tax");
  }

  @Test
  void theCardsUnpaidHoursCountWhereTheTextSaysNothing() throws IOException {
    String card = "unpaid:\n  - {what: assessment, hours: 10, " + READ;
    JobPosting posting =
        JobPosting.builder("mill", "mill", "x")
            .title("Rate answers")
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.TEN, UnitText.HOUR))
            .build();
    Pay pay = pay(card, posting);
    assertThat(pay.net()).isEqualByComparingTo("10");
    assertThat(pay.effective()).isEqualByComparingTo("8");
    Pay told =
        pay(card, posting.toBuilder().description("An unpaid assessment of 40 hours.").build());
    assertThat(told.effective()).as("its own words outweigh the card").isEqualByComparingTo("5");
  }
}
