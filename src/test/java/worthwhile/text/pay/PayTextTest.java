package worthwhile.text.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

class PayTextTest {
  private static final PayText.Context NOTHING = PayText.Context.of(Locale.US);
  private static final PayText.Context DOLLARS =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());

  /** "CURRENCY min..max UNIT minutes"; "-" for what is not stated. */
  private static String told(PayText.Found found) {
    MonetaryAmount amount = found.amount();
    return amount.currency()
        + " "
        + (amount.minValue() == null ? "" : amount.minValue().toPlainString())
        + ".."
        + (amount.maxValue() == null ? "" : amount.maxValue().toPlainString())
        + " "
        + (amount.unitText() == null ? "-" : amount.unitText())
        + found.minutes().map(minutes -> " " + minutes).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.35/3 mins | USD 0.35..0.35 TASK PT3M",
        "25¢/1min | USD 0.25..0.25 TASK PT1M",
        "$1/<9mins | USD 1..1 TASK PT9M",
        "£9.00–£12/hr | GBP 9.00..12 HOUR",
        "$15.00 - $30.00 | USD 15.00..30.00 -",
        "€75k–110k | EUR 75000..110000 -",
        "$90k - $105k | USD 90000..105000 -",
        "₹600-1500 | INR 600..1500 -",
        "INR 5 lakh | INR 500000..500000 -",
        "50 cents plus up to $.85 bonus | USD 0.50..0.50 -",
        "$187 for up to 10 hours | USD 187..187 TASK PT10H",
        "1.234,50 € | EUR 1234.50..1234.50 -",
        "USD 20 per approved asset | USD 20..20 PIECE",
        "$0.45 per audio minute | USD 0.45..0.45 AUDIO_MINUTE",
        "$150 - 210K USD + equity | USD 150000..210000 -",
        "Up to $25 per hour | USD ..25 HOUR",
        "From £12 an hour | GBP 12.. HOUR",
        "~$15/hr (paid per reel) | USD 15..15 HOUR",
        "$200-250/video | USD 200..250 PIECE",
        "$0.02 per word | USD 0.02..0.02 WORD",
        "$10 per 1000 words | USD 0.01..0.01 WORD",
        "CA$25/hr | CAD 25..25 HOUR",
        "$25 CAD/hr | CAD 25..25 HOUR",
        "A$30 per hour | AUD 30..30 HOUR",
        "R$ 50 por hora | BRL 50..50 HOUR",
        "12,50 € pro Stunde | EUR 12.50..12.50 HOUR",
        "60.000 € p.a. | EUR 60000..60000 YEAR",
        "₹1,00,000 per annum | INR 100000..100000 YEAR",
        "₹5 LPA | INR 500000..500000 YEAR",
        "$20+/hr | USD 20.. HOUR",
        "20 cents a minute | USD 12.00..12.00 HOUR",
        "Hourly: $15.00 - $30.00 Expert Est. time: More than 6 months, 30+ hrs/week | USD"
            + " 15.00..30.00 HOUR",
        "Fixed-price - Budget: $500 | USD 500..500 PROJECT",
        "$75 for a 60-minute interview | USD 75..75 TASK PT1H",
        "10-minute survey for $1.50 | USD 1.50..1.50 TASK PT10M",
        "between $10 and $20 per task | USD 10..20 TASK",
        "Pay: 10-12 USD/hr | USD 10..12 HOUR",
        "$3,000 - $5,000/month | USD 3000..5000 MONTH",
        "annual salary: $120,000 | USD 120000..120000 YEAR",
        "¥1500/h | JPY 1500..1500 HOUR",
        "$500 - $1k | USD 500..1000 -"
      })
  void readsPay(String text, String expected) {
    assertThat(PayText.find(text, NOTHING)).map(PayTextTest::told).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimum $16, maximum $20 per hour | USD 16..20 HOUR",
        "Minimum pay $16.00 Maximum pay $20.00 hourly | USD 16.00..20.00 HOUR",
        "Salary minimum: 40,000 USD, maximum: 60,000 USD per year | USD 40000..60000 YEAR",
        "Pay rate (min): $16 Pay rate (max): $20 per hour | USD 16..20 HOUR",
        "min. £9.50/hr, max. £11/hr | GBP 9.50..11 HOUR",
        "at least $16 and at most $20 per hour | USD 16..20 HOUR",
        "starting at $22 per hour, up to $31 per hour | USD 22..31 HOUR",
        "mindestens 12 €, höchstens 15 € pro Stunde | EUR 12..15 HOUR",
        "mínimo 10 €, máximo 15 € por hora | EUR 10..15 HOUR",
        "from $16 per hour, up to $900 per week | USD 16.. HOUR",
        "at least $12 per hour, up to $5 bonus | USD 12.. HOUR",
        "minimum payout $5, up to $20 per hour | USD ..20 HOUR",
        "from $16 per hour, up to $20,000 a year in health cover | USD 16.. HOUR"
      })
  void readsTheLeastAndTheMostAsOneRange(String text, String expected) {
    assertThat(PayText.find(text, NOTHING)).map(PayTextTest::told).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".50/4:30 | USD 0.50..0.50 TASK PT4M30S",
        "1,234.50 | USD 1234.50..1234.50 -",
        "15/hr | USD 15..15 HOUR",
        "Salary: 15-20 | USD 15..20 -",
        "US - Pick one - Lab of Choice - $.40+Up To $1 Bonus/4min - >75% | USD 0.40..0.40 TASK"
            + " PT4M",
        "US - Decide - S. Tern - $0.50+ 0.25 poss bonus/~4:30 - (>99%) | USD 0.50..0.50 TASK"
            + " PT4M30S",
        "ICA - Real or not? - T. Ng - .50(+.20 bonus)/~4 min - Approval >95% | USD 0.50..0.50 TASK"
            + " PT4M",
        "US- Look something up - Richard- 1min/.50 (No Quals) | USD 0.50..0.50 TASK PT1M",
        "US - Opinions, 5 minutes, $0.25, 1/2 get $0.50 bonus - .25/2.5min - none | USD 0.25..0.25"
            + " TASK PT2M30S",
        "US - Part 1 of 3 - Team - $0.30 (for part 1, $1.00 in total)/10 minutes | USD 0.30..0.30"
            + " TASK PT10M",
        "US - a 5-7 minute study with a $1-200 raffle - C. H. - $0.40 / 3-6m | USD 0.40..0.40 TASK"
            + " PT4M30S",
        "US - Stocks - $.03 < 30 seconds | USD 0.03..0.03 TASK PT30S",
        "US - Issues - J. C. - $0.50 5 minutes - >95% | USD 0.50..0.50 TASK PT5M",
        "US - Sentences - $.40-$1.15 / 5 mins - no qual | USD 0.40..1.15 TASK PT5M"
      })
  void readsPayWhereTheSourceNamesTheCurrency(String text, String expected) {
    assertThat(PayText.find(text, DOLLARS)).map(PayTextTest::told).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "win a $500 card",
        "Win a $500 Amazon gift card by taking our survey",
        "$2 million company",
        "We raised $30M last year",
        "We are a $10k MRR startup",
        "revenue of $5M a year",
        "Call 555-123-4567 or 1-800-555-1234",
        "Version 2.5.1 released in 2024, 24/7 support",
        "$50 sign-on bonus",
        "$500 home office stipend",
        "401(k) match",
        "I made $45 yesterday",
        "costs $20 per month",
        "Survey about money",
        "0 HOUR",
        "$0",
        "100% remote, 3-5 years of experience",
        "Top 10 of 2026"
      })
  void inventsNothing(String text) {
    assertThat(PayText.find(text, NOTHING)).isEmpty();
    assertThat(PayText.find(text, DOLLARS)).isEmpty();
  }

  @Test
  void aBareNumberIsPayOnlyWhereTheSourceNamesTheCurrency() {
    assertThat(PayText.find("1,234.50", NOTHING)).isEmpty();
    assertThat(PayText.find(".50/2 min", NOTHING)).isEmpty();
  }

  @Test
  void saysWhatItRestsOnAndWhatIsInferred() {
    PayText.Found stated =
        PayText.find("Label pets, up to $25 per hour, remote", NOTHING).orElseThrow();
    assertThat(stated.amount().stated()).isEqualTo("up to $25 per hour");
    assertThat(stated.amount().inferred()).isNull();
    PayText.Context hourly =
        new PayText.Context(Locale.US, Optional.empty(), Optional.of(UnitText.HOUR));
    MonetaryAmount amount = PayText.find("$25", hourly).orElseThrow().amount();
    assertThat(amount.unitText()).isEqualTo(UnitText.HOUR);
    assertThat(amount.inferred()).isTrue();
  }

  @Test
  void theLocaleDecidesWhatACommaMeansOnlyWhereTheNumberDoesNot() {
    PayText.Context german =
        PayText.Context.field(Locale.GERMANY, Optional.of("EUR"), Optional.empty());
    PayText.Context american =
        PayText.Context.field(Locale.US, Optional.of("USD"), Optional.empty());
    assertThat(amount("1,234", german)).isEqualByComparingTo("1.234");
    assertThat(amount("1,234", american)).isEqualByComparingTo("1234");
    assertThat(amount("1.234", german)).isEqualByComparingTo("1234");
    assertThat(amount("$1,234", german)).isEqualByComparingTo("1234");
    assertThat(amount("1.234,50 €", DOLLARS)).isEqualByComparingTo("1234.50");
  }

  @Test
  void pointsCountOnlyWhereTheSourcePaysInPoints() {
    PayText.Context points =
        new PayText.Context(Locale.US, Optional.of("SB"), Optional.of(UnitText.POINTS));
    PayText.Found found = PayText.find("Earn 500 SB for this survey", points).orElseThrow();
    assertThat(found.amount().currency()).isEqualTo("SB");
    assertThat(found.amount().unitText()).isEqualTo(UnitText.POINTS);
    assertThat(found.amount().maxValue()).isEqualByComparingTo("500");
  }

  @Test
  void findsEveryStatementInItsOrder() {
    assertThat(PayText.all("Pays $20/hr, raw files $5 per clip. Win a $500 card.", NOTHING))
        .map(found -> found.amount().stated())
        .containsExactly("$20/hr", "$5 per clip");
    assertThat(PayText.find("$10 up front, then 2 min", NOTHING).flatMap(PayText.Found::minutes))
        .isEqualTo(Optional.<Duration>empty());
  }

  @Test
  void ofAListOfPricesTheFirstSumsAreRead() {
    String prices = "Shop - $.99 - ".repeat(MoneySpan.MOST - 1);
    assertThat(PayText.find(prices + "Pay: $20/hr", NOTHING).orElseThrow().amount().stated())
        .isEqualTo("$20/hr");
    assertThat(PayText.find("$1 - " + prices + "Pay: $20/hr", NOTHING))
        .map(found -> found.amount().stated())
        .isNotEqualTo(Optional.of("$20/hr"));
  }

  @Test
  void aNumberAmidWordsIsNoPayWhateverFollowsIt() {
    assertThat(PayText.all("Lab 12 per hour, room 5 for 10 minutes", DOLLARS)).isEmpty();
    assertThat(PayText.all("Lab, pay: 12 per hour", DOLLARS)).hasSize(1);
    assertThat(PayText.all("12 per hour", DOLLARS)).hasSize(1);
  }

  private static BigDecimal amount(String text, PayText.Context context) {
    return PayText.find(text, context).orElseThrow().amount().minValue();
  }
}
