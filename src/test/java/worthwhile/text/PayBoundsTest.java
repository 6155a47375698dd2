package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.pay.PayText;

/** Ceilings, floors and pay in zones, quoted as the text writes them. */
class PayBoundsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/pay/bounds.csv", delimiter = '|', numLinesToSkip = 1)
  void areReadWithTheirWords(String text, String min, String max, UnitText unit, String stated) {
    MonetaryAmount pay =
        PayText.find(text, PayText.Context.of(Locale.ENGLISH)).orElseThrow().amount();
    same(pay.minValue(), min);
    same(pay.maxValue(), max);
    assertThat(pay.unitText()).isEqualTo(unit);
    assertThat(pay.stated()).isEqualTo(stated);
    assertThat(text).contains(pay.stated());
  }

  private static void same(BigDecimal found, String expected) {
    if (expected == null) assertThat(found).isNull();
    else assertThat(found).isEqualByComparingTo(expected);
  }
}
