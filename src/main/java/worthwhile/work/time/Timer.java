package worthwhile.work.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of one piece of work: running, in a break, or stopped and waiting for its worker
 * to say how long it really took. A worker has one running timer at most.
 *
 * @param started when Start was pressed
 * @param stopped when it was stopped and found doubtful; null while it runs
 * @param breaks in their order; only the last may still be open
 * @param focus how the worker wants to divide her time; absent if not at all
 */
public record Timer(
    UUID id,
    String worker,
    TimedTask task,
    Instant started,
    @Nullable Instant stopped,
    List<Break> breaks,
    Optional<Focus> focus) {
  public Timer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(task, "task");
    started = started.truncatedTo(ChronoUnit.MILLIS);
    if (stopped != null) stopped = stopped.truncatedTo(ChronoUnit.MILLIS);
    breaks = List.copyOf(breaks);
  }

  /**
   * A pause.
   *
   * @param to null while it lasts
   */
  public record Break(Instant from, @Nullable Instant to) {
    public Break {
      from = from.truncatedTo(ChronoUnit.MILLIS);
      if (to != null) to = to.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * Intervals of work with breaks between.
   *
   * @param work from one minute to four hours
   * @param rest from one minute to two hours
   */
  public record Focus(Duration work, Duration rest) {
    public static final Duration MOST_WORK = Duration.ofHours(4);
    public static final Duration MOST_REST = Duration.ofHours(2);

    public Focus {
      require("focus", work, MOST_WORK);
      require("break", rest, MOST_REST);
    }

    private static void require(String name, Duration span, Duration most) {
      if (span.compareTo(Duration.ofMinutes(1)) < 0 || span.compareTo(most) > 0)
        throw new IllegalArgumentException(
            "The minutes of " + name + " must be from 1 to " + most.toMinutes() + ".");
    }
  }

  /** Starts one. */
  public static Timer start(
      UUID id, String worker, TimedTask task, Optional<Focus> focus, Instant now) {
    return new Timer(id, worker, task, now, null, List.of(), focus);
  }

  public boolean isRunning() {
    return stopped == null;
  }

  public boolean isInBreak() {
    return isRunning() && !breaks.isEmpty() && breaks.getLast().to() == null;
  }

  /** Takes a break; nothing changes during one. */
  public Timer pause(Instant now) {
    if (!isRunning() || isInBreak()) return this;
    List<Break> more = new ArrayList<>(breaks);
    more.add(new Break(now, null));
    return new Timer(id, worker, task, started, null, more, focus);
  }

  /** Goes on; nothing changes outside a break. */
  public Timer resume(Instant now) {
    if (!isInBreak()) return this;
    List<Break> ended = new ArrayList<>(breaks);
    Break last = ended.removeLast();
    ended.add(new Break(last.from(), now));
    return new Timer(id, worker, task, started, null, ended, focus);
  }

  /** Stops it, with the break that lasts, to wait for an answer. */
  public Timer stop(Instant now) {
    if (!isRunning()) return this;
    Timer going = resume(now);
    return new Timer(id, worker, task, started, now, going.breaks, focus);
  }

  /** Takes the stop back: what has passed since it counts as a break. */
  public Timer goOn(Instant now) {
    if (stopped == null) return this;
    List<Break> more = new ArrayList<>(breaks);
    more.add(new Break(stopped, now));
    return new Timer(id, worker, task, started, null, more, focus);
  }

  /** When it ended, or now. */
  public Instant end(Instant now) {
    return stopped == null ? now : stopped;
  }

  /** Time by the clock. */
  public Duration elapsed(Instant now) {
    return atLeastZero(Duration.between(started, end(now)));
  }

  /** Time without the breaks. */
  public Duration active(Instant now) {
    Duration active = elapsed(now);
    for (Break pause : breaks) {
      Instant to = pause.to() == null ? end(now) : pause.to();
      active = active.minus(atLeastZero(Duration.between(pause.from(), to)));
    }
    return atLeastZero(active);
  }

  /** What is left of the present interval or break; negative when it is over. */
  public Optional<Duration> left(Instant now) {
    if (!isRunning() || focus.isEmpty()) return Optional.empty();
    Instant since = breaks.isEmpty() ? started : last();
    Duration whole = isInBreak() ? focus.get().rest() : focus.get().work();
    return Optional.of(whole.minus(Duration.between(since, now)));
  }

  private Instant last() {
    Break last = breaks.getLast();
    return last.to() == null ? last.from() : last.to();
  }

  private static Duration atLeastZero(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }
}
