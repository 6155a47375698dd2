package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** What a requester's other tasks say of the time that one takes. */
class OtherTasksTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Spread SPREAD = new Spread(0.5, 0.3, 3, 0.1);
  private static final double EXACT = 1e-9;

  private static JobPosting task(String id, String title, WorkReport... reports) {
    return JobPosting.builder("mill", "mill", id)
        .title(title)
        .baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK))
        .reports(List.of(reports))
        .build();
  }

  private static WorkReport report(@Nullable String worker, int minutes, Instant at) {
    return new WorkReport(
        worker, BigDecimal.valueOf(minutes), at, WorkReport.Outcome.PAID, "timer");
  }

  private static OtherTasks beside(JobPosting asked, List<JobPosting> others) {
    return OtherTasks.of(
        asked, TaskListing.of(asked, BigDecimal.ONE), others, new Rewards(Rates.shipped()), SPREAD);
  }

  private static Voice voice(String worker, double logSeconds, double blur) {
    return new Voice(worker, logSeconds, blur, 1);
  }

  @Test
  void theMedianOfTheVoicesCountsAndFarOnesMakeItLessSure() {
    double usual = SPREAD.typical();
    Normal even =
        OtherTasks.typical(
                List.of(voice("a", 5, 0), voice("b", 7, 0.2)), Map.of("a", 1, "b", 1), SPREAD)
            .orElseThrow();
    assertThat(even.mean()).isCloseTo(6, within(EXACT));
    double variance = (4 * usual * usual + 2 * 1.48 * 1.48) / 6;
    assertThat(even.variance()).isCloseTo(Math.PI / 2 * (variance + 0.04 / 2) / 2, within(EXACT));

    Normal odd =
        OtherTasks.typical(
                List.of(voice("a", 9, 0), voice("b", 5, 0), voice("c", 6, 0)), Map.of(), SPREAD)
            .orElseThrow();
    assertThat(odd.mean()).isEqualTo(6);
    assertThat(OtherTasks.typical(List.of(), Map.of(), SPREAD)).isEmpty();
  }

  @Test
  void aWorkersVoiceIsSharedOutAmongHerTasks() {
    List<Voice> one = List.of(voice("a", 5, 0));
    double alone = OtherTasks.typical(one, Map.of("a", 1), SPREAD).orElseThrow().variance();
    double shared = OtherTasks.typical(one, Map.of("a", 4), SPREAD).orElseThrow().variance();
    assertThat(shared).isCloseTo(4 * alone, within(EXACT));
    OtherTasks same = twoTasksOf("a", "a");
    OtherTasks different = twoTasksOf("a", "b");
    OtherTasks unnamed = twoTasksOf(null, null);
    double surest = different.tasks().getFirst().time().variance();
    assertThat(same.tasks().getFirst().time().variance()).isCloseTo(2 * surest, within(EXACT));
    assertThat(unnamed.tasks().getFirst().time().variance()).isCloseTo(surest, within(EXACT));
    assertThat(different.workers()).isEqualTo(2);
  }

  private static OtherTasks twoTasksOf(@Nullable String one, @Nullable String other) {
    return beside(
        task("0", "Sort pears"),
        List.of(
            task("1", "Sort pears", report(one, 3, NOW)),
            task("2", "Sort pears", report(other, 3, NOW))));
  }

  @Test
  void theOlderOneOfTwoSaysLess() {
    Instant before = NOW.minus(Duration.ofDays(365));
    OtherTasks tasks =
        beside(
            task("0", "Sort pears"),
            List.of(
                task("1", "Sort pears", report("a", 3, before)),
                task("2", "Sort pears", report("b", 3, NOW))));
    assertThat(tasks.newest()).contains(NOW);
    double newer = tasks.tasks().getFirst().time().variance();
    assertThat(tasks.tasks().getLast().time().variance())
        .as("of equally alike ones the newest first; a year doubles the variance")
        .isCloseTo(2 * newer, within(EXACT));
  }

  @Test
  void theFifteenMostAlikeCountAndNeverTheTaskItself() {
    JobPosting asked = task("0", "Sort pears by size", report("x", 9, NOW));
    List<JobPosting> others = new ArrayList<>(List.of(asked));
    IntStream.range(1, 16)
        .forEach(n -> others.add(task("u" + n, "Call a bank", report("w" + n, 30, NOW))));
    others.add(task("a", "Sort pears by size", report("a", 3, NOW)));
    OtherTasks tasks = beside(asked, others);
    assertThat(tasks.tasks()).hasSize(15);
    assertThat(tasks.tasks().getFirst().time().mean()).isCloseTo(Math.log(180), within(EXACT));
    assertThat(tasks.tasks().get(1).time().mean()).isCloseTo(Math.log(1800), within(EXACT));
    assertThat(beside(asked, List.of(asked)).isEmpty()).isTrue();
    assertThat(beside(asked, List.of(task("1", "No report"))).isEmpty()).isTrue();
  }

  @Test
  void whatThePlatformMeasuredIsTakenOnItsNewestWord() {
    WorkReport older =
        new WorkReport(null, BigDecimal.valueOf(9), NOW.minusSeconds(9), null, "platform");
    WorkReport newest = new WorkReport(null, BigDecimal.valueOf(4), NOW, null, "platform");
    WorkReport undated = new WorkReport(null, BigDecimal.valueOf(1), null, null, "platform");
    Normal measured =
        OtherTasks.platform(task("1", "Sort", undated, newest, older, report("a", 2, NOW)))
            .orElseThrow();
    assertThat(measured.mean()).isCloseTo(Math.log(240), within(EXACT));
    assertThat(measured.deviation()).isCloseTo(0.3, within(EXACT));
    JobPosting field =
        task("1", "Sort", newest).toBuilder().timeMeasured(Duration.ofMillis(90_500)).build();
    assertThat(OtherTasks.platform(field).orElseThrow().mean())
        .isCloseTo(Math.log(90.5), within(EXACT));
    assertThat(OtherTasks.platform(task("1", "Sort", report("a", 2, NOW)))).isEmpty();
    JobPosting none = task("1", "Sort").toBuilder().timeMeasured(Duration.ZERO).build();
    assertThat(OtherTasks.platform(none)).isEmpty();
  }
}
