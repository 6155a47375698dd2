package worthwhile.alert.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import worthwhile.alert.note.SourceNotes;
import worthwhile.posting.Reason;
import worthwhile.schedule.SourceCondition;
import worthwhile.store.source.SourceStates.State;

/**
 * Sources that were read well and are not any more: the operator hears of them before anybody
 * misses their tasks.
 */
final class SourceTroubles {
  /** Most outages of a site are over by then. */
  static final Duration PASSING = Duration.ofHours(2);

  /** A run that failed once may be a bad moment of the site. */
  private static final int FAILURES = 2;

  /** One that nobody reads any more is none: even what is suspended is looked at weekly. */
  private static final Duration READ = Duration.ofDays(8);

  private SourceTroubles() {}

  /** What is wrong with each that is in trouble at a moment, by id. */
  static Map<String, Reason> of(Iterable<State> states, Instant now) {
    Map<String, Reason> found = new TreeMap<>();
    for (State state : states) if (isBroken(state, now)) found.put(state.source(), reason(state));
    return found;
  }

  private static boolean isBroken(State state, Instant now) {
    boolean wasGood = state.lastSuccess().isPresent();
    boolean isRead = state.lastRun().filter(now.minus(READ)::isBefore).isPresent();
    return wasGood
        && isRead
        && switch (SourceCondition.of(state.condition())) {
          case QUARANTINED, SUSPENDED -> true;
          case FAILING -> state.failures() >= FAILURES || !state.since().plus(PASSING).isAfter(now);
          case NEW, OK, PARKED, OFF -> false;
        };
  }

  private static Reason reason(State state) {
    return Reason.of("trouble-source")
        .with("source", state.source())
        .with("condition", state.condition())
        .with("since", SourceNotes.time(state.lastSuccess().orElseThrow()))
        .with("why", state.reason().map(Reason::text).orElse(state.condition()));
  }
}
