package worthwhile.store.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.RecipientSet;
import worthwhile.alert.saved.Told;
import worthwhile.posting.word.Worded;

/** Who was told what of which posting, long after the posting itself is forgotten. */
public final class ToldRows {
  private final Handle handle;

  ToldRows(Handle handle) {
    this.handle = handle;
  }

  /** What was told of these postings, by posting, the oldest first. */
  public Map<String, List<Told>> of(Collection<String> postings) {
    Map<String, List<Told>> found = new HashMap<>();
    for (List<String> some : SavedSearchRows.chunks(postings))
      handle
          .createQuery(
              "select * from alert_told where posting in (<postings>) order by posting, revision")
          .bindList("postings", some)
          .map(
              (row, _) -> {
                long net = row.getLong("net");
                return new Told(
                    row.getString("posting"),
                    row.getLong("revision"),
                    Worded.of(AlertReason.class, row.getString("reason")).orElseThrow(),
                    row.wasNull() ? Optional.empty() : Optional.of(net),
                    RecipientSet.unpacked(row.getBytes("whom")));
              })
          .forEach(told -> found.computeIfAbsent(told.posting(), _ -> new ArrayList<>()).add(told));
    return found;
  }

  public void add(Collection<Told> all, Instant at) {
    if (all.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into alert_told (posting, revision, reason, net, whom, at)"
                + " values (?, ?, ?, ?, ?, ?)");
    for (Told told : all)
      batch.add(
          told.posting(),
          told.revision(),
          told.reason().word(),
          told.net().orElse(null),
          told.whom().packed(),
          at);
    batch.execute();
  }

  /** Adds one who is told of a posting to those who were; nobody else is lost by it. */
  public void also(
      String posting,
      AlertReason reason,
      long revision,
      Optional<Long> net,
      long recipient,
      Instant at) {
    String row = " where posting = ? and reason = ? and revision = ?";
    String word = reason.word();
    if (handle.execute("update alert_told set at = at" + row, posting, word, revision) == 0) {
      RecipientSet alone = RecipientSet.of(List.of(recipient));
      add(List.of(new Told(posting, revision, reason, net, alone)), at);
      return;
    }
    byte[] before =
        handle
            .select("select whom from alert_told" + row, posting, word, revision)
            .mapTo(byte[].class)
            .one();
    byte[] now = RecipientSet.unpacked(before).with(recipient).packed();
    handle.execute("update alert_told set whom = ?" + row, now, posting, word, revision);
  }

  /** Forgets that one was told of a posting at a revision; what others were told stays. */
  public void forget(String posting, AlertReason reason, long revision, long recipient) {
    String row = " where posting = ? and reason = ? and revision = ?";
    String word = reason.word();
    if (handle.execute("update alert_told set at = at" + row, posting, word, revision) == 0) return;
    RecipientSet left =
        handle
            .select("select whom from alert_told" + row, posting, word, revision)
            .mapTo(byte[].class)
            .map(RecipientSet::unpacked)
            .one()
            .without(recipient);
    if (left.isEmpty()) handle.execute("delete from alert_told" + row, posting, word, revision);
    else
      handle.execute(
          "update alert_told set whom = ?" + row, left.packed(), posting, word, revision);
  }

  /** Forgets what was told before a moment. */
  public int thin(Instant before) {
    return handle.execute("delete from alert_told where at < ?", before);
  }
}
