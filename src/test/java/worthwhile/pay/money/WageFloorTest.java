package worthwhile.pay.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.UnitText;

class WageFloorTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-28");

  private static WageFloor.Parsed parse(String text) {
    return WageFloor.parse(text, DAY, Rates.shipped());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/pay/floors.csv", numLinesToSkip = 1)
  void whatPeopleWrite(String text, String kind, BigDecimal perHour, String currency) {
    switch (parse(text)) {
      case WageFloor.Parsed.Invalid(String allowed) -> {
        assertThat(kind).isEqualTo("invalid");
        assertThat(allowed).isNotBlank();
      }
      case WageFloor.Parsed.Valid(WageFloor floor) -> {
        assertThat(floor.kind()).isEqualTo(kind);
        assertThat(floor.perHour().map(WageFloor.Hourly::currency).orElse(null))
            .isEqualTo(currency);
        floor.perHour().ifPresent(own -> assertThat(own.amount()).isEqualByComparingTo(perHour));
        assertThat(parse(floor.text())).as("as the address carries it").isEqualTo(parse(text));
        assertThat(floor.reason(DAY).text()).contains(" ").doesNotContain("{");
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/pay/rates-of-september-2026.csv", numLinesToSkip = 1)
  void amountsInDollars(BigDecimal amount, String from, BigDecimal usd) {
    BigDecimal converted = Rates.shipped().convert(amount, from, "USD").orElseThrow();
    assertThat(converted.divide(usd, java.math.MathContext.DECIMAL32))
        .as("%s %s are %s USD", amount, from, converted)
        .isBetween(new BigDecimal("0.98"), new BigDecimal("1.02"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(parse("0 USD"))
        .isEqualTo(new WageFloor.Parsed.Invalid("an amount per hour above 0"));
    assertThat(parse("2000 USD"))
        .isEqualTo(new WageFloor.Parsed.Invalid("an amount per hour worth at most 1000 USD"));
    assertThat(parse("150 USDC"))
        .isEqualTo(
            new WageFloor.Parsed.Invalid(
                "an amount in a currency with a rate of exchange, and USDC has none here"));
  }

  @Test
  void anAmountUpToAThousandDollarsIsSomebodysFloor() {
    assertThat(parse("1000 USD")).isInstanceOf(WageFloor.Parsed.Valid.class);
    assertThat(parse("1000.01 USD")).isInstanceOf(WageFloor.Parsed.Invalid.class);
    assertThat(parse("0.01 USD")).isInstanceOf(WageFloor.Parsed.Valid.class);
  }

  @Test
  void aTextLongerThanFortySignsIsNoAmount() {
    assertThat(parse("150" + " ".repeat(34) + "KES")).isInstanceOf(WageFloor.Parsed.Valid.class);
    assertThat(parse("150" + " ".repeat(35) + "KES"))
        .isEqualTo(new WageFloor.Parsed.Invalid(FloorText.ALLOWED));
  }

  @Test
  void countriesAreNamedAndRegionsByTheirCodeBesides() {
    assertThat(FloorText.country("GB")).isEqualTo("United Kingdom");
    assertThat(FloorText.country("US-GU")).isEqualTo("United States (GU)");
  }

  @Test
  void aMinimumWageIsOldTwoYearsAfterItWasLastKnown() {
    MinimumWage wage =
        new MinimumWage(
            "SO",
            "Somalia",
            "SOS",
            BigDecimal.TEN,
            UnitText.HOUR,
            BigDecimal.ONE,
            LocalDate.parse("2020-01-01"),
            LocalDate.parse("2024-11-28"),
            "a ministry");
    assertThat(wage.isOld(DAY)).isFalse();
    assertThat(wage.isOld(DAY.plusDays(1))).isTrue();
  }
}
