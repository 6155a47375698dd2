package worthwhile.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.source.Contract;
import worthwhile.source.FetchRules;
import worthwhile.source.Stop;

/**
 * When to come back to a source.
 *
 * <p>While all is well, the interval is multiplied by 0.7 after a run that found something new and
 * by 1.4 after one that did not, between the source's own bounds: about two quiet runs undo two
 * busy ones, and from the shortest to the longest of typical bounds (an hour to a day) it takes
 * ten.
 *
 * <p>Trouble does not change the interval, so that a source that recovers goes on as before:
 *
 * <ul>
 *   <li>rate-limited: when it said, and from the third time in a row not before the interval;
 *   <li>unavailable: after as long as it has already been so, which doubles each time, from 5
 *       minutes to a day, and not before it said;
 *   <li>broken down on our side: after as long as it has already been so, too;
 *   <li>refused (blocked, login, gone): after 6 hours, then 12; from the third time in a row it is
 *       suspended and tried once a week;
 *   <li>not allowed: suspended at once, looked at again each day, since a key may have been set;
 *   <li>broken (drifted, held back, unacceptable): at the shortest interval, until the contract
 *       tolerates no more; then it is quarantined and tried once a day.
 * </ul>
 */
public final class Revisit {
  private static final int FASTER = 7;
  private static final int SLOWER = 14;
  private static final int TENTHS = 10;
  private static final int REFUSALS = 3;
  private static final int RATE_LIMITS = 3;
  private static final Duration SHORTEST_RETRY = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration AFTER_REFUSAL = Duration.ofHours(6);

  /** How long a source is left alone that says "too many requests" and nothing more. */
  private static final Duration UNSTATED_WAIT = Duration.ofMinutes(15);

  private Revisit() {}

  /**
   * Where a source stood before its run.
   *
   * @param since when that condition began
   * @param interval as adapted by earlier runs; absent if never run
   * @param failures broken, refused or rate-limited runs in a row
   */
  public record Before(
      SourceCondition condition, Instant since, Optional<Duration> interval, int failures) {
    /** That of a source never run. */
    public static Before first(Instant now) {
      return new Before(SourceCondition.NEW, now, Optional.empty(), 0);
    }
  }

  /**
   * When a source runs again.
   *
   * @param now when the run ended
   */
  public static NextRun after(
      Before before, RunResult result, FetchRules fetch, Contract contract, Instant now) {
    Duration interval = bounded(before.interval().orElse(fetch.every()), fetch);
    int failures = before.failures() + 1;
    Then then = new Then(before, now, interval);
    return switch (result) {
      case RunResult.Changed _ -> then.well(bounded(times(interval, FASTER), fetch));
      case RunResult.Unchanged _ -> then.well(bounded(times(interval, SLOWER), fetch));
      case RunResult.Stopped(Stop stop) -> stopped(then, stop, fetch, contract, failures);
    };
  }

  private static NextRun stopped(
      Then then, Stop stop, FetchRules fetch, Contract contract, int failures) {
    Before before = then.before();
    return switch (stop.kind()) {
      case RATE_LIMITED -> rateLimited(then, stop.retryAfter().orElse(UNSTATED_WAIT), failures);
      case UNAVAILABLE ->
          then.trouble(
              stillUnwell(before),
              max(backOff(before, then.now()), stop.retryAfter().orElse(Duration.ZERO)),
              stop.reason(),
              before.failures());
      case BLOCKED, LOGIN_REQUIRED, GONE -> refused(then, stop.reason(), failures);
      case NOT_ALLOWED -> then.trouble(SourceCondition.SUSPENDED, DAY, stop.reason(), failures);
      case BROKEN ->
          then.trouble(stillUnwell(before), backOff(before, then.now()), stop.reason(), failures);
      case DRIFTED, HELD_BACK, UNACCEPTABLE ->
          failures >= contract.tolerate()
              ? then.trouble(
                  SourceCondition.QUARANTINED, max(DAY, fetch.every()), stop.reason(), failures)
              : then.trouble(stillUnwell(before), fetch.every(), stop.reason(), failures);
    };
  }

  private static NextRun rateLimited(Then then, Duration asked, int failures) {
    boolean again = then.before().condition() == SourceCondition.PARKED && failures >= RATE_LIMITS;
    Duration wait = again ? max(asked, then.interval()) : asked;
    return then.trouble(SourceCondition.PARKED, wait, Reason.of("rate-limited"), failures);
  }

  private static NextRun refused(Then then, Reason reason, int failures) {
    return failures >= REFUSALS
        ? then.trouble(SourceCondition.SUSPENDED, WEEK, reason, failures)
        : then.trouble(
            SourceCondition.FAILING, AFTER_REFUSAL.multipliedBy(failures), reason, failures);
  }

  /** A source in quarantine or suspension leaves it by a good run only. */
  private static SourceCondition stillUnwell(Before before) {
    return switch (before.condition()) {
      case SUSPENDED, QUARANTINED -> before.condition();
      case NEW, OK, FAILING, PARKED, OFF -> SourceCondition.FAILING;
    };
  }

  private static Duration backOff(Before before, Instant now) {
    Duration lasted =
        switch (before.condition()) {
          case FAILING -> Duration.between(before.since(), now);
          case SUSPENDED, QUARANTINED -> DAY;
          case NEW, OK, PARKED, OFF -> Duration.ZERO;
        };
    Duration wait = max(lasted, SHORTEST_RETRY);
    return wait.compareTo(DAY) > 0 ? DAY : wait;
  }

  private static Duration times(Duration interval, int tenths) {
    return interval.multipliedBy(tenths).dividedBy(TENTHS);
  }

  private static Duration bounded(Duration interval, FetchRules fetch) {
    if (interval.compareTo(fetch.every()) < 0) return fetch.every();
    return interval.compareTo(fetch.atMost()) > 0 ? fetch.atMost() : interval;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Puts the answer together; the condition keeps its beginning while it lasts. */
  private record Then(Before before, Instant now, Duration interval) {
    NextRun well(Duration adapted) {
      return new NextRun(
          adapted,
          now.plus(adapted),
          SourceCondition.OK,
          since(SourceCondition.OK),
          Optional.empty(),
          0);
    }

    NextRun trouble(SourceCondition condition, Duration wait, Reason reason, int failures) {
      return new NextRun(
          interval, now.plus(wait), condition, since(condition), Optional.of(reason), failures);
    }

    private Instant since(SourceCondition condition) {
      return before.condition() == condition ? before.since() : now;
    }
  }
}
