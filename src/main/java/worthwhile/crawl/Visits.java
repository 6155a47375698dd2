package worthwhile.crawl;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.Reason;
import worthwhile.schedule.NextRun;
import worthwhile.schedule.Revisit;
import worthwhile.schedule.RunResult;
import worthwhile.schedule.SourceCondition;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.source.SourceStates;

/** Runs a source and writes down how it fares and when it is due again. */
public final class Visits {
  private final Crawl crawl;
  private final SourceStates states;
  private final Function<SourceDefinition, Optional<FirstRequests>> first;
  private final Clock clock;

  /**
   * Visits by this crawl.
   *
   * @param first what a source is asked first; absent if this instance lacks a key for it
   */
  public Visits(
      Crawl crawl,
      SourceStates states,
      Function<SourceDefinition, Optional<FirstRequests>> first,
      Clock clock) {
    this.crawl = crawl;
    this.states = states;
    this.first = first;
    this.clock = clock;
  }

  /**
   * One visit.
   *
   * @param result what the run came to
   * @param next when the source is due again, and as what
   */
  public record Visit(Crawl.Result result, NextRun next) {}

  /**
   * Runs the source once.
   *
   * @param believe whether to take the batch even if it is unlike earlier ones
   */
  public Visit visit(SourceDefinition source, boolean believe) {
    Crawl.Result result =
        first
            .apply(source)
            .map(request -> crawl.run(source, request, believe))
            .orElseGet(() -> crawl.refuse(source, keyless(source)));
    SourceStates.State before = states.of(source.id());
    NextRun next =
        Revisit.after(
            before(before), met(result), source.fetch(), source.contract(), clock.instant());
    states.put(after(source, before, result, next));
    return new Visit(result, next);
  }

  private static Reason keyless(SourceDefinition source) {
    return Reason.of("key-missing").with("names", String.join(", ", source.secrets()));
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
