package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;
import worthwhile.posting.WorkReport;

/** Times of a task that was really done. */
class AssignmentBatchTest {
  private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

  private static AssignmentBatch batch(Map<String, List<Double>> seconds) {
    return new AssignmentBatch(
        "r",
        JobPosting.builder("mill", "mill", "1").title("A task").build(),
        new BigDecimal("0.50"),
        seconds,
        AT);
  }

  @Test
  void theTypicalTimeIsTheMedianOfTheWorkersMedians() {
    assertThat(batch(Map.of("a", List.of(90.0))).typicalSeconds()).isEqualTo(90);
    assertThat(batch(Map.of("a", List.of(10.0, 30.0, 500.0))).typicalSeconds()).isEqualTo(30);
    assertThat(
            batch(Map.of("a", List.of(60.0, 20.0), "b", List.of(100.0), "c", List.of(1.0)))
                .typicalSeconds())
        .isEqualTo(40);
    assertThat(
            batch(
                    Map.of(
                        "a",
                        List.of(900.0),
                        "b",
                        List.of(20.0),
                        "c",
                        List.of(60.0),
                        "d",
                        List.of(7.0)))
                .typicalSeconds())
        .isEqualTo(40);
  }

  @Test
  void whatTheTypicalWorkerEarnedPerHour() {
    AssignmentBatch batch = batch(Map.of("a", List.of(90.0, 90.0), "b", List.of(90.0)));
    assertThat(batch.hourly()).isCloseTo(20, within(1e-9));
    assertThat(batch.workers()).isEqualTo(2);
    assertThat(batch.assignments()).isEqualTo(3);
  }

  @Test
  void aKnownTaskHasAllItsAssignmentsAsReports() {
    List<WorkReport> reports =
        batch(Map.of("a", List.of(90.0, 1.5), "b", List.of(30.0))).known().reports();
    assertThat(reports).extracting(WorkReport::worker).containsExactly("a", "a", "b");
    assertThat(reports.get(0).minutes()).isEqualByComparingTo("1.5");
    assertThat(reports.get(1).minutes().doubleValue())
        .as("a slip of the timer is two seconds")
        .isCloseTo(2 / 60.0, within(1e-9));
    assertThat(reports.get(2))
        .isEqualTo(new WorkReport("b", new BigDecimal("0.5"), AT, WorkReport.Outcome.PAID, null));
  }

  @Test
  void workersAreDrawnOnceEach() {
    AssignmentBatch batch =
        batch(Map.of("a", List.of(60.0), "b", List.of(60.0, 120.0), "c", List.of(60.0)));
    assertThat(batch.reportedBy(3, new Random(1)).reports())
        .extracting(WorkReport::worker)
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(batch.reportedBy(2, new Random(1)).reports())
        .extracting(WorkReport::worker)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(batch.reportedBy(0, new Random(1)).reports()).isEmpty();
  }
}
