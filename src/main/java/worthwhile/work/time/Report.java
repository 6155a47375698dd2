package worthwhile.work.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.WorkBuilder;

/**
 * What a worker says when she is done: what became of it, and where she knows better than the
 * timer, how long it took and what it paid.
 *
 * @param status pending as long as she does not know
 * @param minutes her own figure; absent: the timer's
 * @param uncounted whether the time is not to count at all
 * @param payment what it paid; absent: what the task promised
 */
public record Report(
    Status status, Optional<Duration> minutes, boolean uncounted, Optional<Payment> payment) {
  /** Nothing but that it is done. */
  public static final Report PLAIN =
      new Report(Status.PENDING, Optional.empty(), false, Optional.empty());

  private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

  public Report {
    minutes.ifPresent(Report::require);
  }

  private static void require(Duration span) {
    if (!span.isPositive() || span.compareTo(Times.LONGEST) > 0)
      throw new IllegalArgumentException(
          "The minutes must be more than 0 and at most " + Times.LONGEST.toMinutes() + ".");
  }

  /**
   * Minutes as somebody typed them.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static Duration minutes(String text) {
    String plain = text.strip().replace(',', '.');
    if (!plain.matches("\\d{1,5}(?:\\.\\d{1,3})?"))
      throw new IllegalArgumentException(
          "The minutes must be a number such as 12 or 7.5, more than 0 and at most "
              + Times.LONGEST.toMinutes()
              + ".");
    Duration span = minutes(new BigDecimal(plain));
    require(span);
    return span;
  }

  /** Minutes as a span. */
  public static Duration minutes(BigDecimal number) {
    return Duration.ofMillis(number.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** The work that a timer measured, as its worker reports it. */
  public Work of(Timer timer, Instant now) {
    String print = Recognition.byTimer(timer.id().toString());
    return work(timer.worker(), timer.task(), times(timer, now), Provenance.TIMER, print, now);
  }

  private Payment paid(TimedTask task) {
    return payment.orElseGet(
        () -> task.reward() == null ? Payment.UNKNOWN : Payment.of(task.currency(), task.reward()));
  }

  /** Her own figure replaces the clock's too: what ran on afterwards was no work. */
  private Times times(Timer timer, Instant now) {
    if (uncounted) return new Times(timer.started(), null, null, null);
    if (minutes.isPresent()) {
      Duration own = minutes.get();
      Duration clock = timer.elapsed(now);
      boolean within = own.compareTo(clock) <= 0 && Doubt.LONG.compareTo(clock) >= 0;
      Duration elapsed = within ? clock : own;
      return new Times(timer.started(), timer.started().plus(elapsed), own, elapsed);
    }
    Duration active = timer.active(now);
    if (!active.isPositive()) return new Times(timer.started(), timer.end(now), null, null);
    return new Times(timer.started(), timer.end(now), active, timer.elapsed(now));
  }

  /** Work that nobody timed. */
  public Work of(String id, String worker, TimedTask task, Instant now) {
    Duration own = minutes.orElse(null);
    Times times = new Times(own == null ? null : now.minus(own), now, own, own);
    return work(worker, task, times, Provenance.REPORT, Recognition.byTimer(id), now);
  }

  private Work work(
      String worker,
      TimedTask task,
      Times times,
      Provenance provenance,
      String print,
      Instant now) {
    return WorkBuilder.builder()
        .worker(worker)
        .platform(task.platform())
        .posting(task.posting())
        .title(task.title())
        .requester(task.requester())
        .payment(paid(task))
        .times(times)
        .status(status)
        .provenance(provenance)
        .fingerprint(print)
        .recorded(now)
        .build();
  }
}
