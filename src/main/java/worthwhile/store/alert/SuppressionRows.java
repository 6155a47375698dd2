package worthwhile.store.alert;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Addresses to which nothing is sent any more, as hashes: whoever left stays left when somebody
 * else names her address again.
 */
public final class SuppressionRows {
  private final Handle handle;

  SuppressionRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * @param scope the account whose messages are meant, or {@code *} for all
   */
  public void add(String hash, String scope, Instant at) {
    handle.execute(
        "insert into suppression (hash, scope, at) values (?, ?, ?) on conflict do nothing",
        hash,
        scope,
        at);
  }

  /** Whether nothing is to be sent there, by this account or by anybody. */
  public boolean covers(String hash, String scope) {
    return handle
            .select(
                "select count(*) from suppression where hash = ? and scope in (?, '*')",
                hash,
                scope)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
