package worthwhile.store.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.RequesterId;

/** Of which requesters an account does not want to hear. */
public final class BlockedRows {
  private final Handle handle;

  BlockedRows(Handle handle) {
    this.handle = handle;
  }

  /** Blocks a requester; one that is blocked already counts as blocked now. */
  public void block(String account, RequesterId requester, Instant at) {
    handle.execute(
        "insert into blocked_requester (account, requester, created) values (?, ?, ?)"
            + " on conflict (account, requester) do update set created = excluded.created",
        account,
        requester,
        at);
  }

  /** Blocks a requester no more; nothing happens if none is. */
  public void unblock(String account, RequesterId requester) {
    handle.execute(
        "delete from blocked_requester where account = ? and requester = ?", account, requester);
  }

  /** Blocks nobody for this account any more. */
  public void clear(String account) {
    handle.execute("delete from blocked_requester where account = ?", account);
  }

  /** Whom an account blocks, the one blocked first standing first. */
  public List<RequesterId> of(String account) {
    return handle
        .select(
            "select requester from blocked_requester where account = ?"
                + " order by created, requester",
            account)
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(id -> RequesterId.parse(id).stream())
        .toList();
  }

  /**
   * Which of these requesters are blocked, by account; an account that blocks none is not there.
   */
  public Map<String, Set<RequesterId>> among(Collection<RequesterId> requesters) {
    Map<String, Set<RequesterId>> found = new HashMap<>();
    List<String> words = requesters.stream().map(RequesterId::toString).distinct().toList();
    for (List<String> some : SavedSearchRows.chunks(words))
      handle
          .createQuery(
              "select account, requester from blocked_requester where requester in (<some>)")
          .bindList("some", some)
          .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(each -> note(found, each.getKey(), each.getValue()));
    return found;
  }

  private static void note(Map<String, Set<RequesterId>> found, String account, String requester) {
    RequesterId.parse(requester)
        .ifPresent(id -> found.computeIfAbsent(account, _ -> new HashSet<>()).add(id));
  }
}
