package worthwhile.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import worthwhile.posting.word.Worded;
import worthwhile.store.account.TokenRows;

/** Tokens by which programs act for an account. Each is shown once and stored as a hash. */
public final class Tokens {
  /** What every token starts with, so that a leaked one is known for what it is. */
  public static final String PREFIX = "ww_";

  /** The longest that a token may last. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** Uses are noted at most this often, so that reading does not write. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  private final TokenRows rows;
  private final Clock clock;

  Tokens(TokenRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * A token just made.
   *
   * @param secret what the program sends; it is told nowhere else
   */
  public record Issued(Token token, String secret) {}

  /**
   * Makes a token.
   *
   * @param lifetime more than zero, at most {@link #LONGEST}
   */
  public Issued issue(String account, String name, Set<Scope> scopes, Duration lifetime) {
    if (lifetime.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "a token lasts at most " + LONGEST.toDays() + " days, not " + lifetime.toDays());
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    Token token = new Token(id, account, name, scopes, now, now.plus(lifetime), Optional.empty());
    String secret = PREFIX + RandomSecret.next();
    rows.add(row(token, RandomSecret.hash(secret)));
    return new Issued(token, secret);
  }

  /** The token that a program sent; absent if there is none such or it has expired. */
  public Optional<Token> of(String secret) {
    if (!secret.startsWith(PREFIX)) return Optional.empty();
    Instant now = clock.instant();
    Optional<Token> token =
        rows.byHash(RandomSecret.hash(secret))
            .map(Tokens::token)
            .filter(found -> found.expires().isAfter(now));
    token.filter(found -> isNews(found, now)).ifPresent(found -> rows.used(found.id(), now));
    return token;
  }

  private static boolean isNews(Token token, Instant now) {
    return token.lastUsed().map(used -> used.plus(NOTED).isBefore(now)).orElse(true);
  }

  /** All of an account, also those that have expired; the newest first. */
  public List<Token> list(String account) {
    return rows.of(account).stream().map(Tokens::token).toList();
  }

  /** Takes one back; whether there was such. */
  public boolean revoke(String account, String id) {
    return rows.delete(account, id);
  }

  private static TokenRows.Row row(Token token, String hash) {
    return new TokenRows.Row(
        token.id(),
        hash,
        token.account(),
        token.name(),
        token.scopes().stream().map(Scope::word).collect(Collectors.toSet()),
        token.created(),
        token.expires(),
        token.lastUsed());
  }

  private static Token token(TokenRows.Row row) {
    return new Token(
        row.id(),
        row.account(),
        row.name(),
        row.scopes().stream()
            .flatMap(word -> Worded.of(Scope.class, word).stream())
            .collect(Collectors.toSet()),
        row.created(),
        row.expires(),
        row.lastUsed());
  }
}
