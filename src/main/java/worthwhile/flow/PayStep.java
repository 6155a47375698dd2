package worthwhile.flow;

import java.util.List;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.PerHour;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** What a posting pays per hour: a task by all evidence, anything else by its own words. */
record PayStep(HourlyPay estimate) implements Assessor.Step {
  @Override
  public Assessment assess(JobPosting posting, Evidence evidence, Assessment before) {
    PerHour answer =
        isTask(posting)
            ? estimate.perHour(evidence.withReports(posting), evidence.others(posting))
            : estimate.perHour(posting, List.of());
    return switch (answer) {
      case PerHour.Known(Pay figure) -> before.with(figure);
      case PerHour.NotKnown(List<Reason> missing) -> before.lacking(missing);
    };
  }

  /** Whether its time matters, so that what is known of the requester's other tasks does. */
  static boolean isTask(JobPosting posting) {
    if (posting.baseSalary() == null) return false;
    UnitText unit = posting.baseSalary().unitText();
    return unit == UnitText.TASK || unit == UnitText.POINTS;
  }
}
