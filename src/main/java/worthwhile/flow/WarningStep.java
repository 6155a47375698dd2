package worthwhile.flow;

import java.time.Instant;
import java.util.List;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Warning;
import worthwhile.warning.Observations;
import worthwhile.warning.Warnings;

/** What of a posting smells of a scam; what was said of it before keeps its date. */
record WarningStep(Warnings warnings) implements Assessor.Step {
  @Override
  public Assessment assess(JobPosting posting, Evidence evidence, Assessment before) {
    Observations seen =
        warnings.of(posting, evidence.otherTexts(), evidence.circumstances(posting, before.pay()));
    List<Warning> dated =
        seen.warnings().stream().map(warning -> dated(warning, before, evidence.at())).toList();
    return before.warned(seen.risk(), dated, seen.notChecked());
  }

  /** Lists and people say themselves since when. */
  private static Warning dated(Warning warning, Assessment before, Instant now) {
    return warning.since() == null ? warning.since(since(warning, before, now)) : warning;
  }

  private static Instant since(Warning warning, Assessment before, Instant now) {
    return before.warnings().stream()
        .filter(earlier -> earlier.code().equals(warning.code()) && earlier.since() != null)
        .findFirst()
        .map(Warning::since)
        .orElse(now);
  }
}
