package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;

/** What is asked for without pay, by a posting's own words and by its platform's card. */
class UnpaidTest {
  private static final String CARD =
      """
      unpaid:
        - {what: onboarding, hours: 1.5, as-of: 2026-01-15, source: 'https://mill.example/'}
        - {what: training, hours: 4, as-of: 2026-01-15, source: 'https://mill.example/'}
        - {what: assessment, hours: 10, as-of: 2026-01-15, source: 'https://mill.example/'}
      screen-out:
        - {least: 0.14 USD, date: 2026-01-15, source: 'https://mill.example/'}
        - {least: 0.10 GBP, date: 2026-01-15, source: 'https://mill.example/'}
      """;

  @TempDir private Path folder;

  private static Unpaid of(String text, String currency, Fees card) {
    JobPosting posting =
        JobPosting.builder("mill", "mill", "1").title("Rate answers").description(text).build();
    return Unpaid.of(posting, currency, card, Rates.shipped());
  }

  private Fees card() throws IOException {
    return Fees.of(Cards.card(folder, CARD));
  }

  private static List<String> spells(Unpaid unpaid) {
    return unpaid.spells().stream()
        .map(
            spell ->
                spell.code()
                    + " "
                    + spell.hours().stripTrailingZeros()
                    + " "
                    + spell.evidence().code())
        .toList();
  }

  @Test
  void theTextsOwnDemandsCountBeforeTheCardsOfTheSameKind() throws IOException {
    assertThat(spells(of("An unpaid training of 2 hours.", "USD", card())))
        .containsExactly(
            "unpaid-training 2 unpaid-time-stated",
            "unpaid-onboarding 1.5 unpaid-time-of-platform",
            "unpaid-assessment 1E+1 unpaid-time-of-platform");
    assertThat(spells(of("By size.", "USD", Fees.NONE))).isEmpty();
    assertThat(spells(of(null, "USD", card()))).hasSize(3);
  }

  @Test
  void whereNothingSaysHowLongTheWorkLastsAWeekIsAssumed() throws IOException {
    Unpaid assumed = of("By size.", "USD", card());
    assertThat(assumed.worked()).isEqualByComparingTo("40");
    assertThat(assumed.stated()).isFalse();
    assertThat(assumed.spread().code()).isEqualTo("spread-over-assumed");
    assertThat(assumed.spread().parameters().toString()).contains("hours=4");
  }

  @Test
  void aScreenOutPaysWhatTheTextSaysElseTheCardInTheCurrencyOfThePay() throws IOException {
    assertThat(usd(of("By size.", "USD", card()))).isEqualByComparingTo("0.14");
    assertThat(usd(of("By size.", "EUR", card()))).as("the first").isEqualByComparingTo("0.14");
    assertThat(usd(of("By size.", "GBP", card())))
        .isEqualByComparingTo(
            Rates.shipped().convert(new BigDecimal("0.10"), "GBP", "USD").orElseThrow());
    Unpaid said = of("If you are screened out you receive $0.20.", "GBP", card());
    assertThat(usd(said)).isEqualByComparingTo("0.20");
    assertThat(said.screenOut().orElseThrow().evidence().code()).isEqualTo("screen-out-stated");
    assertThat(of("By size.", "USD", Fees.NONE).screenOut()).isEmpty();
  }

  private static BigDecimal usd(Unpaid unpaid) {
    return unpaid.screenOut().orElseThrow().usd();
  }
}
