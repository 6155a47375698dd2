package worthwhile.reputation.statement;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * Something that somebody is to be told on her own page.
 *
 * @param reason what it is
 * @param seen when she had it shown; absent if not yet
 */
public record Notice(
    String id,
    String account,
    Subject about,
    Reason reason,
    Instant created,
    Optional<Instant> seen) {}
