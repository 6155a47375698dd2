package worthwhile.store.posting;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Takes postings of one source out that it has not shown since some moment. */
final class Forgetting {
  private static final PostingRow.Step FORGOTTEN = new PostingRow.Step("forgotten", "");

  private static final String UNSEEN =
      "select posting.id from posting left join source_seen on source_seen.source = posting.source"
          + " where posting.source = ? and "
          + PostingRows.SEEN
          + " < ?";

  /**
   * In this order; what nobody offers anything under any more goes too. That people took two ids as
   * one requester stays, without her names: under either she may come back.
   */
  private static final List<String> DELETE =
      List.of(
          "delete from posting_history where posting = ?",
          "delete from assessment where posting = ?",
          "delete from posting where id = ?");

  private static final List<String> DELETE_REQUESTERS =
      List.of(
          "delete from requester_name where requester in (select id from requester"
              + " where platform = ? and not exists"
              + " (select 1 from posting where posting.requester = requester.id))",
          "delete from requester where platform = ? and merged_into is null and not exists"
              + " (select 1 from requester other where other.merged_into = requester.id) and not"
              + " exists (select 1 from posting where posting.requester = requester.id)");

  private Forgetting() {}

  /** Deletes them with their histories and tells whoever follows the changes; how many it were. */
  static int run(Handle handle, String source, Instant before, Instant now) {
    List<String> unseen = handle.select(UNSEEN, source, before).mapTo(String.class).list();
    if (unseen.isEmpty()) return 0;
    List<String> platforms =
        handle
            .select("select distinct platform from posting where source = ?", source)
            .mapTo(String.class)
            .list();
    for (String sql : DELETE) {
      PreparedBatch batch = handle.prepareBatch(sql);
      for (String id : unseen) batch.add(id);
      batch.execute();
    }
    for (String platform : platforms)
      for (String sql : DELETE_REQUESTERS) handle.execute(sql, platform);
    History.write(handle, unseen, FORGOTTEN, "", now);
    return unseen.size();
  }
}
