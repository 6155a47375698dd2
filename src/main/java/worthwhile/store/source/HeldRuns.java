package worthwhile.store.source;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.store.source.Runs.Run;
import worthwhile.store.sql.Database;

/**
 * Batches that were held back and wait for a person: of each source the newest, as long as no later
 * run has told all that the source offers, and nobody has thrown it away.
 *
 * <p>That one came in is told by the run that brought it: it is a later one that told all. So a
 * process that dies between the decision and the batch has decided nothing.
 */
public final class HeldRuns {
  private static final String WAITING =
      """
      select * from run where outcome = 'held-back'
      and not exists (select 1 from run as later where later.source = run.source
        and (later.at > run.at or (later.at = run.at and later.id > run.id))
        and (later.outcome = 'held-back' or %s))
      and not exists (select 1 from operator_act where operator_act.source = run.source
        and operator_act.deed = 'thrown-away' and operator_act.run = run.id)
      """
          .formatted(Runs.IS_COMPLETE.replace("run.", "later."));

  private final Database database;
  private final Leases leases;
  private final Clock clock;

  public HeldRuns(Database database, Leases leases, Clock clock) {
    this.database = database;
    this.leases = leases;
    this.clock = clock;
  }

  /** All that wait. */
  public List<Run> all() {
    return database.list(Run.class, WAITING);
  }

  /** The one of a source that waits. */
  public Optional<Run> ofSource(String source) {
    return database.read(handle -> waiting(handle, source));
  }

  private static Optional<Run> waiting(Handle handle, String source) {
    return handle.select(WAITING + " and run.source = ?", source).mapTo(Run.class).findOne();
  }

  /** What asking for a batch came to. */
  public sealed interface Hold {
    /** It waits no more: it came in, was thrown away, or a later run took its place. */
    record Gone() implements Hold {}

    /** Another run reads the source at the moment. */
    record UnderWay() implements Hold {}

    /** The batch is this run's to bring in, and the source is held until it is released. */
    record Taken(Run held) implements Hold {}
  }

  /**
   * Takes the source for a run that is to bring in what was held back, and notes who wanted it.
   *
   * @param held id of the run that was held back
   * @param run id of the run that brings it in
   */
  public Hold take(String source, String held, String run, Actor actor) {
    return database.write(
        handle -> {
          Optional<Run> waiting = waiting(handle, source).filter(one -> one.id().equals(held));
          if (waiting.isEmpty()) return new Hold.Gone();
          return switch (leases.take(handle, source, run)) {
            case Leases.Grant.Granted _ -> {
              OperatorLog.insert(handle, act(actor, Deed.RELEASED, waiting.get()).making(run));
              yield new Hold.Taken(waiting.get());
            }
            case Leases.Grant.Taken _, Leases.Grant.NotDue _, Leases.Grant.Paused _ ->
                new Hold.UnderWay();
          };
        });
  }

  /** Throws a batch away with the pages that it was read from; false if it waits no more. */
  public boolean throwAway(String source, String held, Actor actor) {
    return database.write(
        handle -> {
          Optional<Run> waiting = waiting(handle, source).filter(one -> one.id().equals(held));
          if (waiting.isEmpty()) return false;
          OperatorLog.insert(handle, act(actor, Deed.THROWN_AWAY, waiting.get()));
          Bodies.forget(handle, held);
          return true;
        });
  }

  private OperatorLog.Act act(Actor actor, Deed deed, Run held) {
    return OperatorLog.Act.of(clock.instant(), actor, deed)
        .on(held.source())
        .about(held.id())
        .because(held.reason());
  }
}
