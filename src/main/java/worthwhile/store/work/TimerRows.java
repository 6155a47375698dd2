package worthwhile.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.core.type.TypeReference;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.work.Merge;
import worthwhile.work.Work;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/**
 * Timers that run or wait for an answer, and for some minutes those that were discarded, so that
 * their worker can take that back. What is done stands with the work.
 */
public final class TimerRows {
  /** How long discarding can be taken back. */
  public static final Duration UNDO = Duration.ofMinutes(10);

  private static final String INSERT =
      """
      insert into work_timer (id, account, running, posting, platform, title, requester,
        requester_id, currency, reward, usual, allowed, started, stopped, breaks, focus, rest)
      values (:id, :worker, :running, :task.posting, :task.platform, :task.title,
        :task.requester?.name, :task.requester?.identifier, :task.currency, :task.reward,
        :task.usual, :task.allowed, :started, :stopped, :breaks, :focus, :rest)
      on conflict do nothing
      """;

  /**
   * Where another timer has been started meanwhile, this one waits for an answer, stopped when it
   * was discarded.
   */
  private static final String RESTORE =
      """
      update work_timer set discarded = null,
        running = case when stopped is null and not exists
          (select 1 from work_timer other where other.running = work_timer.account)
          then account end,
        stopped = case when stopped is null and exists
          (select 1 from work_timer other where other.running = work_timer.account)
          then discarded else stopped end
      where account = ? and id = ? and discarded >= ?
      """;

  private final Database database;

  public TimerRows(Database database) {
    this.database = database;
  }

  /** Stores a timer that starts; false if the account has one that runs. */
  public boolean start(Timer timer) {
    return database.write(handle -> bind(handle.createUpdate(INSERT), timer).execute() == 1);
  }

  /** The one that runs. */
  public Optional<Timer> running(String account) {
    return database.find(
        TimerRows::timer,
        "select * from work_timer where account = ? and stopped is null and discarded is null order by started,"
            + " id limit 1",
        account);
  }

  /** All of an account: the running one first, then those that wait, the oldest first. */
  public List<Timer> of(String account) {
    return database.list(
        TimerRows::timer,
        "select * from work_timer where account = ? and discarded is null"
            + " order by case when stopped is null then 0 else 1 end, started, id",
        account);
  }

  /** One of an account. */
  public Optional<Timer> byId(String account, UUID id) {
    return database.find(
        TimerRows::timer,
        "select * from work_timer where account = ? and id = ? and discarded is null",
        account,
        id);
  }

  /** Replaces breaks and end of a timer; whether there was such. */
  public boolean replace(Timer timer) {
    return database.update(
            "update work_timer set running = ?, stopped = ?, breaks = ?"
                + " where id = ? and account = ? and discarded is null",
            timer.isRunning() ? timer.worker() : null,
            timer.stopped(),
            breaks(timer),
            timer.id(),
            timer.worker())
        == 1;
  }

  /**
   * Puts what a timer measured in its place, all or nothing; false if there is no such timer any
   * more, so that Done pressed twice counts once.
   */
  public boolean finish(Timer timer, Work work) {
    return database.write(
        handle -> {
          if (!delete(handle, timer.worker(), timer.id())) return false;
          Merge.Plan _ = WorkRows.take(handle, timer.worker(), List.of(work));
          return true;
        });
  }

  /** Takes one out of all lists, to be brought back for a while; whether there was such. */
  public boolean discard(String account, UUID id, Instant now) {
    return database.update(
            "update work_timer set running = null, discarded = ?"
                + " where account = ? and id = ? and discarded is null",
            now,
            account,
            id)
        == 1;
  }

  /** Those of an account that can still be brought back, the last one first. */
  public List<Timer> discarded(String account, Instant now) {
    return database.list(
        TimerRows::timer,
        "select * from work_timer where account = ? and discarded >= ? order by discarded desc, id",
        account,
        now.minus(UNDO));
  }

  /** Brings one back as it was; false if it is too late. */
  public boolean restore(String account, UUID id, Instant now) {
    return database.update(RESTORE, account, id, now.minus(UNDO)) == 1;
  }

  /** Forgets those that can no longer be brought back; how many. */
  public int forgetDiscarded(Instant now) {
    return database.update("delete from work_timer where discarded < ?", now.minus(UNDO));
  }

  private static boolean delete(Handle handle, String account, UUID id) {
    return handle.execute(
            "delete from work_timer where account = ? and id = ? and discarded is null",
            account,
            id)
        == 1;
  }

  private static Update bind(Update update, Timer timer) {
    return update
        .bindMethods(timer)
        .bind("running", timer.isRunning() ? timer.worker() : null)
        .bind("breaks", breaks(timer))
        .bind("focus", timer.focus().map(Timer.Focus::work))
        .bind("rest", timer.focus().map(Timer.Focus::rest));
  }

  private static String breaks(Timer timer) {
    return PostingJson.MAPPER.writeValueAsString(timer.breaks());
  }

  private static Timer timer(ResultSet row, StatementContext context) throws SQLException {
    String requester = row.getString("requester");
    String requesterId = row.getString("requester_id");
    TimedTask task =
        new TimedTask(
            row.getString("posting"),
            row.getString("platform"),
            row.getString("title"),
            requester == null && requesterId == null
                ? null
                : new Organization(requester, requesterId, null),
            row.getString("currency"),
            WorkRows.decimal(row, "reward"),
            Columns.optionalDuration(row, "usual").orElse(null),
            Columns.optionalDuration(row, "allowed").orElse(null));
    Optional<Duration> focus = Columns.optionalDuration(row, "focus");
    Optional<Duration> rest = Columns.optionalDuration(row, "rest");
    Instant stopped = Columns.optionalInstant(row, "stopped").orElse(null);
    return new Timer(
        UUID.fromString(row.getString("id")),
        row.getString("account"),
        task,
        Columns.instant(row, "started"),
        stopped,
        PostingJson.MAPPER.readValue(
            row.getString("breaks"), new TypeReference<List<Timer.Break>>() {}),
        focus.flatMap(work -> rest.map(pause -> new Timer.Focus(work, pause))));
  }
}
