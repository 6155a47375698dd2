package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import worthwhile.pay.TimeModel;
import worthwhile.pay.Widths;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** Intervals are calibrated on requesters whom the model has not seen, if there are any. */
class LeftOutTest {
  private static AssignmentBatch batch(String requester, double seconds) {
    Map<String, List<Double>> times = new TreeMap<>();
    for (int worker = 0; worker < 20; worker++)
      times.put("w" + worker, List.of(seconds * (1 + worker / 40.0)));
    return new AssignmentBatch(
        requester,
        JobPosting.builder("file", null, requester)
            .title("Sort pears")
            .baseSalary(MonetaryAmount.of("USD", new BigDecimal("0.10"), UnitText.TASK))
            .build(),
        new BigDecimal("0.10"),
        times,
        Instant.EPOCH);
  }

  private static final List<AssignmentBatch> QUICK = List.of(batch("quick", 3));
  private static final List<AssignmentBatch> SLOW = List.of(batch("slow", 9_000));

  @Test
  void oneRequesterLeavesTheIntervalsAsTheyAre() {
    assertThat(new LeftOut(List.of(QUICK)).none().widths()).isEqualTo(Widths.UNCHANGED);
    LeftOut both = new LeftOut(List.of(QUICK, SLOW));
    assertThat(both.part(0).widths()).isEqualTo(Widths.UNCHANGED);
    assertThat(both.part(1).time())
        .as("learned from the quick one alone")
        .isLessThan(both.part(0).time());
  }

  /** Each is far from what the other suggests; reports of her own workers say what it is. */
  @Test
  void whoForetellEachOtherBadlyMakeThemWider() {
    TimeModel model = new LeftOut(List.of(QUICK, SLOW)).none();
    assertThat(model.widths().listing()).isGreaterThan(1);
    assertThat(model.widths().reports()).isNotEqualTo(1).isLessThan(model.widths().listing());
    assertThat(model.widths().otherTasks()).as("nobody has any").isEqualTo(1);
    assertThat(model.widths().both()).isEqualTo(1);
  }
}
