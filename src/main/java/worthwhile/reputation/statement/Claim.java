package worthwhile.reputation.statement;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.RequesterId;
import worthwhile.posting.word.Worded;

/**
 * Somebody says to be a requester.
 *
 * @param detail what the proof needs to be looked up, such as the domain
 * @param code to be shown where only the requester can put it
 */
public record Claim(
    String id,
    String account,
    RequesterId requester,
    Proof proof,
    Optional<String> detail,
    String code,
    State state,
    Instant created,
    Optional<Instant> decided) {
  /** How it is proved. */
  public enum Proof implements Worded {
    /** The code stands in a task of the requester on the platform. */
    PLATFORM,
    /** The code stands in a file on the requester's own domain. */
    DOMAIN
  }

  /** How far it is. */
  public enum State implements Worded {
    OPEN,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
  }
}
