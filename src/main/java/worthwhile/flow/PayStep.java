package worthwhile.flow;

import java.util.List;
import worthwhile.pay.HourlyPay;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;

/** What a posting pays per hour: a task by all evidence, anything else by its own words. */
record PayStep(HourlyPay estimate) implements Assessor.Step {
  @Override
  public Assessment assess(JobPosting posting, Evidence evidence, Assessment before) {
    if (posting.baseSalary() == null) return new Assessment(null);
    return isTask(posting)
        ? estimate(evidence.withReports(posting), evidence.others(posting))
        : estimate(posting, List.of());
  }

  private Assessment estimate(JobPosting posting, List<JobPosting> others) {
    return new Assessment(estimate.of(posting, others).orElse(null));
  }

  /** Whether its time matters, so that what is known of the requester's other tasks does. */
  static boolean isTask(JobPosting posting) {
    if (posting.baseSalary() == null) return false;
    UnitText unit = posting.baseSalary().unitText();
    return unit == UnitText.TASK || unit == UnitText.POINTS;
  }
}
