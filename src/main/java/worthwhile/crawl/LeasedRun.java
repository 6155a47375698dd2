package worthwhile.crawl;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.Reason;
import worthwhile.schedule.NextRun;
import worthwhile.schedule.Revisit;
import worthwhile.schedule.RunResult;
import worthwhile.schedule.SourceCondition;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Deed;
import worthwhile.store.source.Leases;
import worthwhile.store.source.OperatorLog;
import worthwhile.store.source.SourceStates;
import worthwhile.store.sql.StoreException;

/**
 * A run of a source that this process holds: keeps others off while it lasts, then writes down how
 * the source fares and when it is due again, and gives it back.
 */
final class LeasedRun {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedRun.class);

  /** Conditions that a source gets into and out of by a person's help: both stand in the log. */
  private static final Set<SourceCondition> GRAVE =
      Set.of(SourceCondition.QUARANTINED, SourceCondition.SUSPENDED);

  private final SourceStates states;
  private final Leases leases;
  private final OperatorLog log;
  private final Clock clock;

  LeasedRun(Store store, Clock clock) {
    this.states = store.sourceStates();
    this.leases = store.leases();
    this.log = store.operatorLog();
    this.clock = clock;
  }

  /**
   * Carries out the work, which stores the run.
   *
   * @param run id under which the source was taken
   */
  Visits.Visit.Made carryOut(SourceDefinition source, String run, Supplier<Crawl.Result> work) {
    Thread renewal = Thread.ofVirtual().name("lease " + source.id()).start(this::renew);
    try {
      Crawl.Result result = work.get();
      SourceStates.State before = states.of(source.id());
      NextRun next =
          Revisit.after(
              before(before), met(result), source.fetch(), source.contract(), clock.instant());
      states.put(after(source, before, result, next));
      note(source, SourceCondition.of(before.condition()), next);
      return new Visits.Visit.Made(result.run(), next);
    } finally {
      renewal.interrupt();
      leases.release(source.id(), run);
    }
  }

  private void note(SourceDefinition source, SourceCondition before, NextRun next) {
    deed(before, next.condition())
        .ifPresent(deed -> log.note(new Actor.Program(), deed, source.id(), next.reason()));
  }

  private static Optional<Deed> deed(SourceCondition before, SourceCondition now) {
    if (before == now) return Optional.empty();
    return switch (now) {
      case QUARANTINED -> Optional.of(Deed.QUARANTINED);
      case SUSPENDED -> Optional.of(Deed.SUSPENDED);
      case OK -> GRAVE.contains(before) ? Optional.of(Deed.RECOVERED) : Optional.empty();
      case NEW, FAILING, PARKED, OFF -> Optional.empty();
    };
  }

  /** Says again and again that this process lives, until it is interrupted. */
  private void renew() {
    try {
      while (true) {
        Thread.sleep(Leases.RENEWAL);
        leases.renew();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      LOG.warn("a run may be taken over by another process: {}", e.getMessage());
    }
  }

  private static Revisit.Before before(SourceStates.State state) {
    return new Revisit.Before(
        SourceCondition.of(state.condition()), state.since(), state.interval(), state.failures());
  }

  private static SourceStates.State after(
      SourceDefinition source, SourceStates.State before, Crawl.Result result, NextRun next) {
    return new SourceStates.State(
        source.id(),
        next.condition().word(),
        next.reason(),
        next.since(),
        result.outcome().isSuccess() ? Optional.of(result.run().at()) : before.lastSuccess(),
        Optional.of(result.run().at()),
        Optional.of(next.at()),
        Optional.of(next.interval()),
        next.failures());
  }

  private static RunResult met(Crawl.Result result) {
    return switch (result.outcome()) {
      case RunOutcome.Read.ITEMS -> new RunResult.Changed();
      case RunOutcome.Read.EMPTY, RunOutcome.Read.UNCHANGED -> new RunResult.Unchanged();
      case RunOutcome.Read.PARTIAL, RunOutcome.Read.FORWARDED ->
          new RunResult.Stopped(stop(Stop.Kind.UNAVAILABLE, result));
      case RunOutcome.Stopped(Stop stop) -> new RunResult.Stopped(stop(stop.kind(), result));
    };
  }

  /** A source that is unavailable and says until when is parked like one that is rate-limited. */
  private static Stop stop(Stop.Kind kind, Crawl.Result result) {
    boolean saysWhen = kind == Stop.Kind.UNAVAILABLE && result.retryAfter().isPresent();
    return new Stop(
        saysWhen ? Stop.Kind.RATE_LIMITED : kind,
        result
            .run()
            .reason()
            .orElseGet(() -> Reason.of("outcome").with("outcome", result.outcome().word())),
        result.retryAfter());
  }
}
