package worthwhile.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner sees it.
 *
 * @param id as its authenticator names it
 * @param name what its owner calls it
 * @param backedUp whether its authenticator keeps it in more than one place
 */
public record Passkey(
    String id, String name, boolean backedUp, Instant created, Optional<Instant> lastUsed) {}
