package worthwhile.reputation.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the public log of moderation.
 *
 * @param id grows with time
 * @param action what was done, such as {@code hidden} or {@code claim-accepted}
 * @param about what it was done to
 * @param byAccount who did it, shown by name only if the role is one of moderation
 * @param byRole {@code moderator}, {@code operator}, {@code member}, {@code requester}, {@code
 *     visitor} or {@code instance}
 * @param rule by which, with its version
 */
public record LogEntry(
    long id,
    Instant at,
    String action,
    Subject about,
    Optional<String> moderationCase,
    Optional<String> byAccount,
    String byRole,
    Optional<String> rule,
    Optional<String> reason) {}
