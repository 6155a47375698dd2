package worthwhile.store.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.alert.saved.Canary;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Meta;

/** Proofs that alerts work: one at a time for a store, however many processes there are. */
public final class CanaryRows {
  private static final String MAILED = "alerts-operator-mailed";

  private final Handle handle;

  CanaryRows(Handle handle) {
    this.handle = handle;
  }

  /** Nobody else begins a proof or tells the operator until the transaction ends. */
  public void lock() {
    handle.execute("update counter set value = value where name = 'canary'");
  }

  /** Whether none began within this time. */
  public boolean isDue(Instant now, Duration every) {
    return newest(1).stream().noneMatch(last -> isFresh(last, now, every));
  }

  /** Begins a proof unless one began within this time; absent if one did. */
  public Optional<Canary> beginIfDue(Instant now, Duration every) {
    lock();
    if (!isDue(now, every)) return Optional.empty();
    handle.execute("update counter set value = value + 1 where name = 'canary'");
    handle.execute(
        "insert into canary (number, begun)"
            + " values ((select value from counter where name = 'canary'), ?)",
        now);
    return newest(1).stream().findFirst();
  }

  /** One that lies in the future was begun by a clock that was wrong. */
  private static boolean isFresh(Canary last, Instant now, Duration every) {
    return last.begun().plus(every).isAfter(now) && !last.begun().isAfter(now.plus(every));
  }

  /** Those under way, the oldest first. */
  public List<Canary> open() {
    return list("ended is null order by number");
  }

  /** Those that ended, the newest first. */
  public List<Canary> ended(int most) {
    return list("ended is not null order by number desc limit ?", most);
  }

  /** All, the newest first. */
  public List<Canary> newest(int most) {
    return list("number > 0 order by number desc limit ?", most);
  }

  /** Those that the follower has not looked at, the oldest first. */
  public List<Canary> unmatched() {
    return list("matched is null and ended is null order by number");
  }

  /** Notes that the follower found it; false if that was noted before, or it has ended. */
  public boolean matched(long number, Instant at) {
    return note("matched", number, at);
  }

  /** Notes that its webhook arrived; false if that was noted before, or it has ended. */
  public boolean handed(long number, Instant at) {
    return note("handed", number, at);
  }

  /** Notes that it stood in its feed. */
  public boolean seen(long number, Instant at) {
    return note("seen", number, at);
  }

  private boolean note(String what, long number, Instant at) {
    return handle.execute(
            "update canary set %1$s = ? where number = ? and %1$s is null and ended is null"
                .formatted(what),
            at,
            number)
        == 1;
  }

  /** Ends it; false if it had ended. */
  public boolean end(long number, Instant at, Optional<Reason> trouble) {
    return handle.execute(
            "update canary set ended = ?, trouble = ? where number = ? and ended is null",
            at,
            trouble,
            number)
        == 1;
  }

  /** Forgets one that nobody followed to its end: it proves nothing. */
  public boolean forget(long number) {
    return handle.execute("delete from canary where number = ? and ended is null", number) == 1;
  }

  /**
   * Forgets what is older, and what was told to an account because of it.
   *
   * @param account whose deliveries these are
   * @param postings how the ids of the invented postings begin
   */
  public int thin(String account, String postings, Instant before, Instant deliveriesBefore) {
    handle.execute(
        "delete from alert_told where posting like ? and at < ?", postings + "%", deliveriesBefore);
    return handle.execute("delete from canary where begun < ?", before)
        + handle.execute(
            "delete from delivery where account = ? and created < ?", account, deliveriesBefore);
  }

  /** Takes the right to send the operator her message of the day; false if it is not due. */
  public boolean takeDailyMail(Instant now, Duration every) {
    lock();
    Optional<Instant> last = Meta.get(handle, MAILED).map(Instant::parse);
    if (last.filter(at -> at.plus(every).isAfter(now) && !at.isAfter(now)).isPresent())
      return false;
    Meta.put(handle, MAILED, now.toString());
    return true;
  }

  /** Gives that right back, since the message could not be sent. */
  public void giveBackDailyMail() {
    handle.execute("delete from meta where name = ?", MAILED);
  }

  private List<Canary> list(String condition, Object... values) {
    return handle
        .select("select * from canary where " + condition, values)
        .mapTo(Canary.class)
        .list();
  }
}
