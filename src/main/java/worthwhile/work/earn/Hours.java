package worthwhile.work.earn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import worthwhile.work.Times;
import worthwhile.work.Work;

/**
 * Time of several pieces of work.
 *
 * <p>Active: what was measured is added up; of pieces that tell only start and end, minutes that
 * overlap count once, since workers hold several at a time. By the clock: pieces with at most half
 * an hour between them are one session, and a session counts from its first start to its last end,
 * so that looking and waiting for work count too. Spans over twelve hours count as neither.
 *
 * @param active time worked
 * @param clock time by the clock, never less
 */
public record Hours(Duration active, Duration clock) {
  /** A longer pause is no part of the work. */
  public static final Duration PAUSE = Duration.ofMinutes(30);

  private record Span(Instant from, Instant to) {}

  /** Of these pieces. */
  public static Hours of(Collection<Work> work) {
    Duration active = Duration.ZERO;
    Duration unplaced = Duration.ZERO;
    List<Span> told = new ArrayList<>();
    List<Span> all = new ArrayList<>();
    for (Work piece : work) {
      Times times = piece.times();
      if (times.worked().isEmpty()) continue;
      Duration passed = times.passed().orElse(times.worked().get());
      Span span =
          times.started() == null ? null : new Span(times.started(), times.started().plus(passed));
      if (span == null) unplaced = unplaced.plus(passed);
      else all.add(span);
      if (times.active() != null || span == null) active = active.plus(times.worked().get());
      else told.add(span);
    }
    Duration worked = active.plus(joined(told, Duration.ZERO));
    Duration clock = unplaced.plus(joined(all, PAUSE));
    return new Hours(worked, clock.compareTo(worked) < 0 ? worked : clock);
  }

  /** Total length of the spans, those joined that have at most this pause between them. */
  private static Duration joined(List<Span> spans, Duration pause) {
    spans.sort(Comparator.comparing(Span::from));
    Duration total = Duration.ZERO;
    Instant from = null;
    Instant to = null;
    for (Span span : spans) {
      if (to == null || span.from().isAfter(to.plus(pause))) {
        if (to != null) total = total.plus(Duration.between(from, to));
        from = span.from();
        to = span.to();
      } else if (span.to().isAfter(to)) {
        to = span.to();
      }
    }
    return to == null ? total : total.plus(Duration.between(from, to));
  }
}
