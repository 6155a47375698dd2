package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.WorkReport;
import worthwhile.posting.bench.InventedPostings;

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
    assertThat(SideBySide.assess(MANY, SideBySideTest::evidence, assessor.now()))
        .isEqualTo(expected);
    assertThat(expected.stream().filter(each -> each.pay() != null)).hasSizeGreaterThan(400);
  }

  @Test
  void whatIsKnownIsLookedUpOnTheCallersThread() {
    Set<Thread> asking = ConcurrentHashMap.newKeySet();
    SideBySide.assess(
        MANY,
        posting -> {
          asking.add(Thread.currentThread());
          return evidence(posting);
        },
        Assessor.Step.NONE);
    assertThat(asking).containsExactly(Thread.currentThread());
  }

  @Test
  void theFirstThatFailsIsTheOneThatIsTold() {
    Set<String> failing = Set.of(MANY.get(9).id(), MANY.get(200).id(), MANY.get(699).id());
    assertThatThrownBy(
            () ->
                SideBySide.assess(
                    MANY, SideBySideTest::evidence, (posting, _, _) -> fail(posting, failing)))
        .hasMessage(MANY.get(9).id());
  }

  private static Assessment fail(JobPosting posting, Set<String> failing) {
    if (failing.contains(posting.id())) throw new IllegalStateException(posting.id());
    return Assessment.NONE;
  }
}
