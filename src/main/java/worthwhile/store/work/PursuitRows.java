package worthwhile.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Revision;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.rejection.Pursuit;
import worthwhile.work.rejection.RejectionOutcome;

/** What each account has done about work that was rejected or not paid. */
public final class PursuitRows {
  private static final String SELECT = "select * from work_pursuit where account = ? and work = ?";

  private final Database database;

  public PursuitRows(Database database) {
    this.database = database;
  }

  /** What was done about a piece of an account's; nothing if nothing is stored. */
  public Pursuit of(String account, @Nullable UUID work) {
    return database
        .find(PursuitRows::pursuit, SELECT, account, work)
        .orElseGet(() -> Pursuit.none(account, work));
  }

  /**
   * Changes what was done about a piece of work, and with it the status of the work where an
   * outcome is noted or taken back, in one transaction.
   *
   * @param change from the work and what was stored to what is to be stored
   * @return whether the account has such a piece
   */
  public boolean change(
      String account, @Nullable UUID work, BiFunction<Work, Pursuit, Pursuit> change) {
    return database.write(
        handle -> {
          Revision.lock(handle);
          Optional<Work> piece = WorkRows.byId(handle, account, work);
          piece.ifPresent(
              found -> {
                Pursuit before = read(handle, account, work);
                Pursuit after = change.apply(found, before);
                put(handle, after);
                Status status = after.status(before, found);
                if (status != found.status()) WorkRows.replace(handle, found.with(status));
              });
          return piece.isPresent();
        });
  }

  private static Pursuit read(Handle handle, String account, @Nullable UUID work) {
    return handle
        .select(SELECT, account, work)
        .map(PursuitRows::pursuit)
        .findOne()
        .orElseGet(() -> Pursuit.none(account, work));
  }

  private static void put(Handle handle, Pursuit pursuit) {
    handle
        .createUpdate(
            """
            insert into work_pursuit
              (account, work, rejected, cause, wrote, support, remind, outcome, before)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, work) do update set rejected = excluded.rejected,
              cause = excluded.cause, wrote = excluded.wrote, support = excluded.support,
              remind = excluded.remind, outcome = excluded.outcome, before = excluded.before
            """)
        .bind(0, pursuit.account())
        .bind(1, pursuit.work())
        .bind(2, day(pursuit.rejected()))
        .bind(3, pursuit.cause().map(Worded::word).orElse(null))
        .bind(4, day(pursuit.wrote()))
        .bind(5, day(pursuit.support()))
        .bind(6, day(pursuit.remind()))
        .bind(7, pursuit.outcome().map(Worded::word).orElse(null))
        .bind(8, pursuit.before().map(Status::word).orElse(null))
        .execute();
  }

  private static @Nullable String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  /**
   * Work of which its worker wanted to be asked by this day, still unpaid; the longest due first.
   */
  public List<Work> reminders(String account, LocalDate today) {
    return database.list(
        WorkRows::work,
        WorkRows.SELECT
            + " join work_pursuit on work_pursuit.account = work.account"
            + " and work_pursuit.work = work.id where work.account = ? and remind <= ?"
            + " and outcome is null and status not in ('approved', 'paid') order by remind, id",
        account,
        today.toString());
  }

  private static Pursuit pursuit(ResultSet row, StatementContext context) throws SQLException {
    return new Pursuit(
        row.getString("account"),
        UUID.fromString(row.getString("work")),
        day(row, "rejected"),
        Columns.optionalText(row, "cause").flatMap(w -> Worded.of(RejectionCause.class, w)),
        day(row, "wrote"),
        day(row, "support"),
        day(row, "remind"),
        Columns.optionalText(row, "outcome").flatMap(w -> Worded.of(RejectionOutcome.class, w)),
        Columns.optionalText(row, "before").flatMap(word -> Worded.of(Status.class, word)));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Columns.optionalText(row, column).map(LocalDate::parse);
  }
}
