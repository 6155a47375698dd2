package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.flow.Batch;
import worthwhile.posting.Reason;
import worthwhile.schedule.Due;
import worthwhile.schedule.NextRun;
import worthwhile.schedule.SourceCondition;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.source.Leases;
import worthwhile.store.source.Runs;
import worthwhile.store.source.Runs.Run;
import worthwhile.store.source.SourceStates;
import worthwhile.store.sql.StoreException;

/** Runs a source and writes down how it fares and when it is due again. */
public final class Visits {
  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** No trouble parks a source for longer; see {@link worthwhile.schedule.Revisit}. */
  private static final Duration LONGEST = Duration.ofDays(8);

  private final Crawl crawl;
  private final SourceStates states;
  private final Runs runs;
  private final Leases leases;
  private final LeasedRun held;
  private final Function<SourceDefinition, Optional<FirstRequests>> first;
  private final Clock clock;

  /**
   * Visits by this crawl.
   *
   * @param first what a source is asked first; absent if this instance lacks a key for it
   */
  public Visits(
      Crawl crawl,
      Store store,
      Function<SourceDefinition, Optional<FirstRequests>> first,
      Clock clock) {
    this.crawl = crawl;
    this.states = store.sourceStates();
    this.runs = store.runs();
    this.leases = store.leases();
    this.held = new LeasedRun(store, clock);
    this.first = first;
    this.clock = clock;
  }

  /** What became of a wish to read a source. */
  public sealed interface Visit {
    /**
     * It was read.
     *
     * @param next when it is due again, and as what
     */
    record Made(Run run, NextRun next) implements Visit {}

    /** Another process reads it at the moment. */
    record Elsewhere(String run) implements Visit {}

    /** Nobody is to read it until a person says so. */
    record Paused() implements Visit {}

    /** Another process has read it meanwhile: it is not due before this. */
    record NotDue(Instant at) implements Visit {}
  }

  /**
   * When these sources are due, as it is written down; those that are switched off are not. Those
   * that never ran, or whose time lies further ahead than any may, have been due for ever.
   */
  public List<Due> due(List<SourceDefinition> sources) {
    Map<String, SourceStates.State> known =
        states.all().stream()
            .collect(Collectors.toMap(SourceStates.State::source, Function.identity()));
    List<Due> due = new ArrayList<>();
    for (SourceDefinition source : sources) {
      Optional<SourceStates.State> state = Optional.ofNullable(known.get(source.id()));
      if (state.filter(Visits::isOff).isPresent()) continue;
      Instant latest = clock.instant().plus(max(source.fetch().atMost(), LONGEST));
      Optional<Instant> next =
          state.flatMap(SourceStates.State::nextRun).filter(at -> !at.isAfter(latest));
      due.add(new Due(source.id(), next.orElse(Instant.EPOCH)));
    }
    return due;
  }

  private static boolean isOff(SourceStates.State state) {
    return SourceCondition.of(state.condition()) == SourceCondition.OFF;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Reads the source if it is due and nobody else reads it. */
  public Visit visitIfDue(SourceDefinition source) {
    String run = Batch.newRun();
    return switch (leases.takeIfDue(source.id(), run)) {
      case Leases.Grant.Granted _ -> held(source, run, false);
      case Leases.Grant.Taken(String theirs) -> new Visit.Elsewhere(theirs);
      case Leases.Grant.NotDue(Instant at) -> new Visit.NotDue(at);
      case Leases.Grant.Paused _ -> new Visit.Paused();
    };
  }

  /**
   * Reads the source now. Where another process reads it already, that run is waited for and
   * counts, unless the batch is to be believed.
   *
   * @param believe whether to take the batch even if it is unlike earlier ones
   */
  public Run visit(SourceDefinition source, boolean believe) {
    String run = Batch.newRun();
    while (leases.take(source.id(), run) instanceof Leases.Grant.Taken(String theirs)) {
      LOG.info("{} is being read by another process; its run is waited for", source.id());
      Optional<Run> other = awaited(source, theirs);
      if (other.isPresent() && !believe) return other.get();
    }
    return held(source, run, believe).run();
  }

  /** The run of another process when it is over; absent if it broke off. */
  private Optional<Run> awaited(SourceDefinition source, String theirs) {
    while (leases.isHeld(source.id())) LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    return runs.byId(theirs)
        .filter(run -> !run.outcome().equals("running"))
        .filter(run -> !run.outcome().equals(Stop.Kind.BROKEN.word()));
  }

  private Visit.Made held(SourceDefinition source, String run, boolean believe) {
    return held.carryOut(source, run, () -> fenced(source, run, believe));
  }

  /** The run; one that breaks down is written down as such, so that it never passes in silence. */
  private Crawl.Result fenced(SourceDefinition source, String run, boolean believe) {
    try {
      return first
          .apply(source)
          .map(request -> crawl.run(source, run, request, believe))
          .orElseGet(() -> crawl.refuse(source, run, keyless(source)));
    } catch (RuntimeException | VirtualMachineError failure) {
      LOG.error("the run of {} broke down; it is tried again later", source.id(), failure);
      return brokenDown(source, run, failure);
    }
  }

  private Crawl.Result brokenDown(SourceDefinition source, String run, Throwable failure) {
    try {
      return crawl.broken(source, run, failure);
    } catch (StoreException silent) {
      failure.addSuppressed(silent);
      if (failure instanceof VirtualMachineError error) throw error;
      throw (RuntimeException) failure;
    }
  }

  /** Writes down which runs broke off because their process is gone. */
  public void sweep() {
    int broken = leases.sweep();
    if (broken > 0) LOG.warn("{} runs broke off because their process was killed", broken);
  }

  /**
   * Writes down that what this process reads at the moment was stopped in the middle. Where that
   * cannot be written, the next process that looks finds this one gone and writes it.
   */
  public void abandon() {
    try {
      leases.abandon();
    } catch (StoreException e) {
      LOG.warn("what was stopped in the middle is noted later: {}", e.getMessage());
    }
  }

  private static Reason keyless(SourceDefinition source) {
    return Reason.of("key-missing").with("names", String.join(", ", source.secrets()));
  }
}
