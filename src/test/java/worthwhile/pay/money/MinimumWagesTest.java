package worthwhile.pay.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.posting.UnitText;

class MinimumWagesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-01");

  private static BigDecimal wage(String country, String state, String day) {
    return MinimumWages.shipped()
        .of(country, state, LocalDate.parse(day))
        .map(MinimumWage::perHour)
        .orElse(null);
  }

  @Test
  void theOneInForceOnTheDayCounts() {
    assertThat(wage("US", null, "2026-11-01")).isEqualByComparingTo("7.25");
    assertThat(wage("US", "TX", "2026-11-01")).isEqualByComparingTo("7.25");
    assertThat(wage("us", "mo", "2025-12-31")).isEqualByComparingTo("13.75");
    assertThat(wage("US", "MO", "2026-01-01")).isEqualByComparingTo("15");
    assertThat(wage("DE", null, "2024-01-01")).as("nothing is known of before").isNull();
    assertThat(wage("SE", null, "2026-11-01")).as("has none").isNull();
  }

  @Test
  void everyAreaCanBeComparedAndNamesItsSource() {
    assertThat(MinimumWages.shipped().all(DAY))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            wage -> {
              assertThat(Rates.shipped().currencies()).contains(wage.currency());
              assertThat(wage.perHour()).isPositive();
              assertThat(wage.source()).isNotBlank();
              assertThat(wage.name()).isNotBlank();
            });
    assertThat(MinimumWages.shipped().all(DAY).stream().filter(wage -> wage.area().length() == 2))
        .hasSizeGreaterThanOrEqualTo(50)
        .extracting(MinimumWage::area)
        .contains("KE", "NG", "EG", "PK", "BD", "VN", "UA", "AR", "PH", "IN", "ID", "MX", "CO");
  }

  @Test
  void noneIsFarFromAllOthers() {
    assertThat(MinimumWages.shipped().all(DAY))
        .filteredOn(wage -> !wage.isOld(DAY))
        .allSatisfy(
            wage ->
                assertThat(
                        Rates.shipped()
                            .convert(wage.perHour(), wage.currency(), "USD")
                            .orElseThrow())
                    .as(wage.area())
                    .isBetween(new BigDecimal("0.2"), new BigDecimal("20")));
  }

  @Test
  void whatIsNotStatedByTheHourShowsItsArithmetic() {
    MinimumWage kenya = MinimumWages.shipped().of("KE", DAY).orElseThrow();
    assertThat(kenya.reason(DAY).text())
        .contains("71.62 KES an hour (16113.75 KES a month ÷ 225 hours)")
        .contains("in force since 1 November 2024", "Regulation of Wages");
    assertThat(MinimumWages.shipped().of("UA", DAY).orElseThrow().reason(DAY).text())
        .contains("Ukraine: 52.00 UAH an hour, in force since 1 January 2026.");
  }

  @Test
  void whatNobodyConfirmedForTwoYearsIsOld() {
    MinimumWage kenya = MinimumWages.shipped().of("KE", DAY).orElseThrow();
    assertThat(kenya.isOld(DAY)).isFalse();
    assertThat(kenya.isOld(kenya.confirmed().plusYears(2))).isFalse();
    assertThat(kenya.isOld(kenya.confirmed().plusYears(2).plusDays(1))).isTrue();
    assertThat(MinimumWages.shipped().of("UG", DAY).orElseThrow().reason(DAY).text())
        .contains("too old to be a floor");
  }

  private static MinimumWage wage(String amount, UnitText unit, String hours, String confirmed) {
    return new MinimumWage(
        "XA",
        "Nowhere",
        "USD",
        new BigDecimal(amount),
        unit,
        new BigDecimal(hours),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse(confirmed),
        "a ministry");
  }

  @Test
  void whatIsNoWageIsRefused() {
    assertThat(wage("1", UnitText.HOUR, "1", "2026-01-01").perHour()).isEqualByComparingTo("1");
    assertThatThrownBy(() -> wage("0", UnitText.HOUR, "1", "2026-01-01"))
        .hasMessageContaining("no wage of 0");
    assertThatThrownBy(() -> wage("1", UnitText.MONTH, "0", "2026-01-01"))
        .hasMessageContaining("for 0 h");
    assertThatThrownBy(() -> wage("1", UnitText.HOUR, "1", "2025-12-31"))
        .hasMessageContaining("confirmed before");
  }

  @Test
  void whatIsStatedByTheHourIsLeftAsItIsAndWhatIsNotIsDivided() {
    assertThat(wage("12.34567", UnitText.HOUR, "1", "2026-01-01").perHour())
        .isEqualByComparingTo("12.34567");
    assertThat(wage("1000", UnitText.MONTH, "173", "2026-01-01").perHour())
        .isEqualByComparingTo("5.780");
  }

  @Test
  void countriesStandBeforeRegionsEachByName() {
    List<MinimumWage> all = MinimumWages.shipped().all(LocalDate.parse("2026-11-28"));
    List<Integer> lengths = all.stream().map(wage -> Math.min(3, wage.area().length())).toList();
    assertThat(lengths).isSorted().contains(2, 3);
    assertThat(all.stream().filter(wage -> wage.area().length() == 2).map(MinimumWage::name))
        .isSorted();
    assertThat(all.stream().filter(wage -> wage.area().length() > 2).map(MinimumWage::name))
        .isSorted();
  }
}
