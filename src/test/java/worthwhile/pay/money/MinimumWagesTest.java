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
  }
}
