package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import worthwhile.posting.WorkReport;
import worthwhile.posting.WorkReport.Outcome;

class OutcomesTest {
  private static WorkReport report(
      @Nullable String worker, @Nullable String minutes, @Nullable Outcome outcome) {
    return new WorkReport(
        worker, minutes == null ? null : new BigDecimal(minutes), null, outcome, null);
  }

  private static Outcomes of(WorkReport... reports) {
    return Outcomes.of(List.of(reports), 600);
  }

  @Test
  void eachReportCountsAsWhatItTells() {
    assertThat(of(report("a", null, Outcome.PAID))).isEqualTo(new Outcomes(1, 0, 0, 0, 0, 0, 0));
    assertThat(of(report("a", null, Outcome.REJECTED)))
        .isEqualTo(new Outcomes(0, 1, 0, 0, 0, 0, 0));
    assertThat(of(report("a", null, Outcome.PENDING))).isEqualTo(new Outcomes(0, 0, 1, 0, 0, 0, 0));
    assertThat(of(report("a", null, null))).isEqualTo(Outcomes.NONE);
  }

  @Test
  void unpaidTimeIsAShareOfTheTypicalAndAtMostTwiceOfIt() {
    assertThat(of(report("a", null, Outcome.RETURNED)))
        .as("time not told")
        .isEqualTo(new Outcomes(0, 0, 0, 1, 0.5, 0, 0));
    assertThat(of(report("a", "2.5", Outcome.RETURNED)))
        .isEqualTo(new Outcomes(0, 0, 0, 1, 0.25, 0, 0));
    assertThat(of(report("a", "90", Outcome.SCREENED_OUT)))
        .isEqualTo(new Outcomes(0, 0, 0, 0, 0, 1, 2));
  }

  /** Who reports four times is one worker; those without a name are one each. */
  @Test
  void oneWorkerHasOneVoice() {
    Outcomes all =
        of(
            report("a", null, Outcome.PAID),
            report("a", null, Outcome.PAID),
            report("a", null, Outcome.REJECTED),
            report("a", null, Outcome.PENDING),
            report(null, "5", Outcome.REJECTED),
            report(null, "6", Outcome.REJECTED));
    assertThat(all).isEqualTo(new Outcomes(0.5, 2.25, 0.25, 0, 0, 0, 0));
    assertThat(all.judged()).isEqualTo(2.75);
  }
}
