package worthwhile.site.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** Values as people read them; the tests run under a Turkish locale on purpose. */
class ShowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.4|USD|$10.40",
        "12|EUR|€12",
        "12.00|GBP|£12",
        "0.015|USD|$0.015",
        "0.05|USD|$0.05",
        "1234567.891|USD|$1,234,567.89",
        "300|POINTS|300 POINTS"
      })
  void money(BigDecimal amount, String currency, String shown) {
    assertThat(Show.money(amount, currency)).isEqualTo(shown);
  }

  @Test
  void statedPay() {
    BigDecimal eight = new BigDecimal("8");
    BigDecimal twelve = new BigDecimal("12.5");
    assertThat(Show.stated(MonetaryAmount.of("USD", eight, UnitText.TASK)))
        .isEqualTo("$8 per task");
    assertThat(
            Show.stated(new MonetaryAmount("GBP", eight, twelve, UnitText.HOUR, null, null, null)))
        .isEqualTo("£8–£12.50 an hour");
    assertThat(
            Show.stated(new MonetaryAmount("EUR", null, eight, UnitText.PROJECT, null, null, null)))
        .isEqualTo("up to €8 for the project");
    assertThat(Show.stated(new MonetaryAmount("EUR", eight, null, null, null, null, null)))
        .isEqualTo("from €8");
  }

  @ParameterizedTest
  @CsvSource({
    "PT20S,20 s",
    "PT61S,1 min",
    "PT90S,1.5 min",
    "PT10M,10 min",
    "PT1H30M,1 h 30 min",
    "PT2H,2 h",
    "PT72H,3 days"
  })
  void spans(Duration span, String shown) {
    assertThat(Show.span(span)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "PT10S,just now",
    "PT59M,59 min ago",
    "PT3H,3 h ago",
    "P3D,3 days ago",
    "P70D,2 months ago",
    "P800D,2 years ago",
    "PT-30M,in 30 min",
    "PT-5S,in a moment"
  })
  void ages(Duration gone, String shown) {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(Show.ago(now.minus(gone), now)).isEqualTo(shown);
  }

  @Test
  void wordsAndPlaces() {
    assertThat(Show.words("image-labelling")).isEqualTo("Image labelling");
    assertThat(Show.country("IN")).isEqualTo("India");
    assertThat(Show.exact(Instant.parse("2026-11-23T12:05:00Z")))
        .isEqualTo("23 Nov 2026, 12:05 UTC");
  }
}
