package worthwhile.store.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import worthwhile.alert.saved.ChangeNote;

/** Changes at platforms that were seen here, and who was told of which. */
public final class ChangeRows {
  private static final String BEGUN = "platform-changes";

  private final Handle handle;

  ChangeRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * Nobody else notes changes until the transaction ends.
   *
   * @return whether they were ever noted before: if not, all that there are is no news
   */
  public boolean lock(Instant now) {
    handle.execute("update counter set value = value where name = 'saved-search'");
    return handle.execute(
            "insert into meta (name, value) values (?, ?) on conflict do nothing",
            BEGUN,
            now.toString())
        == 0;
  }

  /** Ids of all that were seen. */
  public Set<String> seen() {
    return new HashSet<>(
        handle.select("select id from platform_change").mapTo(String.class).list());
  }

  public void add(ChangeNote change) {
    handle.execute(
        "insert into platform_change (id, platform, title, text, url, seen)"
            + " values (?, ?, ?, ?, ?, ?)",
        change.id(),
        change.platform(),
        change.title(),
        change.text(),
        change.url(),
        change.seen());
  }

  /** Notes that a recipient is told of one. */
  public void tell(String change, long recipient, String account, Instant at) {
    handle.execute(
        "insert into change_told (change, recipient, account, at) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        change,
        recipient,
        account,
        at);
  }

  /** What a recipient was told of at a moment, by platform. */
  public List<ChangeNote> told(long recipient, Instant at) {
    return handle
        .select(
            "select * from platform_change where id in"
                + " (select change from change_told where recipient = ? and at = ?)"
                + " order by title, platform_change.id",
            recipient,
            at)
        .mapTo(ChangeNote.class)
        .list();
  }
}
