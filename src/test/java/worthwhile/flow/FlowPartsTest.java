package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.Assessment;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.reputation.Prior;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.warning.Circumstances;
import worthwhile.warning.PayLevels;

/** The small parts of the flow, each by itself. */
class FlowPartsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final JobPosting BARE =
      JobPosting.builder("mill", "mill", "1").title("Sort pears").build();

  @Test
  void workGoesOnWhereItWasAndEndsWhenItIsDone() {
    RuleProgress progress = new RuleProgress("rules");
    assertThat(progress.isOver(Optional.empty())).isFalse();
    assertThat(progress.begin(Optional.of("rules mill:7"))).isEqualTo("mill:7");
    assertThat(progress.isOver(Optional.of(progress.noted(Optional.of("mill:9"))))).isFalse();
    assertThat(progress.begin(Optional.of("rules mill:9"))).isEqualTo("mill:9");
    assertThat(progress.isOver(Optional.of(progress.noted(Optional.empty())))).isTrue();
    assertThat(progress.isOver(Optional.empty())).as("forgotten: it begins anew").isFalse();
  }

  @Test
  void otherRulesAreBegunFromTheStartAndLeftAloneOnceBegun() {
    RuleProgress progress = new RuleProgress("rules");
    Optional<String> others = Optional.of("rules2 done");
    assertThat(progress.isOver(others)).as("not yet begun").isFalse();
    assertThat(progress.begin(others)).isEmpty();
    assertThat(progress.isOver(others)).as("taken over").isTrue();
    assertThat(new RuleProgress("rules").begin(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ITEMS, items, true, true",
    "EMPTY, empty, true, true",
    "UNCHANGED, unchanged, false, true",
    "PARTIAL, partial, false, false",
    "FORWARDED, forwarded, false, false"
  })
  void aReadingIsCompleteOrSuccessful(
      RunOutcome.Read outcome, String word, boolean complete, boolean success) {
    assertThat(outcome.word()).isEqualTo(word);
    assertThat(outcome.isComplete()).isEqualTo(complete);
    assertThat(outcome.isSuccess()).isEqualTo(success);
    Batch.Rows none = Batch.Rows.of("mill", NOON).outcome(outcome).build();
    assertThat(none.isNothing()).isEqualTo(!complete && outcome != RunOutcome.Read.FORWARDED);
    assertThat(
            Batch.Rows.of("mill", NOON).outcome(outcome).items(List.of(BARE)).build().isNothing())
        .isFalse();
  }

  @Test
  void aStopIsNeither() {
    RunOutcome stopped =
        new RunOutcome.Stopped(
            new Stop(Stop.Kind.RATE_LIMITED, Reason.of("rows-stale"), Optional.empty()));
    assertThat(stopped.word()).isEqualTo("rate-limited");
    assertThat(stopped.isComplete() || stopped.isSuccess()).isFalse();
    Batch.Rows rows = Batch.Rows.of("mill", NOON).outcome(stopped).build();
    assertThat(rows.isNothing()).isTrue();
    assertThat(rows.items()).isEmpty();
    assertThat(rows.of(JobPosting.class)).isEmpty();
    assertThat(Batch.newRun()).isNotEqualTo(Batch.newRun());
  }

  @Test
  void itemsAreFoundByTheirKind() {
    Batch.Rows rows =
        Batch.Rows.of("mill", NOON).outcome(RunOutcome.Read.ITEMS).items(List.of(BARE)).build();
    assertThat(rows.of(JobPosting.class)).containsExactly(BARE);
    assertThat(rows.of(AggregateRating.class)).isEmpty();
    assertThat(rows.<Item>of(Item.class)).hasSize(1);
  }

  private static JobPosting paying(UnitText unit) {
    return BARE.toBuilder().baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, unit)).build();
  }

  @Test
  void onlyOfATaskItsTimeMatters() {
    assertThat(PayStep.isTask(BARE)).isFalse();
    assertThat(PayStep.isTask(paying(UnitText.TASK))).isTrue();
    assertThat(PayStep.isTask(paying(UnitText.POINTS))).isTrue();
    assertThat(PayStep.isTask(paying(UnitText.PROJECT))).isFalse();
    assertThat(PayStep.isTask(paying(UnitText.HOUR))).isFalse();
  }

  @Test
  void otherTasksCountForATaskAlone() {
    PayStep step = new PayStep(HourlyPay.at(Rates.shipped()));
    JobPosting other =
        JobPosting.builder("mill", "mill", "2")
            .title("Sort plums")
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK))
            .reports(List.of(new WorkReport("a", BigDecimal.TEN, NOON, null, "timer")))
            .build();
    Evidence evidence = Evidence.given(List.of(other), List.of("else"), NOON);
    assertThat(evidence.otherTexts()).containsExactly("else");
    assertThat(evidence.at()).isEqualTo(NOON);
    assertThat(evidence.conduct(BARE)).isEmpty();
    assertThat(evidence.circumstances(BARE, null)).isEqualTo(Circumstances.NONE);
    Pay pay = step.assess(paying(UnitText.TASK), evidence, Assessment.NONE).pay();
    assertThat(pay.evidence()).extracting(Reason::code).contains("other-tasks");
    Assessment none = step.assess(BARE, evidence, Assessment.NONE);
    assertThat(none.pay()).isNull();
    assertThat(none.notKnown()).isNotEmpty();
  }

  @Test
  void stepsFollowEachOtherAndASlowOneIsMadeOnce() {
    List<String> made = new ArrayList<>();
    Assessor.Once once =
        new Assessor.Once(
            () -> {
              made.add("made");
              return Assessor.Step.NONE;
            });
    assertThat(made).isEmpty();
    assertThat(once.get()).isSameAs(once.get());
    assertThat(made).hasSize(1);
    Assessment assessed =
        Assessor.with(() -> HourlyPay.at(Rates.shipped()))
            .assess(paying(UnitText.HOUR), Evidence.given(List.of(), List.of(), NOON));
    assertThat(assessed.pay().median()).isEqualByComparingTo("1");
  }

  @Test
  void payBeyondTheUsualIsKnownBesideTheRest() {
    PayLevels usual =
        new PayLevels(Map.of("judging", new PayLevels.Level(BigDecimal.valueOf(10), 60)));
    LookedUp known =
        new LookedUp(BARE, List.of(BARE), Optional.empty(), Circumstances.NONE, usual, NOON);
    JobPosting judging = BARE.toBuilder().occupationalCategory("judging").build();
    assertThat(known.circumstances(judging, pay(20))).isEqualTo(Circumstances.NONE);
    assertThat(known.circumstances(judging, pay(21)).beyond()).isPresent();
    assertThat(known.circumstances(judging, null)).isEqualTo(Circumstances.NONE);
    assertThat(known.withReports(judging)).isEqualTo(BARE);
    assertThat(known.others(judging)).containsExactly(BARE);
    assertThat(known.otherTexts()).isEmpty();
  }

  private static Pay pay(int usd) {
    BigDecimal hourly = BigDecimal.valueOf(usd);
    return new Pay(
        "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
  }

  @Test
  void whatWasLearnedIsReadAsItWasNoted(@TempDir Path folder) {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    try (Store store = Store.open(TestDatabase.SQLITE.fresh(folder), clock)) {
      assertThat(Priors.of(store, "mill")).isEqualTo(Prior.NEUTRAL);
      assertThat(Priors.learned(store)).isEmpty();
      Prior learned = new Prior(0.75, 2.5);
      Prior seen =
          store.write(
              writing -> {
                Priors.note(writing, "mill", learned);
                return Priors.noted(writing, "mill");
              });
      assertThat(seen).isEqualTo(learned);
      assertThat(Priors.of(store, "mill")).isEqualTo(learned);
      assertThat(Priors.of(store, "quarry")).isEqualTo(Prior.NEUTRAL);
      assertThat(Priors.learned(store)).containsExactly(Map.entry("mill", learned));
      assertThat(PayLevelWatch.known(store)).isEqualTo(PayLevels.NONE);
      store.meta().put(PayLevelWatch.NAME, "no JSON");
      assertThat(PayLevelWatch.known(store)).isEqualTo(PayLevels.NONE);
      new PayLevelWatch(store, clock).learn();
      assertThat(PayLevelWatch.read(store.meta().get(PayLevelWatch.NAME).orElseThrow()))
          .contains(PayLevels.NONE);
    }
  }
}
