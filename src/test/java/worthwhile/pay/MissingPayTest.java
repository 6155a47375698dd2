package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

class MissingPayTest {
  private static MonetaryAmount pay(@Nullable String min, @Nullable String max) {
    return new MonetaryAmount(
        "USD",
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        UnitText.TASK,
        null,
        null,
        null);
  }

  @Test
  void aRangeSaysNothingWhereItsEndIsMoreThanAHundredTimesItsStart() {
    assertThat(MissingPay.tooWide(pay("0.50", "50"))).isEmpty();
    assertThat(MissingPay.tooWide(pay("0.50", "50.01")))
        .map(Reason::code)
        .contains("range-implausible");
  }

  @Test
  void whatHasOneEndIsNoRange() {
    assertThat(MissingPay.tooWide(pay("0.50", null))).isEmpty();
    assertThat(MissingPay.tooWide(pay(null, "900"))).isEmpty();
  }
}
