package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Warning;
import worthwhile.warning.Warnings;

/** A warning keeps the date of when it was first said, as long as it is said. */
class WarningStepTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-27T12:00:00Z");
  private static final WarningStep STEP = new WarningStep(Warnings.knowing(List.of()));

  private static Assessment assess(String text, Instant at, Assessment before) {
    JobPosting posting =
        JobPosting.builder("given", null, "1").title("Job offer").description(text).build();
    return STEP.assess(posting, Evidence.given(List.of(), List.of(), at), before);
  }

  private static Instant since(Assessment assessment, String code) {
    return assessment.warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .map(Warning::since)
        .findFirst()
        .orElse(null);
  }

  @Test
  void sinceIsWhenItWasFirstSaid() {
    String fee = "Send the activation fee of $30 before you start.";
    Assessment monday = assess(fee, MONDAY, Assessment.NONE);
    assertThat(since(monday, "upfront-fee")).isEqualTo(MONDAY);

    Assessment friday = assess(fee + " Share your seed phrase with us.", FRIDAY, monday);
    assertThat(since(friday, "upfront-fee")).isEqualTo(MONDAY);
    assertThat(since(friday, "credentials")).isEqualTo(FRIDAY);

    Assessment mended = assess("Sort leaves.", FRIDAY, friday);
    assertThat(mended.warnings()).isEmpty();
    assertThat(since(assess(fee, FRIDAY, mended), "upfront-fee")).isEqualTo(FRIDAY);
  }
}
