package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** The strongest of what is known of a time counts, and says so. */
class TimeEstimateTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Rewards REWARDS = new Rewards(Rates.shipped());
  private static final TimeModel MODEL = Learned.shipped().model().widened(Widths.UNCHANGED);
  private static final TimeModel WIDE = MODEL.widened(new Widths(2, 3, 4, 5));

  private static JobPosting paying(String usd, UnitText unit, WorkReport... reports) {
    return JobPosting.builder("mill", "mill", "1")
        .title("Sort pears")
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal(usd), unit))
        .reports(List.of(reports))
        .build();
  }

  private static JobPosting task(WorkReport... reports) {
    return paying("0.50", UnitText.TASK, reports);
  }

  private static JobPosting stated(JobPosting posting) {
    return posting.toBuilder().timeRequired(Duration.ofMinutes(5)).build();
  }

  private static JobPosting measured(JobPosting posting) {
    return posting.toBuilder().timeMeasured(Duration.ofMinutes(4)).build();
  }

  private static JobPosting other(Instant at) {
    return JobPosting.builder("mill", "mill", "2")
        .title("Sort plums")
        .baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK))
        .reports(List.of(report("b", at, "timer"), report("c", at, "timer")))
        .build();
  }

  private static WorkReport report(String worker, Instant at, String by) {
    return new WorkReport(worker, BigDecimal.valueOf(6), at, WorkReport.Outcome.PAID, by);
  }

  private static Optional<TimeEstimate> of(
      TimeModel model, JobPosting posting, JobPosting... others) {
    return TimeEstimate.of(
        posting, REWARDS.of(posting).orElseThrow(), List.of(others), REWARDS, model);
  }

  private static TimeEstimate known(JobPosting posting, JobPosting... others) {
    return of(MODEL, posting, others).orElseThrow();
  }

  private static List<String> evidence(TimeEstimate estimate) {
    return estimate.evidence().stream().map(Reason::code).toList();
  }

  @Test
  void anUnknownTimeIsForetoldOfATaskOfUpToTwentyDollarsAlone() {
    assertThat(of(MODEL, paying("20", UnitText.TASK))).isPresent();
    assertThat(of(MODEL, paying("20.01", UnitText.TASK))).isEmpty();
    assertThat(of(MODEL, paying("20", UnitText.PROJECT))).isEmpty();
    assertThat(of(MODEL, paying("20", UnitText.PROJECT), other(NOW)))
        .as("a requester's tasks say nothing of a project")
        .isEmpty();
    assertThat(of(MODEL, paying("20.01", UnitText.TASK), other(NOW))).isPresent();
    assertThat(of(MODEL, paying("20", UnitText.PROJECT, report("a", NOW, "timer")))).isPresent();
  }

  @Test
  void eachKindOfEvidenceIsNamedTheStrongestAsTheBasis() {
    TimeEstimate like = known(task());
    assertThat(like.basis()).isEqualTo(Pay.Basis.SIMILAR);
    assertThat(like.n()).isZero();
    assertThat(like.newest()).isEmpty();
    assertThat(evidence(like)).containsExactly("time-of-like-tasks");
    TimeEstimate others = known(task(), other(NOW));
    assertThat(others.basis()).isEqualTo(Pay.Basis.SIMILAR);
    assertThat(others.n()).as("workers").isEqualTo(2);
    assertThat(others.newest()).contains(NOW);
    assertThat(evidence(others)).containsExactly("other-tasks", "time-combined");
    TimeEstimate stated = known(stated(task()));
    assertThat(stated.basis()).isEqualTo(Pay.Basis.STATED);
    assertThat(stated.n()).isEqualTo(1);
    assertThat(evidence(stated)).containsExactly("time-stated");
    TimeEstimate measured = known(measured(stated(task())));
    assertThat(measured.basis()).isEqualTo(Pay.Basis.PLATFORM);
    assertThat(measured.n()).isEqualTo(1);
    assertThat(evidence(measured))
        .containsExactly("platform-measured", "time-stated", "time-combined");
  }

  @Test
  void workersWhoAreHeardAreTheBasis() {
    Instant before = NOW.minusSeconds(60);
    TimeEstimate logged =
        known(
            measured(task(report("a", before, "timer"), report("d", before, "forum"))), other(NOW));
    assertThat(logged.basis()).isEqualTo(Pay.Basis.LOGGED);
    assertThat(logged.n()).isEqualTo(2);
    assertThat(logged.newest()).contains(NOW);
    TimeEstimate reported = known(task(report("a", NOW, "forum")), other(before));
    assertThat(reported.basis()).isEqualTo(Pay.Basis.REPORTED);
    assertThat(reported.newest()).contains(NOW);
    assertThat(evidence(reported))
        .containsExactly("one-report", "told-by-practised", "other-tasks", "time-combined");
  }

  /** A stated time is off by 0.45, one that a platform measured by 0.3; both together by less. */
  @Test
  void whatIsStatedAndMeasuredCountsAsItIsTold() {
    Posterior stated = known(stated(task())).time();
    assertThat(Math.exp(stated.median())).isCloseTo(300, within(1.0));
    assertThat(stated.high() - stated.low()).isCloseTo(2 * 1.2816 * 0.45, within(0.01));
    Posterior measured = known(measured(task())).time();
    assertThat(Math.exp(measured.median())).isCloseTo(240, within(1.0));
    assertThat(measured.high() - measured.low()).isCloseTo(2 * 1.2816 * 0.3, within(0.01));
    Posterior both = known(measured(stated(task()))).time();
    assertThat(both.high() - both.low())
        .isCloseTo(2 * 1.2816 * Math.sqrt(1 / (1 / 0.2025 + 1 / 0.09)), within(0.01));
    Posterior held = known(measured(task()), other(NOW)).time();
    assertThat(held.high() - held.low())
        .as("beside other tasks too")
        .isLessThan(
            known(task(), other(NOW)).time().high() - known(task(), other(NOW)).time().low());
  }

  /** One report against a time of ten minutes or so that may be off by a factor of seven. */
  @Test
  void whereNothingIsKnownButAReportItIsBelieved() {
    Posterior time = known(paying("500", UnitText.PROJECT, report("a", NOW, "timer"))).time();
    assertThat(Math.exp(time.median())).isBetween(350.0, 400.0);
    Posterior slow =
        known(
                paying(
                    "500",
                    UnitText.PROJECT,
                    new WorkReport(
                        "a", BigDecimal.valueOf(600), NOW, WorkReport.Outcome.PAID, "timer")))
            .time();
    assertThat(Math.exp(slow.median())).isBetween(20_000.0, 36_000.0);
  }

  private static void widens(double factor, JobPosting posting, JobPosting... others) {
    Posterior time = known(posting, others).time();
    Posterior wide = of(WIDE, posting, others).orElseThrow().time();
    assertThat((wide.high() - wide.low()) / (time.high() - time.low()))
        .isCloseTo(factor, within(1e-9));
    assertThat(wide.median()).isCloseTo(time.median(), within(1e-9));
  }

  @Test
  void whatTheModelForetellsIsAsWideAsItErredOnSuchEvidence() {
    WorkReport heard = report("a", NOW, "timer");
    widens(2, task());
    widens(3, task(), other(NOW));
    widens(4, task(heard));
    widens(5, task(heard), other(NOW));
    widens(3, stated(task()), other(NOW));
    widens(3, measured(task()), other(NOW));
  }

  @Test
  void whatIsToldIsAsWideAsItIsTold() {
    WorkReport heard = report("a", NOW, "timer");
    widens(1, stated(task()));
    widens(1, measured(task()));
    widens(1, stated(task(heard)));
    widens(1, paying("20", UnitText.PROJECT, heard));
    widens(1, paying("21", UnitText.TASK, heard));
  }
}
