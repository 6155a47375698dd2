package worthwhile.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.posting.Reason;
import worthwhile.schedule.Revisit.Before;
import worthwhile.schedule.RunResult.Changed;
import worthwhile.schedule.RunResult.Unchanged;
import worthwhile.source.Contract;
import worthwhile.source.FetchRules;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

class RevisitTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final FetchRules HOUR_TO_DAY =
      new FetchRules(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          1_000_000,
          Map.of(),
          Optional.empty(),
          Optional.empty());
  private static final Contract TOLERATES_3 = new Contract(1, 100, List.of(), Optional.empty(), 3);

  private Instant now = START;
  private NextRun next =
      new NextRun(Duration.ofHours(1), START, SourceCondition.NEW, START, Optional.empty(), 0);

  @Test
  void theFirstQuietRunComesBackALittleLaterThanTheShortestInterval() {
    NextRun first =
        Revisit.after(Before.first(START), new Unchanged(), HOUR_TO_DAY, TOLERATES_3, START);
    assertThat(first)
        .isEqualTo(
            new NextRun(
                Duration.ofMinutes(84),
                START.plus(Duration.ofMinutes(84)),
                SourceCondition.OK,
                START,
                Optional.empty(),
                0));
  }

  @Test
  void quietSourcesSlowDownToTheLongestIntervalAndBusyOnesSpeedUpToTheShortest() {
    for (int i = 0; i < 9; i++) run(new Unchanged());
    assertThat(next.interval()).isLessThan(Duration.ofDays(1));
    run(new Unchanged());
    assertThat(next.interval()).isEqualTo(Duration.ofDays(1));
    run(new Unchanged());
    assertThat(next.interval()).isEqualTo(Duration.ofDays(1));
    run(new Changed());
    assertThat(next.interval()).isEqualTo(Duration.ofMinutes(1008));
    for (int i = 0; i < 9; i++) run(new Changed());
    assertThat(next.interval()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anIntervalOutsideNewBoundsIsBroughtInside() {
    Before stored = new Before(SourceCondition.OK, START, Optional.of(Duration.ofDays(30)), 0);
    assertThat(Revisit.after(stored, new Unchanged(), HOUR_TO_DAY, TOLERATES_3, now).interval())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aRateLimitedSourceIsParkedExactlyAsLongAsItAsked() {
    run(stopped(Kind.RATE_LIMITED, "too many requests", Optional.of(Duration.ofSeconds(30))));
    assertThat(next.condition()).isEqualTo(SourceCondition.PARKED);
    assertThat(next.at()).isEqualTo(now.plusSeconds(30));
    run(stopped(Kind.RATE_LIMITED, "too many requests", Optional.of(Duration.ofSeconds(30))));
    assertThat(next.at()).isEqualTo(now.plusSeconds(30));
    run(stopped(Kind.RATE_LIMITED, "too many requests", Optional.of(Duration.ofSeconds(30))));
    assertThat(next.at()).as("third time in a row").isEqualTo(now.plus(Duration.ofHours(1)));
    run(stopped(Kind.RATE_LIMITED, "too many requests", Optional.of(Duration.ofDays(2))));
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofDays(2)));
    run(new Changed());
    assertThat(next.condition()).isEqualTo(SourceCondition.OK);
    assertThat(next.failures()).isZero();
  }

  @Test
  void anUnavailableSourceIsTriedAfterWaitsThatDoubleUpToADay() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      run(stopped(Kind.UNAVAILABLE, "down", Optional.empty()));
      waits.add(Duration.between(now, next.at()));
    }
    assertThat(waits.subList(0, 5))
        .containsExactly(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40));
    assertThat(waits.getLast()).isEqualTo(Duration.ofDays(1));
    assertThat(next.condition()).isEqualTo(SourceCondition.FAILING);
    assertThat(next.since()).isEqualTo(START);
    assertThat(next.reason()).contains(Reason.stated("down"));
    assertThat(next.interval()).as("unchanged by trouble").isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anUnavailableSourceIsNotAskedBeforeItSaid() {
    run(stopped(Kind.UNAVAILABLE, "maintenance", Optional.of(Duration.ofHours(3))));
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofHours(3)));
  }

  @Test
  void aSourceThatRefusesThreeTimesIsSuspendedAndTriedWeekly() {
    run(stopped(Kind.BLOCKED, "captcha", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.FAILING);
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofHours(6)));
    run(stopped(Kind.BLOCKED, "captcha", Optional.empty()));
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofHours(12)));
    run(stopped(Kind.BLOCKED, "captcha", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.SUSPENDED);
    Instant suspended = now;
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofDays(7)));
    run(stopped(Kind.UNAVAILABLE, "down", Optional.empty()));
    assertThat(next.condition()).as("not freed by an outage").isEqualTo(SourceCondition.SUSPENDED);
    assertThat(next.since()).isEqualTo(suspended);
    run(new Unchanged());
    assertThat(next.condition()).isEqualTo(SourceCondition.OK);
    assertThat(next.reason()).isEmpty();
  }

  @Test
  void whatIsNotAllowedIsSuspendedAtOnceAndLookedAtDaily() {
    run(stopped(Kind.NOT_ALLOWED, "set secret BOARD_KEY", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.SUSPENDED);
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofDays(1)));
    assertThat(next.reason()).contains(Reason.stated("set secret BOARD_KEY"));
  }

  @Test
  void brokenRunsAreToleratedAsTheContractSaysAndThenQuarantined() {
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.FAILING);
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofHours(1)));
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.QUARANTINED);
    assertThat(next.failures()).isEqualTo(3);
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofDays(1)));
    run(new Changed());
    assertThat(next.condition()).isEqualTo(SourceCondition.OK);
    assertThat(next.at()).isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void outagesBetweenBrokenRunsNeitherCountNorForgive() {
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    run(stopped(Kind.UNAVAILABLE, "down", Optional.empty()));
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    assertThat(next.failures()).isEqualTo(2);
    run(stopped(Kind.DRIFTED, "no rows", Optional.empty()));
    assertThat(next.condition()).isEqualTo(SourceCondition.QUARANTINED);
  }

  @Test
  void conditionsGoByTheirWords() {
    for (SourceCondition condition : SourceCondition.values())
      assertThat(SourceCondition.of(condition.word())).isEqualTo(condition);
    assertThat(SourceCondition.QUARANTINED.word()).isEqualTo("quarantined");
    assertThatThrownBy(() -> SourceCondition.of("broken")).hasMessageContaining("suspended");
  }

  private static RunResult stopped(Kind kind, String reason, Optional<Duration> retryAfter) {
    return new RunResult.Stopped(new Stop(kind, reason, retryAfter));
  }

  private void run(RunResult result) {
    now = next.at();
    Before before =
        new Before(next.condition(), next.since(), Optional.of(next.interval()), next.failures());
    next = Revisit.after(before, result, HOUR_TO_DAY, TOLERATES_3, now);
  }
}
