package worthwhile.store.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.RequesterId;

/** Who wants to hear of which requester. */
public final class FollowRows {
  private final Handle handle;

  FollowRows(Handle handle) {
    this.handle = handle;
  }

  public void follow(String account, RequesterId requester, Instant at) {
    handle.execute(
        "insert into followed_requester (account, requester, created) values (?, ?, ?)"
            + " on conflict do nothing",
        account,
        requester,
        at);
  }

  public void unfollow(String account, RequesterId requester) {
    handle.execute(
        "delete from followed_requester where account = ? and requester = ?", account, requester);
  }

  /** Whom an account follows, the last one first. */
  public List<RequesterId> of(String account) {
    return handle
        .select(
            "select requester from followed_requester where account = ?"
                + " order by created desc, requester",
            account)
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(id -> RequesterId.parse(id).stream())
        .toList();
  }

  /** Accounts that follow one of these. */
  public List<String> followers(Collection<RequesterId> members) {
    if (members.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select distinct account from followed_requester where requester in (<ids>)"
                + " order by account")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .mapTo(String.class)
        .list();
  }
}
