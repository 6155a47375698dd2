package worthwhile.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.work.file.WorkFileTest;

/** What a second file means for what is known. */
class MergeTest {
  private static final String HEAD =
      "Study,Reward,Bonus,Started At,Completed At,Completion Code,Status\n";
  private static final String ONE = "One,£1.00,£0.00,2026-10-01 10:00:00.000001,";
  private static final String DONE = "2026-10-01 10:10:00.000000,X,";

  private static List<Work> rows(String text) {
    return WorkFileTest.read(HEAD + text).rows();
  }

  @Test
  void theSameFileTwiceAddsNothing() {
    List<Work> rows = WorkFileTest.read(WorkFileTest.PROLIFIC).rows();
    Merge.Plan plan = Merge.plan(rows, rows);
    assertThat(plan.added()).isEmpty();
    assertThat(plan.changed()).isEmpty();
    assertThat(plan.unchanged()).isEqualTo(rows.size());
  }

  @Test
  void overlappingFilesAddOnlyWhatIsNew() {
    List<Work> rows = WorkFileTest.read(WorkFileTest.PROLIFIC).rows();
    List<Work> more = new ArrayList<>(rows.subList(2, 6));
    more.addAll(
        rows(
            "New,£1.00,£0.00,2026-11-01 10:00:00.000000,"
                + DONE.replace("-10-", "-11-")
                + "APPROVED"));
    Merge.Plan plan = Merge.plan(rows, more);
    assertThat(plan.added()).extracting(Work::title).containsExactly("New");
    assertThat(plan.unchanged()).isEqualTo(4);
  }

  @Test
  void aLaterFileBringsStatusAndBonusAndAnOlderOneTakesNothingBack() {
    List<Work> pending = rows(ONE + DONE + "AWAITING REVIEW");
    List<Work> approved = rows((ONE + DONE + "APPROVED").replace("£0.00", "£0.50"));
    Work now = Merge.plan(pending, approved).changed().getFirst();
    assertThat(now.status()).isEqualTo(Status.APPROVED);
    assertThat(now.payment().gross()).isEqualTo("1.50");
    assertThat(now.id()).isEqualTo(pending.getFirst().id());
    Work back = rows(ONE + DONE + "AWAITING REVIEW").getFirst();
    assertThat(back.over(now).status()).isEqualTo(Status.APPROVED);
    assertThat(Status.APPROVED.after(Status.PAID)).isEqualTo(Status.PAID);
    assertThat(Status.APPROVED.after(Status.REJECTED)).isEqualTo(Status.APPROVED);
  }

  @Test
  void rowsThatStandTwiceInAFileCountOnce() {
    Merge.Plan plan = Merge.plan(List.of(), rows((ONE + DONE + "APPROVED\n").repeat(2)));
    assertThat(plan.added()).hasSize(1);
    assertThat(plan.unchanged()).isEqualTo(1);
  }

  @Test
  void aTimerAndThePlatformsRowOfTheSameWorkBecomeOneWhicheverComesFirst() {
    Work timed = timed();
    Work row = rows(ONE + DONE + "APPROVED").getFirst();
    Work merged = Merge.plan(List.of(timed), List.of(row)).changed().getFirst();
    assertThat(merged.id()).isEqualTo(timed.id());
    assertThat(merged.payment().gross()).isEqualTo("1.00");
    assertThat(merged.times().active()).isEqualTo(Duration.ofMinutes(7));
    assertThat(Merge.plan(List.of(merged), List.of(row)).unchanged()).isEqualTo(1);

    Work other = Merge.plan(List.of(row), List.of(timed)).changed().getFirst();
    assertThat(other.times().active()).isEqualTo(Duration.ofMinutes(7));
    assertThat(Merge.plan(List.of(other), List.of(row, timed)).unchanged()).isEqualTo(2);
  }

  private static Work timed() {
    Instant start = Instant.parse("2026-10-01T10:01:00Z");
    return new Work(
        null,
        "local",
        "prolific",
        null,
        null,
        "ONE!",
        null,
        Payment.of("GBP", new BigDecimal("0.90")),
        new Times(start, start.plusSeconds(500), Duration.ofMinutes(7), Duration.ofSeconds(500)),
        Status.PENDING,
        Provenance.TIMER,
        Recognition.byTimer("t1"),
        WorkFileTest.NOW,
        null);
  }

  @Test
  void manyRowsOfOneTitleAreComparedQuickly() {
    List<Work> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder("Title,Reward,Date,Status\n");
    for (int i = 0; i < 20_000; i++) text.append("Same,$0.01,2026-10-01,pending\n");
    rows.addAll(WorkFileTest.read(text.toString()).rows());
    List<Work> paid = WorkFileTest.read(text.toString().replace("pending", "paid")).rows();
    long start = System.nanoTime();
    assertThat(Merge.plan(rows, paid).changed()).hasSize(20_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
