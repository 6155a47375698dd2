package worthwhile.work.earn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own approval beside what tasks ask for. */
class ApprovalRateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">98% | 98 | true",
        "≥ 95 % | 95 | false",
        "Success rate of at least 85 % | 85 | false",
        "HIT approval rate (%) is not less than 90 | 90 | false",
        "HIT Approval Rate (%) greater than 97.5 | 97.5 | true",
        "Approval rate over 98% | 98 | true",
      })
  void theShareIsReadFromARequirement(String text, BigDecimal percent, boolean isMore) {
    assertThat(ApprovalAsked.of(text)).contains(new ApprovalAsked(percent, isMore));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">1000",
        "HIT approval rate (%)",
        ">20%",
        "Battery over 98%",
        "age >18",
        ">98% of HITs",
        ""
      })
  void whatSaysNoneIsNone(String text) {
    assertThat(ApprovalAsked.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "175, 5, 98, false, 70",
    "175, 5, 98, true, 71",
    "98, 2, 98, false, 0",
    "98, 2, 98, true, 1",
    "0, 1, 50, false, 1"
  })
  void soManyApprovalsInARowReachIt(
      int approved, int rejected, BigDecimal percent, boolean isMore, int row) {
    ApprovalRate rate = new ApprovalRate("mill", approved, rejected);
    assertThat(rate.inARow(new ApprovalAsked(percent, isMore))).hasValue(row);
    assertThat(rate.reaches(new ApprovalAsked(percent, isMore))).isEqualTo(row == 0);
  }

  @Test
  void nothingMakesARejectionUndone() {
    ApprovalRate rate = new ApprovalRate("mill", 99, 1);
    assertThat(rate.inARow(new ApprovalAsked(BigDecimal.valueOf(100), false))).isEmpty();
    assertThat(new ApprovalRate("mill", 1999, 1).percent()).isEqualTo("99.9");
  }
}
