package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.text.hours.ScreenOutText;
import worthwhile.text.hours.UnpaidTime;
import worthwhile.text.hours.WorkLength;

/** Work without pay, how long paid work lasts, and what a screen-out pays, as texts say it. */
class UnpaidTimeTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/pay/unpaid.csv", delimiter = '|', numLinesToSkip = 1)
  void isFoundWithItsHours(String text, String found, String length) {
    assertThat(
            UnpaidTime.in(text).stream()
                .map(one -> one.what() + " " + one.hours().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", ")))
        .isEqualTo(found == null ? "" : found);
    if (length == null) assertThat(WorkLength.of(text)).isEmpty();
    else assertThat(WorkLength.of(text).orElseThrow()).isEqualByComparingTo(length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If you are screened out you will receive £0.20.|0.20|GBP",
        "Screen-outs are paid $0.14 each|0.14|USD",
        "Those screened out get nothing.||",
        "Those who are screened out will not get paid the $1.50.||",
        "If you are screened out you don't receive the £3.||",
        "If you are not screened out you get $3.||",
        "You may be screened out. The study pays £3.||",
      })
  void aPaidScreenOutIsRead(String text, String amount, String currency) {
    assertThat(ScreenOutText.in(text).isPresent()).isEqualTo(amount != null);
    ScreenOutText.in(text)
        .ifPresent(
            found -> {
              assertThat(found.amount()).isEqualByComparingTo(amount);
              assertThat(found.currency()).isEqualTo(currency);
              assertThat(text).contains(found.quote());
            });
  }

  @Test
  void aLongTextIsReadInNoTime() {
    String long_ = "unpaid onboarding of hours ".repeat(4_000) + "unpaid training of 3 hours";
    long before = System.nanoTime();
    UnpaidTime.in(long_);
    ScreenOutText.in("screened out ".repeat(10_000));
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }
}
