package worthwhile.pay.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
}
