package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.WorkReport;
import worthwhile.posting.bench.InventedPostings;
import worthwhile.warning.Circumstances;
import worthwhile.warning.PayLevels;

/** Many postings assessed at once come to what each comes to alone. */
class SideBySideTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<Posting> MANY =
      new InventedPostings(5, 700, NOW)
          .all()
          .map(Normalise.plain()::posting)
          .map(Posting::read)
          .toList();

  /** Some have reports, so that those of their neighbours count too. */
  private static Evidence evidence(JobPosting posting) {
    int number = Math.floorMod(posting.id().hashCode(), 7);
    List<JobPosting> others = new ArrayList<>();
    for (int i = 0; i < number; i++)
      others.add(
          MANY.get(i).job().toBuilder()
              .reports(
                  List.of(
                      new WorkReport(
                          "w" + i,
                          BigDecimal.valueOf(3 + i),
                          NOW,
                          WorkReport.Outcome.PAID,
                          "timer")))
              .build());
    return Evidence.given(others, List.of(), NOW);
  }

  @Test
  void theOutcomeIsThatOfOneThreadInTheSameOrder() {
    Assessor assessor = Assessor.with(() -> HourlyPay.at(Rates.shipped()));
    List<Posting> expected =
        MANY.stream()
            .map(each -> each.with(assessor.assess(each.job(), evidence(each.job()))))
            .toList();
    assertThat(new SideBySide(assessor::now).assess(MANY, SideBySideTest::evidence))
        .isEqualTo(expected);
    assertThat(expected.stream().filter(each -> each.pay() != null)).hasSizeGreaterThan(400);
  }

  @Test
  void whatIsKnownIsLookedUpOnTheCallersThread() {
    Set<Thread> asking = ConcurrentHashMap.newKeySet();
    new SideBySide(() -> Assessor.Step.NONE)
        .assess(
            MANY,
            posting -> {
              asking.add(Thread.currentThread());
              return evidence(posting);
            });
    assertThat(asking).containsExactly(Thread.currentThread());
  }

  @Test
  void theFirstThatFailsIsTheOneThatIsTold() {
    Set<String> failing = Set.of(MANY.get(9).id(), MANY.get(200).id(), MANY.get(699).id());
    assertThatThrownBy(
            () ->
                new SideBySide(() -> (posting, _, _) -> fail(posting, failing))
                    .assess(MANY, SideBySideTest::evidence))
        .hasMessage(MANY.get(9).id());
  }

  @Test
  void whatIsKnownToComeToTheSameIsNotAssessedOnceMore() {
    AtomicInteger asked = new AtomicInteger();
    Assessor.Step step =
        (posting, evidence, _) -> {
          asked.incrementAndGet();
          BigDecimal others = BigDecimal.valueOf(evidence.others(posting).size());
          return new Assessment(null, List.of(), null, others, List.of(), List.of());
        };
    Function<JobPosting, Evidence> none = posting -> lookedUp(posting, List.of());
    JobPosting odd = MANY.get(17).job();
    SideBySide assess = new SideBySide(() -> step);
    List<Posting> first = assess.assess(MANY, none);
    assertThat(asked).hasValue(700);

    assertThat(assess.assess(MANY, none)).isEqualTo(first);
    assertThat(asked).as("nothing is otherwise").hasValue(700);

    List<Posting> second =
        assess.assess(MANY, each -> lookedUp(each, each.equals(odd) ? List.of(odd) : List.of()));
    assertThat(asked).as("more is known of one").hasValue(701);
    assertThat(second.get(17)).isNotEqualTo(first.get(17));
    List<Posting> changed = new ArrayList<>(MANY);
    changed.set(3, Posting.read(MANY.get(3).job().toBuilder().title("Another title").build()));
    assess.assess(changed, none);
    assertThat(asked).as("two are otherwise than when they were last asked").hasValue(703);
  }

  private static Evidence lookedUp(JobPosting posting, List<JobPosting> others) {
    return new LookedUp(
        posting, others, Optional.empty(), Circumstances.NONE, new PayLevels(Map.of()), NOW);
  }

  private static Assessment fail(JobPosting posting, Set<String> failing) {
    if (failing.contains(posting.id())) throw new IllegalStateException(posting.id());
    return Assessment.NONE;
  }
}
