package worthwhile.crawl;

import java.time.Clock;
import java.util.Optional;
import worthwhile.flow.Batch;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Store;
import worthwhile.store.source.Actor;
import worthwhile.store.source.HeldRuns.Hold;
import worthwhile.store.source.Runs.Run;

/**
 * What a person can do to a source, on a page or by a command: pause it, read it now, and decide on
 * a batch that was held back. All of it may be asked for twice, also by two processes at once, and
 * says what came of it.
 */
public final class SourceControl {
  private final Store store;
  private final Crawl crawl;
  private final LeasedRun runs;

  public SourceControl(Store store, Crawl crawl, Clock clock) {
    this.store = store;
    this.crawl = crawl;
    this.runs = new LeasedRun(store, clock);
  }

  /** What came of it. */
  public enum Outcome {
    PAUSED,
    /** It is paused from the next run on; the one under way goes on to its end. */
    PAUSED_AFTER_RUN,
    PAUSED_BEFORE,
    RESUMED,
    NOT_PAUSED,
    /** It is made due: the process that serves reads it within seconds. */
    DUE_NOW,
    DUE_BEFORE,
    /** Nothing was done, because the source is being read. */
    UNDER_WAY,
    /** Nothing was done, because the source is paused. */
    STILL_PAUSED,
    RELEASED,
    THROWN_AWAY,
    /** The batch waits no more: somebody decided on it, or a later run took its place. */
    NOT_HELD,
    /** The pages of the batch are no longer kept, or can no longer be read. */
    NOT_READABLE;

    /** Whether what was asked for was done. */
    public boolean isDone() {
      return switch (this) {
        case PAUSED, PAUSED_AFTER_RUN, RESUMED, DUE_NOW, RELEASED, THROWN_AWAY -> true;
        case PAUSED_BEFORE,
            NOT_PAUSED,
            DUE_BEFORE,
            UNDER_WAY,
            STILL_PAUSED,
            NOT_HELD,
            NOT_READABLE ->
            false;
      };
    }
  }

  /** Reads the source no more, in any process, until {@link #resume}. */
  public Outcome pause(String source, Actor actor) {
    if (!store.pauses().begin(source, actor)) return Outcome.PAUSED_BEFORE;
    return store.leases().isHeld(source) ? Outcome.PAUSED_AFTER_RUN : Outcome.PAUSED;
  }

  /** Reads the source again when it is due. */
  public Outcome resume(String source, Actor actor) {
    return store.pauses().end(source, actor) ? Outcome.RESUMED : Outcome.NOT_PAUSED;
  }

  /** Makes the source due now. */
  public Outcome runNow(String source, Actor actor) {
    if (store.pauses().since(source).isPresent()) return Outcome.STILL_PAUSED;
    if (store.leases().isHeld(source)) return Outcome.UNDER_WAY;
    return store.sourceStates().hasten(source, actor) ? Outcome.DUE_NOW : Outcome.DUE_BEFORE;
  }

  /** The batch of a source that waits for a decision; nothing is stored. */
  public Optional<HeldBatch> held(SourceDefinition source) {
    return store.heldRuns().ofSource(source.id()).map(run -> crawl.held(source, run));
  }

  /**
   * Brings in a batch that was held back, from its kept pages and without a request. It closes
   * nothing: what it lacks closes when later runs lack it, and those are compared with it and no
   * longer with the runs before it.
   *
   * @param held id of the run that was held back
   */
  public Outcome release(SourceDefinition source, String held, Actor actor) {
    Optional<Run> waiting =
        store.heldRuns().ofSource(source.id()).filter(run -> run.id().equals(held));
    if (waiting.isEmpty()) return Outcome.NOT_HELD;
    if (!crawl.isReadable(source, waiting.get())) return Outcome.NOT_READABLE;
    String run = Batch.newRun();
    return switch (store.heldRuns().take(source.id(), held, run, actor)) {
      case Hold.Gone _ -> Outcome.NOT_HELD;
      case Hold.UnderWay _ -> Outcome.UNDER_WAY;
      case Hold.Taken(Run taken) -> {
        runs.carryOut(source, run, () -> crawl.release(source, taken, run));
        yield Outcome.RELEASED;
      }
    };
  }

  /**
   * Throws a batch away that was held back, with its pages. The source stays as it is and is read
   * when it is due.
   *
   * @param held id of the run that was held back
   */
  public Outcome throwAway(String source, String held, Actor actor) {
    return store.heldRuns().throwAway(source, held, actor) ? Outcome.THROWN_AWAY : Outcome.NOT_HELD;
  }
}
