package worthwhile.store.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Address;
import worthwhile.store.sql.Database;

/**
 * Who reads which source at the moment: one process at a time, whatever the number of processes on
 * this store. A run has its row in {@link Runs} from the moment that it begins; where its process
 * is gone, whoever notices writes down that it broke off.
 */
public final class Leases {
  /** A process on another computer that says nothing for this long is dead. */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  /** How often a process says that it lives. */
  public static final Duration RENEWAL = Duration.ofSeconds(10);

  /** Ends beyond this were written by a clock that was wrong. */
  private static final Duration LONGEST = PATIENCE.multipliedBy(3);

  private static final String END_RUN =
      "update run set outcome = 'broken', reason = ? where id = ? and outcome = 'running'";

  private final Database database;
  private final Clock clock;
  private final ProcessId self;

  public Leases(Database database, Clock clock) {
    this(database, clock, ProcessId.self());
  }

  Leases(Database database, Clock clock, ProcessId self) {
    this.database = database;
    this.clock = clock;
    this.self = self;
  }

  /** What asking for a source came to. */
  public sealed interface Grant {
    /** The source is this run's until it is released. */
    record Granted() implements Grant {}

    /** Another run reads it at the moment. */
    record Taken(String run) implements Grant {}

    /** Nobody reads it, and by now it is not due before this. */
    record NotDue(Instant at) implements Grant {}

    /** Nobody is to read it until a person says so. */
    record Paused() implements Grant {}
  }

  /** A row of the table. */
  public record Lease(String source, String run, String owner, Instant until) {}

  /** Takes a source for this run, due or not. */
  public Grant take(String source, String run) {
    return database.write(handle -> take(handle, source, run));
  }

  /**
   * Takes a source for this run if it is due and not paused: another node may have read it
   * meanwhile, and a person may have stopped it.
   */
  public Grant takeIfDue(String source, String run) {
    return database.write(
        handle -> {
          if (Pauses.since(handle, source).isPresent()) return new Grant.Paused();
          Optional<Instant> due = due(handle, source);
          return due.isPresent() ? new Grant.NotDue(due.get()) : take(handle, source, run);
        });
  }

  private Optional<Instant> due(Handle handle, String source) {
    return SourceStates.find(handle, source, clock.instant())
        .flatMap(SourceStates.State::nextRun)
        .filter(at -> at.isAfter(clock.instant()));
  }

  Grant take(Handle handle, String source, String run) {
    lock(handle, source);
    Optional<Lease> held =
        handle
            .select("select * from source_lease where source = ?", source)
            .mapTo(Lease.class)
            .findOne();
    if (held.filter(this::lives).isPresent()) return new Grant.Taken(held.get().run());
    held.ifPresent(lease -> end(handle, lease, Reason.of("run-killed")));
    handle.execute(
        "insert into source_lease (source, run, owner, until) values (?, ?, ?, ?)",
        source,
        run,
        self.toString(),
        clock.instant().plus(PATIENCE));
    Runs.begin(handle, source, run, clock.instant());
    return new Grant.Granted();
  }

  /** Two nodes that ask for one source at once take turns; SQLite lets only one write anyway. */
  private void lock(Handle handle, String source) {
    switch (database.address()) {
      case Address.LocalFile _ -> {}
      case Address.Server _ ->
          handle.execute("select pg_advisory_xact_lock(hashtext(?))", "lease " + source);
    }
  }

  private boolean lives(Lease lease) {
    Instant now = clock.instant();
    return ProcessId.parse(lease.owner())
        .runs()
        .orElseGet(() -> lease.until().isAfter(now) && lease.until().isBefore(now.plus(LONGEST)));
  }

  private static void end(Handle handle, Lease lease, Reason why) {
    handle.execute(END_RUN, why, lease.run());
    handle.execute(
        "delete from source_lease where source = ? and run = ?", lease.source(), lease.run());
  }

  /** Says that this process lives and goes on with what it holds. */
  public void renew() {
    database.update(
        "update source_lease set until = ? where owner = ?",
        clock.instant().plus(PATIENCE),
        self.toString());
  }

  /** Gives a source back after its run was written. */
  public void release(String source, String run) {
    database.update("delete from source_lease where source = ? and run = ?", source, run);
  }

  /** Whether a live process holds the source. */
  public boolean isHeld(String source) {
    return database
        .find(Lease.class, "select * from source_lease where source = ?", source)
        .filter(this::lives)
        .isPresent();
  }

  /** Writes down which runs broke off because their process is gone; how many it were. */
  public int sweep() {
    List<Lease> dead =
        database.list(Lease.class, "select * from source_lease").stream()
            .filter(lease -> !lives(lease))
            .toList();
    List<String> orphans =
        database.list(
            String.class,
            "select id from run where outcome = 'running' and not exists"
                + " (select 1 from source_lease where source_lease.run = run.id)");
    if (dead.isEmpty() && orphans.isEmpty()) return 0;
    return database.write(
        handle -> {
          Reason killed = Reason.of("run-killed");
          dead.forEach(lease -> end(handle, lease, killed));
          return dead.size()
              + orphans.stream().mapToInt(run -> handle.execute(END_RUN, killed, run)).sum();
        });
  }

  /** Writes down that the runs of this process were stopped in the middle, and gives all back. */
  public void abandon() {
    database.write(
        handle -> {
          List<Lease> own =
              handle
                  .select("select * from source_lease where owner = ?", self.toString())
                  .mapTo(Lease.class)
                  .list();
          own.forEach(lease -> end(handle, lease, Reason.of("run-stopped")));
          return own.size();
        });
  }
}
