package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.posting.Reason;
import worthwhile.schedule.Condition;
import worthwhile.schedule.Next;
import worthwhile.schedule.Revisit;
import worthwhile.schedule.RunResult;
import worthwhile.source.SourceDefinition;
import worthwhile.store.SourceStates;

/** Runs a source and writes down how it fares and when it is due again. */
public final class Visits {
  /** How long a source is left alone that says "too many requests" and nothing more. */
  private static final Duration UNSTATED_WAIT = Duration.ofMinutes(15);

  private final Crawl crawl;
  private final SourceStates states;
  private final Function<SourceDefinition, Optional<First>> first;
  private final Clock clock;

  /**
   * Visits by this crawl.
   *
   * @param first what a source is asked first; absent if this instance lacks a key for it
   */
  public Visits(
      Crawl crawl,
      SourceStates states,
      Function<SourceDefinition, Optional<First>> first,
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
  public record Visit(Crawl.Result result, Next next) {}

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
    Next next =
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
        Condition.of(state.condition()), state.since(), state.interval(), state.failures());
  }

  private static SourceStates.State after(
      SourceDefinition source, SourceStates.State before, Crawl.Result result, Next next) {
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
    Reason reason =
        result
            .run()
            .reason()
            .orElseGet(() -> Reason.of("outcome").with("outcome", result.outcome().word()));
    return switch (result.outcome()) {
      case ITEMS -> new RunResult.Changed();
      case EMPTY, UNCHANGED -> new RunResult.Unchanged();
      case RATE_LIMITED -> new RunResult.RateLimited(result.retryAfter().orElse(UNSTATED_WAIT));
      case PARTIAL, FORWARDED, UNAVAILABLE ->
          result
              .retryAfter()
              .<RunResult>map(RunResult.RateLimited::new)
              .orElseGet(() -> new RunResult.Unavailable(reason, Optional.empty()));
      case BLOCKED, LOGIN_REQUIRED, GONE -> new RunResult.Refused(reason);
      case NOT_ALLOWED -> new RunResult.NotAllowed(reason);
      case DRIFTED, HELD_BACK, UNACCEPTABLE -> new RunResult.Broken(reason);
    };
  }
}
