package worthwhile.flow;

import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;

/** What workers say of who offers it. */
record ReputationStep() implements Assessor.Step {
  @Override
  public Assessment assess(JobPosting posting, Evidence evidence, Assessment before) {
    return before.with(evidence.conduct(posting).orElse(null));
  }
}
