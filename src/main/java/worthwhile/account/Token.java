package worthwhile.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key by which a program acts for an account.
 *
 * @param id by which its owner can end it; opens nothing
 * @param account id of its owner
 * @param name what its owner calls it
 * @param lastUsed roughly; absent if never
 */
public record Token(
    String id,
    String account,
    String name,
    Set<Scope> scopes,
    Instant created,
    Instant expires,
    Optional<Instant> lastUsed) {
  public Token {
    if (scopes.isEmpty()) throw new IllegalArgumentException("a token needs a scope");
    if (!expires.isAfter(created))
      throw new IllegalArgumentException("a token must expire after it is made");
    scopes = Set.copyOf(scopes);
  }
}
