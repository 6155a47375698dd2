package worthwhile.store.alert;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Addresses to which nothing is sent any more, as hashes: whoever left stays left when somebody
 * else names her address again. Beside them, how often a place was lately asked whether it is hers.
 */
public final class SuppressionRows {
  /** Scope of a question that was asked; no account has such an id. */
  private static final String QUESTION = "question ";

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

  /**
   * Takes one of the questions that a place may be asked, and says whether one was left; each is
   * taken by one of those who want it at once.
   *
   * @param most how many there are
   * @param freed what was taken before then can be taken again
   */
  public boolean takeQuestion(String hash, int most, Instant freed, Instant now) {
    for (int i = 1; i <= most; i++) {
      int taken =
          handle.execute(
              "insert into suppression (hash, scope, at) values (?, ?, ?)"
                  + " on conflict (hash, scope) do update set at = excluded.at"
                  + " where suppression.at < ?",
              hash,
              QUESTION + i,
              now,
              freed);
      if (taken > 0) return true;
    }
    return false;
  }

  /** Forgets questions that were asked before then; how many those were. */
  public int thinQuestions(Instant before) {
    return handle.execute(
        "delete from suppression where scope like '" + QUESTION + "%' and at < ?", before);
  }
}
