package worthwhile.pay.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.pay.Cards;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;

class FeesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-09-02");
  private static final String SOURCE = "as-of: 2026-01-15, source: 'https://mill.example/fees'";

  @TempDir private Path folder;

  private Fees.Net net(String fees, String amount, String currency) throws IOException {
    return Fees.of(Cards.card(folder, "fees:\n" + fees))
        .net(new BigDecimal(amount), currency, DAY, Rates.shipped());
  }

  @ParameterizedTest
  @CsvSource({"100, 95", "10, 9", "0.5, 0", "0, 0"})
  void aPercentageHasALeastAndTakesNoMoreThanThereIs(String amount, String left)
      throws IOException {
    Fees.Net net =
        net("  - {name: fee, on: earnings, percent: 5, least: 1, " + SOURCE + "}", amount, "USD");
    assertThat(net.amount()).isEqualByComparingTo(left);
    assertThat(net.lines()).hasSize(1);
    assertThat(net.amount().add(net.lines().getFirst().amount())).isEqualByComparingTo(amount);
    assertThat(net.lines().getFirst().evidence().text())
        .isEqualTo(
            "The fee is 5%, at least 1 USD of each payment, as of 15 January 2026"
                + " (https://mill.example/fees).");
  }

  @Test
  void aFixedSumIsConvertedAndToldWhereThereIsNoRate() throws IOException {
    String fee = "  - {name: fee, on: earnings, fixed: 1, currency: EUR, " + SOURCE + "}";
    assertThat(net(fee, "10", "USD").amount()).isEqualByComparingTo("8.842");
    Fees.Net untold = net(fee, "10", "XXX");
    assertThat(untold.amount()).isEqualByComparingTo("10");
    assertThat(untold.lines().getFirst().evidence().text())
        .contains("Only the percentage can be counted");
  }

  @Test
  void aWithdrawalsFeeSpreadsOverTheSmallestWithdrawalAndTheCheapestWayCounts() throws IOException {
    String fees =
        "  - {name: service, on: earnings, percent: 10, "
            + SOURCE
            + "}\n  - {name: payout, on: withdrawal, method: Skrill, percent: 8, "
            + SOURCE
            + "}\n  - {name: payout, on: withdrawal, method: PayPal, fixed: 1, payout: 20, "
            + SOURCE
            + "}";
    Fees.Net net = net(fees, "2", "USD");
    assertThat(net.lines())
        .extracting(line -> line.evidence().parameters().get("name"))
        .containsExactly("service", "payout");
    assertThat(net.lines())
        .extracting(Fees.Net.Line::code)
        .containsExactly("platform-fee", "payout-fee");
    assertThat(net.lines().getLast().amount()).isEqualByComparingTo("0.09");
    assertThat(net.lines().getLast().evidence().text())
        .contains("each withdrawal by PayPal (reckoned at 20 USD)");
    assertThat(net.amount()).isEqualByComparingTo("1.71");
    assertThat(net(fees, "100", "USD").amount())
        .as("larger than the smallest")
        .isEqualByComparingTo("89");
  }

  /** One dollar of each withdrawal, taken off a payment of two. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimum-payout: 20 USD | withdrawal | 0.10",
        "minimum-payout: 20 EUR | withdrawal | 0",
        "minimum-payout: 20 USD | earnings   | 1",
        "none                   | withdrawal | 0"
      })
  void theCardsSmallestWithdrawalCountsInTheFeesCurrency(String card, String on, String taken)
      throws IOException {
    String least = card.startsWith("minimum") ? card + "\n" : "";
    String fee = "  - {name: payout, on: " + on + ", fixed: 1, " + SOURCE + "}";
    Fees fees = Fees.of(Cards.card(folder, least + "fees:\n" + fee));
    assertThat(
            fees.net(new BigDecimal("2"), "USD", DAY, Rates.shipped()).lines().getFirst().amount())
        .isEqualByComparingTo(taken);
  }

  @Test
  void aFeesOwnSmallestWithdrawalCountsBeforeTheCards() throws IOException {
    String card = "minimum-payout: 20 USD\nfees:\n";
    String fee = "  - {name: payout, on: withdrawal, fixed: 1, payout: 50, " + SOURCE + "}";
    Fees fees = Fees.of(Cards.card(folder, card + fee));
    assertThat(fees.net(BigDecimal.ONE, "USD", DAY, Rates.shipped()).amount())
        .isEqualByComparingTo("0.98");
  }

  @Test
  void eachPlatformHasItsOwnFeesAndOthersNone() throws IOException {
    Platform mill =
        Cards.card(folder, "fees:\n  - {name: fee, on: earnings, percent: 5, " + SOURCE + "}");
    assertThat(Fees.byPlatform(List.of(mill)).apply("mill").isEmpty()).isFalse();
    assertThat(Fees.byPlatform(List.of(mill)).apply("quarry").isEmpty()).isTrue();
  }

  @Test
  void theFeeOfTheDayCounts() throws IOException {
    String fees =
        """
          - {name: fee, on: earnings, percent: 20, as-of: 2020-01-01, source: a}
          - {name: fee, on: earnings, percent: 10, as-of: 2025-05-01, source: b}
        """;
    Fees history = Fees.of(Cards.card(folder, "fees:\n" + fees));
    Rates rates = Rates.shipped();
    BigDecimal ten = BigDecimal.TEN;
    assertThat(history.net(ten, "USD", LocalDate.parse("2025-04-30"), rates).amount())
        .isEqualByComparingTo("8");
    assertThat(history.net(ten, "USD", LocalDate.parse("2025-05-01"), rates).amount())
        .isEqualByComparingTo("9");
    assertThat(history.net(ten, "USD", LocalDate.parse("2010-01-01"), rates).amount())
        .isEqualByComparingTo("8");
    assertThat(Fees.NONE.net(ten, "USD", DAY, rates).amount()).isEqualByComparingTo("10");
  }

  @Test
  void whatIsWrongInACardIsToldWithItsLine() throws IOException {
    Sources sources =
        Cards.read(
            folder,
            """
            fees:
              - {name: fee, on: sundays, percent: 5, as-of: 2026-01-15, source: a}
              - {name: fee, on: earnings, percent: five, as-of: 2026-01-15, source: a}
              - {name: fee, on: earnings, percent: 500, as-of: 2026-01-15, source: a}
              - {name: fee, on: earnings, percent: 5, as-of: soon, sauce: a}
            points:
              SB: {worth: 0, currency: dollars, as-of: 2026-01-15, source: a}
            """);
    assertThat(sources.problems())
        .extracting(Object::toString)
        .anyMatch(text -> text.contains(":3:") && text.contains("'sundays' is not known"))
        .anyMatch(text -> text.contains(":4:") && text.contains("must be a number"))
        .anyMatch(text -> text.contains(":5:") && text.contains("0 to 100"))
        .anyMatch(text -> text.contains(":6:") && text.contains("must be a day"))
        .anyMatch(text -> text.contains(":6:") && text.contains("unknown key"))
        .anyMatch(text -> text.contains(":8:") && text.contains("must be more than 0"))
        .anyMatch(text -> text.contains(":8:") && text.contains("must be a code such as USD"));
  }

  /** What is told of a fee on payments in a currency. */
  private String told(String fee, String currency) throws IOException {
    var told =
        net("  - {name: fee, on: earnings, " + fee + ", " + SOURCE + "}", "10", currency)
            .lines()
            .getFirst()
            .evidence()
            .parameters();
    return told.get("form") + " " + told.get("counted");
  }

  @Test
  void theFormOfAFeeIsNamedAndWhetherAllOfItIsCounted() throws IOException {
    assertThat(told("percent: 5", "XXX")).isEqualTo("percent true");
    assertThat(told("fixed: 1", "USD")).isEqualTo("fixed true");
    assertThat(told("fixed: 1", "XXX")).isEqualTo("fixed false");
    assertThat(told("percent: 5, fixed: 1", "USD")).isEqualTo("both true");
    assertThat(told("percent: 5, least: 1", "XXX")).isEqualTo("percent false");
    assertThat(told("percent: 5, most: 1", "XXX")).isEqualTo("percent false");
    assertThat(told("percent: 5, most: 1", "USD")).isEqualTo("percent true");
  }

  @ParameterizedTest
  @CsvSource({"10, 9.50", "100, 98", "1, 0.95"})
  void aPercentageHasAMost(String amount, String left) throws IOException {
    assertThat(
            net("  - {name: fee, on: earnings, percent: 5, most: 2, " + SOURCE + "}", amount, "USD")
                .amount())
        .isEqualByComparingTo(left);
  }
}
