package worthwhile.store.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.alert.saved.Silence;

/** Platforms that are not read as they should be, and who was told of that. */
public final class SilenceRows {
  private final Handle handle;

  SilenceRows(Handle handle) {
    this.handle = handle;
  }

  /** Those that last, by platform. */
  public List<Silence> open() {
    return list("ended is null order by platform");
  }

  /** Those that last and those that ended after a moment, by platform, the newest first. */
  public List<Silence> since(Instant ended) {
    return list("ended is null or ended >= ? order by platform, began desc", ended);
  }

  public void add(Silence silence) {
    handle.execute(
        "insert into platform_silence (id, platform, name, since, began, seen)"
            + " values (?, ?, ?, ?, ?, ?)",
        silence.id(),
        silence.platform(),
        silence.name(),
        silence.since(),
        silence.began(),
        silence.seen());
  }

  /** Notes that it is still so, and since when that is watched. */
  public void seen(String id, Instant began, Instant at) {
    handle.execute("update platform_silence set began = ?, seen = ? where id = ?", began, at, id);
  }

  /** Notes that it is not so any more. */
  public void end(String id, Instant at) {
    handle.execute("update platform_silence set ended = ? where id = ? and ended is null", at, id);
  }

  /** Which silences each of these recipients was told of, by recipient. */
  public Map<Long, Set<String>> told(Collection<Long> recipients) {
    Map<Long, Set<String>> told = new HashMap<>();
    for (List<Long> some : SavedSearchRows.chunks(recipients))
      handle
          .createQuery(
              "select recipient, silence from silence_told where recipient in (<recipients>)")
          .bindList("recipients", some)
          .map(
              (row, _) ->
                  told.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getString(2)))
          .list();
    return told;
  }

  /** Those of these recipients who were told something after a moment. */
  public Set<Long> toldSince(Collection<Long> recipients, Instant moment) {
    Set<Long> found = new HashSet<>();
    for (List<Long> some : SavedSearchRows.chunks(recipients))
      found.addAll(
          handle
              .createQuery(
                  "select distinct recipient from silence_told where recipient in (<recipients>)"
                      + " and at > :moment")
              .bindList("recipients", some)
              .bind("moment", moment)
              .mapTo(Long.class)
              .list());
    return found;
  }

  /** What a recipient was told of at a moment and that still lasts, by platform. */
  public List<Silence> lasting(long recipient, Instant told) {
    return list(
        "ended is null and id in (select silence from silence_told where recipient = ? and at = ?)"
            + " order by platform",
        recipient,
        told);
  }

  /** Notes that a recipient is told of some. */
  public void tell(long recipient, String account, Collection<String> silences, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into silence_told (silence, recipient, account, at) values (?, ?, ?, ?)");
    for (String silence : silences) batch.add(silence, recipient, account, at);
    if (batch.size() > 0) batch.execute();
  }

  /** Forgets what ended before a moment. */
  public int thin(Instant before) {
    handle.execute(
        "delete from silence_told where silence in"
            + " (select id from platform_silence where ended < ?)",
        before);
    return handle.execute("delete from platform_silence where ended < ?", before);
  }

  private List<Silence> list(String condition, Object... values) {
    return handle
        .select("select * from platform_silence where " + condition, values)
        .mapTo(Silence.class)
        .list();
  }
}
