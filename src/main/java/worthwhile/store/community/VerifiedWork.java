package worthwhile.store.community;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.RequesterId;
import worthwhile.work.Recognition;

/**
 * Whether it is known that somebody worked for a requester: by an imported history, by a timer, or
 * by a page of her own browser that is still kept. What she only typed proves nothing.
 */
public final class VerifiedWork {
  private static final String LISTED = "select 1 from work where account = ? and platform = ?";
  private static final String PROVEN = LISTED + " and provenance in ('import', 'timer')";

  private final Handle handle;

  VerifiedWork(Handle handle) {
    this.handle = handle;
  }

  /** Whether an account took this posting, or worked for this requester. */
  public boolean isKnown(
      String account, Optional<RequesterId> requester, Optional<String> posting) {
    return posting.filter(id -> tookPosting(account, id)).isPresent()
        || requester.filter(id -> workedFor(account, id)).isPresent();
  }

  /** Whether an account is known to have worked on a platform at all. */
  public boolean isKnownOn(String account, String platform) {
    return exists(PROVEN + " limit 1", account, platform);
  }

  /** Whether a requester stands in an account's own list of work, in whatever way it got there. */
  public boolean isListed(String account, RequesterId requester) {
    return isListed(LISTED, account, requester);
  }

  private boolean tookPosting(String account, String posting) {
    return exists(
            "select 1 from work where account = ? and posting = ? and provenance in ('import',"
                + " 'timer') limit 1",
            account,
            posting)
        || exists(
            "select 1 from work_timer where account = ? and posting = ? and discarded is null"
                + " limit 1",
            account,
            posting)
        || exists(
            "select 1 from sighting where account = ? and posting = ? and gone = 0 limit 1",
            account,
            posting);
  }

  private boolean workedFor(String account, RequesterId requester) {
    return isListed(PROVEN, account, requester);
  }

  private boolean isListed(String work, String account, RequesterId requester) {
    String platform = requester.platform();
    return switch (requester.kind()) {
      case IDENTIFIER ->
          exists(work + " and requester_id = ? limit 1", account, platform, requester.key());
      case NAME ->
          exists(
              work + " and requester_key = ? limit 1",
              account,
              platform,
              Recognition.key(requester.key()));
    };
  }

  private boolean exists(String sql, Object... values) {
    return handle.select(sql, values).mapTo(Integer.class).findFirst().isPresent();
  }
}
