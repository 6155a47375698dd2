package worthwhile.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.saved.TroubleKind;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;

/** What keeps alerts from working, and whether the operator was told. */
public final class TroubleRows {
  private final Handle handle;

  TroubleRows(Handle handle) {
    this.handle = handle;
  }

  /** Those that have not ended, the oldest first. */
  public List<Trouble> open() {
    return list("ended is null order by began, id");
  }

  /** All, the newest first. */
  public List<Trouble> newest(int most) {
    return list("began > 0 order by began desc, id limit ?", most);
  }

  /**
   * Notes that something is wrong, once while it lasts; its reason is the newest. The caller holds
   * the lock of {@link CanaryRows}.
   */
  public void begin(TroubleKind kind, String subject, Reason reason, Instant at) {
    int known =
        handle.execute(
            "update alert_trouble set reason = ?, calm = null"
                + " where kind = ? and subject = ? and ended is null",
            reason,
            kind.word(),
            subject);
    if (known == 0)
      handle.execute(
          "insert into alert_trouble (id, kind, subject, reason, began) values (?, ?, ?, ?, ?)",
          UUID.randomUUID().toString(),
          kind.word(),
          subject,
          reason,
          at);
  }

  /** Notes that nothing is seen of it; it ends where that lasts. */
  public void calm(Trouble trouble, Instant at, Duration patience) {
    handle.execute(
        "update alert_trouble set calm = ? where id = ? and ended is null and calm is null",
        at,
        trouble.id());
    handle.execute(
        "update alert_trouble set ended = ? where id = ? and ended is null and calm <= ?",
        at,
        trouble.id(),
        at.minus(patience));
  }

  /**
   * Those that the operator is to be told of: new ones, open ones that nobody acknowledged and that
   * were told before a moment, and those that ended after they were told.
   */
  public List<Trouble> toBeTold(Instant now, Instant toldBefore) {
    return list(
        "(teller is null or teller <= ?) and ((ended is null and (told is null"
            + " or (acknowledged is null and told <= ?)))"
            + " or (ended is not null and told is not null and over is null))"
            + " order by began, id",
        now,
        toldBefore);
  }

  /**
   * Takes the right to tell the operator of those; the caller holds the lock of {@link CanaryRows}.
   *
   * @param until when that right ends, if nobody says what became of it
   */
  public List<Trouble> take(Instant now, Instant toldBefore, Instant until) {
    List<Trouble> due = toBeTold(now, toldBefore);
    for (Trouble each : due)
      handle.execute("update alert_trouble set teller = ? where id = ?", until, each.id());
    return due;
  }

  /** Notes that the operator was told that it is so, or that it is over. */
  public void told(Trouble trouble, Instant at) {
    String column = trouble.ended().isPresent() ? "over" : "told";
    handle.execute(
        "update alert_trouble set " + column + " = ?, teller = null where id = ?",
        at,
        trouble.id());
  }

  /** The operator knows; false if it has ended or she knew. */
  public boolean acknowledge(String id, Instant at) {
    return handle.execute(
            "update alert_trouble set acknowledged = ? where id = ? and ended is null"
                + " and acknowledged is null",
            at,
            id)
        == 1;
  }

  /** Forgets what ended before a moment. */
  public int thin(Instant before) {
    return handle.execute("delete from alert_trouble where ended < ?", before);
  }

  private List<Trouble> list(String condition, Object... values) {
    return handle
        .select("select * from alert_trouble where " + condition, values)
        .map(TroubleRows::trouble)
        .list();
  }

  private static Trouble trouble(ResultSet row, StatementContext context) throws SQLException {
    return new Trouble(
        row.getString("id"),
        Worded.of(TroubleKind.class, row.getString("kind")).orElseThrow(),
        row.getString("subject"),
        PostingJson.readReason(row.getString("reason")),
        Columns.instant(row, "began"),
        Columns.optionalInstant(row, "calm"),
        Columns.optionalInstant(row, "told"),
        Columns.optionalInstant(row, "acknowledged"),
        Columns.optionalInstant(row, "ended"),
        Columns.optionalInstant(row, "over"));
  }
}
