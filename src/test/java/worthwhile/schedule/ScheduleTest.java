package worthwhile.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Schedule schedule =
      new Schedule(Clock.fixed(NOW, ZoneOffset.UTC), Schedule.AT_ONCE);
  private final ConcurrentMap<String, Integer> runs = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    schedule.stop(Duration.ZERO);
  }

  @Test
  void whatIsDueRunsAndWhatIsNotWaits() {
    schedule.start(
        List.of(
            new Due("overdue", NOW.minus(Duration.ofDays(3))),
            new Due("due", NOW),
            new Due("later", NOW.plus(Duration.ofHours(1)))),
        Duration.ZERO,
        this::countThenTomorrow);
    await().untilAsserted(() -> assertThat(runs).containsOnlyKeys("overdue", "due"));
    await().until(() -> schedule.running().isEmpty());
    assertThat(runs.values()).containsOnly(1);
    assertThat(schedule.scheduled()).containsExactly("due", "later", "overdue");
  }

  @Test
  void aRunSaysWhenTheNextOneIs() {
    schedule.start(
        List.of(new Due("busy", NOW)),
        Duration.ZERO,
        source -> {
          int run = runs.merge(source, 1, Integer::sum);
          return new ComeBack.Due(run < 3 ? NOW : NOW.plus(Duration.ofDays(1)));
        });
    await().untilAsserted(() -> assertThat(runs).containsEntry("busy", 3));
    await().until(() -> schedule.running().isEmpty());
    assertThat(runs).containsEntry("busy", 3);
  }

  @Test
  void noSourceRunsTwiceAtOnceAndOnlySoManyDo() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch four = new CountDownLatch(4);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    schedule.start(
        IntStream.range(0, 8).mapToObj(i -> new Due("s" + i, NOW)).toList(),
        Duration.ZERO,
        source -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          four.countDown();
          awaitQuietly(open);
          now.decrementAndGet();
          return countThenTomorrow(source);
        });
    assertThat(four.await(20, TimeUnit.SECONDS)).isTrue();
    Set<String> running = schedule.running();
    assertThat(running).hasSize(4);
    for (String source : running) schedule.follow(new Due(source, NOW.plusSeconds(1)));
    open.countDown();
    await().untilAsserted(() -> assertThat(runs).hasSize(8));
    await().until(() -> schedule.running().isEmpty());
    assertThat(runs.values()).containsOnly(1);
    assertThat(most).hasValue(4);
  }

  @Test
  void aTimeThatSomebodyElseWroteIsObeyedAndOneThatIsKnownChangesNothing() {
    Due tomorrow = new Due("later", NOW.plus(Duration.ofDays(1)));
    schedule.start(List.of(tomorrow), Duration.ZERO, this::countThenTomorrow);
    schedule.follow(tomorrow);
    schedule.follow(new Due("later", NOW));
    await().untilAsserted(() -> assertThat(runs).containsEntry("later", 1));
    await().until(() -> schedule.running().isEmpty());
    schedule.follow(tomorrow);
    assertThat(runs).containsEntry("later", 1);
    assertThat(schedule.scheduled()).containsExactly("later");
  }

  @Test
  void aSourceThatAnotherProcessReadsIsLookedAtAgain() {
    schedule.start(
        List.of(new Due("shared", NOW)),
        Duration.ZERO,
        source ->
            runs.merge(source, 1, Integer::sum) < 3
                ? new ComeBack.Look(NOW)
                : new ComeBack.Due(NOW.plus(Duration.ofDays(1))));
    await().untilAsserted(() -> assertThat(runs).containsEntry("shared", 3));
  }

  @Test
  void sourcesComeAndGo() {
    schedule.start(
        List.of(new Due("gone", NOW.plus(Duration.ofDays(1)))),
        Duration.ZERO,
        this::countThenTomorrow);
    schedule.remove("gone");
    schedule.follow(new Due("new", NOW));
    await().untilAsserted(() -> assertThat(runs).containsOnlyKeys("new"));
    await().untilAsserted(() -> assertThat(schedule.scheduled()).containsExactly("new"));
  }

  @Test
  void aRunThatBreaksDownIsTriedAgainLater() {
    schedule.start(
        List.of(new Due("broken", NOW), new Due("deep", NOW)),
        Duration.ZERO,
        source -> {
          runs.merge(source, 1, Integer::sum);
          if (source.equals("deep")) throw new StackOverflowError("on purpose");
          throw new IllegalStateException("on purpose");
        });
    await().untilAsserted(() -> assertThat(runs).containsOnlyKeys("broken", "deep"));
    await().until(() -> schedule.running().isEmpty());
    assertThat(schedule.scheduled()).containsExactly("broken", "deep");
  }

  @Test
  void stoppingWaitsForRunsUnderWay() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    schedule.start(
        List.of(new Due("long", NOW)),
        Duration.ZERO,
        source -> {
          begun.countDown();
          awaitQuietly(open);
          return countThenTomorrow(source);
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    Thread.ofVirtual().start(open::countDown);
    assertThat(schedule.stop(Duration.ofSeconds(20))).isEmpty();
    assertThat(runs).containsEntry("long", 1);
  }

  @Test
  void stoppingInterruptsWhatTakesTooLong() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    schedule.start(
        List.of(new Due("endless", NOW), new Due("later", NOW.plus(Duration.ofDays(1)))),
        Duration.ZERO,
        source -> {
          begun.countDown();
          awaitQuietly(never);
          if (Thread.interrupted()) interrupted.countDown();
          return countThenTomorrow(source);
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(schedule.stop(Duration.ofMillis(50))).containsExactly("endless");
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    schedule.follow(new Due("later", NOW));
    assertThat(schedule.scheduled()).isEmpty();
  }

  private ComeBack countThenTomorrow(String source) {
    runs.merge(source, 1, Integer::sum);
    return new ComeBack.Due(NOW.plus(Duration.ofDays(1)));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
