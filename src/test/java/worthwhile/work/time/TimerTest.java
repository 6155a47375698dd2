package worthwhile.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.Reason;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.earn.Goal;

/** Timers, breaks, and when their worker is asked. */
class TimerTest {
  private static final Instant TEN = Instant.parse("2026-11-20T09:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Instant after(int minutes) {
    return TEN.plus(Duration.ofMinutes(minutes));
  }

  private static Timer timer(Integer usual, Integer allowed) {
    TimedTask task =
        new TimedTask(
            null,
            "shelf",
            "Sort",
            null,
            "USD",
            new BigDecimal("2.00"),
            usual == null ? null : Duration.ofMinutes(usual),
            allowed == null ? null : Duration.ofMinutes(allowed));
    Timer.Focus focus = new Timer.Focus(Duration.ofMinutes(25), Duration.ofMinutes(5));
    return Timer.start(UUID.randomUUID(), "ada", task, Optional.of(focus), TEN);
  }

  @Test
  void breaksAreLeftOut() {
    Timer timer = timer(null, null).pause(after(20)).pause(after(22)).resume(after(30));
    assertThat(timer.elapsed(after(40))).isEqualTo(Duration.ofMinutes(40));
    assertThat(timer.active(after(40))).isEqualTo(Duration.ofMinutes(30));
    Timer stopped = timer.pause(after(40)).stop(after(50));
    assertThat(stopped.active(after(500))).isEqualTo(Duration.ofMinutes(30));
    assertThat(stopped.elapsed(after(500))).isEqualTo(Duration.ofMinutes(50));
    assertThat(stopped.pause(after(60))).isEqualTo(stopped);
  }

  @Test
  void intervalsAndBreaksCountDown() {
    Timer timer = timer(null, null);
    assertThat(timer.left(after(20))).contains(Duration.ofMinutes(5));
    assertThat(timer.left(after(26))).contains(Duration.ofMinutes(-1));
    Timer paused = timer.pause(after(26));
    assertThat(paused.left(after(28))).contains(Duration.ofMinutes(3));
    assertThat(paused.resume(after(31)).left(after(41))).contains(Duration.ofMinutes(15));
    assertThat(timer.stop(after(30)).left(after(30))).isEmpty();
  }

  @Test
  void doneBecomesWorkWithTheMoneyPromised() {
    Work work = Report.PLAIN.of(timer(null, null).pause(after(10)).resume(after(15)), after(21));
    assertThat(work.times())
        .isEqualTo(new Times(TEN, after(21), Duration.ofMinutes(16), Duration.ofMinutes(21)));
    assertThat(work.payment()).isEqualTo(Payment.of("USD", new BigDecimal("2.00")));
    assertThat(work.status()).isEqualTo(Status.PENDING);
    assertThat(work.provenance()).isEqualTo(Provenance.TIMER);
  }

  @Test
  void aForgottenTimerIsAskedAboutAndNeverCountedAsItRan() {
    assertThat(Doubt.of(timer(10, 60), after(39), BERLIN)).isEmpty();
    assertThat(Doubt.of(timer(10, null), after(41), BERLIN))
        .extracting(Reason::text)
        .containsExactly("The task usually takes 10 min, and it ran for 41 min.");
    assertThat(Doubt.of(timer(null, 30), after(41), BERLIN))
        .extracting(Reason::text)
        .containsExactly("The task allows 30 min only.");
    assertThat(Doubt.of(timer(null, null), after(239), BERLIN)).isEmpty();
    assertThat(Doubt.of(timer(null, null), after(241), BERLIN))
        .extracting(Reason::text)
        .containsExactly("It ran for 4 h 1 min.");
    List<Reason> weeks = Doubt.of(timer(null, null), after(340 * 60), BERLIN);
    assertThat(weeks)
        .extracting(Reason::text)
        .contains("It ran for 340 h 0 min.", "It ran right through the night.");

    Work own =
        report(Optional.of(Duration.ofMinutes(12)), false).of(timer(null, null), after(340 * 60));
    assertThat(own.times())
        .isEqualTo(new Times(TEN, after(12), Duration.ofMinutes(12), Duration.ofMinutes(12)));
    Work uncounted = report(Optional.empty(), true).of(timer(null, null), after(340 * 60));
    assertThat(uncounted.times().worked()).isEmpty();
    assertThat(uncounted.times().at()).contains(TEN);
    Work ran = Report.PLAIN.of(timer(null, null), after(340 * 60));
    assertThat(ran.times().worked()).isEmpty();
  }

  private static Report report(Optional<Duration> minutes, boolean uncounted) {
    return new Report(Status.PAID, minutes, uncounted, Optional.empty());
  }

  @Test
  void theNightIsTheWorkersOwn() {
    Instant one = Instant.parse("2026-11-20T00:30:00Z"); // 01:30 in Berlin
    Timer timer =
        Timer.start(UUID.randomUUID(), "ada", timer(null, null).task(), Optional.empty(), one);
    Instant five = Instant.parse("2026-11-20T04:01:00Z");
    assertThat(Doubt.of(timer, five, BERLIN))
        .extracting(Reason::text)
        .containsExactly("It ran right through the night.");
    assertThat(Doubt.of(timer, five, ZoneId.of("Asia/Manila"))).isEmpty();
    Timer slept = timer.pause(one.plusSeconds(1800)).resume(Instant.parse("2026-11-20T04:00:00Z"));
    assertThat(Doubt.of(slept, five, BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "721", "20400", "1e3", "abc", ""})
  void nonsenseIsRefused(String minutes) {
    assertThatThrownBy(() -> Report.minutes(minutes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 720");
  }

  @Test
  void whatMayBeTyped() {
    assertThat(Report.minutes("7,5")).isEqualTo(Duration.ofSeconds(450));
    assertThat(Report.minutes("720")).isEqualTo(Duration.ofHours(12));
    assertThatThrownBy(() -> new Timer.Focus(Duration.ZERO, Duration.ofMinutes(5)))
        .hasMessageContaining("from 1 to 240");
    assertThatThrownBy(() -> Goal.of("0", "EUR")).hasMessageContaining("more than 0");
    assertThatThrownBy(() -> Goal.of("200", "hours")).hasMessageContaining("at most 168");
  }
}
