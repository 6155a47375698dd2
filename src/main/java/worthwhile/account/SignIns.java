package worthwhile.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.store.Store;
import worthwhile.store.account.AccountRows;
import worthwhile.store.account.CredentialRows;

/**
 * Proving who one is: by password, passkey or recovery code. What is said of a wrong password is
 * said of a name that nobody has, after the same time.
 */
public final class SignIns {
  /** How long a browser is remembered from which somebody has signed in. */
  public static final Duration DEVICE_KEPT = Duration.ofDays(400);

  private final AccountRows accounts;
  private final CredentialRows credentials;
  private final Passwords passwords;
  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final Throttle throttle;
  private final Clock clock;

  SignIns(
      Store store,
      Passwords passwords,
      Passkeys passkeys,
      RecoveryCodes codes,
      Throttle throttle,
      Clock clock) {
    accounts = store.accounts();
    credentials = store.credentials();
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.codes = codes;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** What comes of an attempt. */
  public sealed interface Outcome {
    record SignedIn(Account account) implements Outcome {}

    /** Wrong; nothing is told of what exactly. */
    record Wrong() implements Outcome {}

    /**
     * Not tried, after too many wrong attempts.
     *
     * @param delay until it may be tried
     */
    record TooSoon(Duration delay) implements Outcome {}
  }

  /**
   * From where it is tried.
   *
   * @param address of the client, or its network
   * @param device what the browser was given when somebody signed in with it before
   */
  public record From(String address, Optional<String> device) {}

  /** By name and password. */
  public Outcome byPassword(String name, String password, From from) {
    String key = AccountName.keyOf(name);
    Optional<AccountRows.Row> row = accounts.byKey(key);
    Throttle.Attempt attempt = attempt(key, row, from);
    Optional<Duration> wait = throttle.begin(attempt);
    if (wait.isPresent()) return new Outcome.TooSoon(wait.get());
    if (!passwords.matches(password, row.flatMap(AccountRows.Row::password)))
      return new Outcome.Wrong();
    throttle.right(attempt);
    renew(row.orElseThrow(), password);
    return new Outcome.SignedIn(Accounts.account(row.get()));
  }

  private Throttle.Attempt attempt(String key, Optional<AccountRows.Row> row, From from) {
    Instant now = clock.instant();
    Optional<String> device =
        row.flatMap(account -> from.device().map(secret -> deviceHash(secret, account.id())))
            .filter(hash -> credentials.isKnown(hash, now));
    return new Throttle.Attempt(key, from.address(), device);
  }

  /** A hash that was made with other costs than today's is made anew while the password is here. */
  private void renew(AccountRows.Row row, String password) {
    if (row.password().map(hash -> Argon2Hash.parse(hash).isOld()).orElse(false))
      accounts.setPassword(row.id(), Optional.of(passwords.hash(password)));
  }

  /** By name and a recovery code, which is used up. */
  public Outcome byRecoveryCode(String name, String code, From from) {
    Throttle.Attempt attempt = new Throttle.Attempt("", from.address(), Optional.empty());
    Optional<Duration> wait = throttle.begin(attempt);
    if (wait.isPresent()) return new Outcome.TooSoon(wait.get());
    Optional<AccountRows.Row> row = accounts.byKey(AccountName.keyOf(name));
    String id = row.map(AccountRows.Row::id).orElse("");
    if (!codes.use(id, code)) return new Outcome.Wrong();
    throttle.right(attempt);
    return new Outcome.SignedIn(Accounts.account(row.orElseThrow()));
  }

  /**
   * By passkey.
   *
   * @param answer of the authenticator, as JSON
   */
  public Outcome byPasskey(RelyingParty party, String answer, From from) {
    return byPasskey(party, Passkeys.Purpose.SIGN_IN, answer, from);
  }

  private Outcome byPasskey(
      RelyingParty party, Passkeys.Purpose purpose, String answer, From from) {
    Throttle.Attempt attempt = new Throttle.Attempt("", from.address(), Optional.empty());
    Optional<Duration> wait = throttle.begin(attempt);
    if (wait.isPresent()) return new Outcome.TooSoon(wait.get());
    Optional<Account> account =
        passkeys.verify(party, purpose, answer).flatMap(accounts::byId).map(Accounts::account);
    if (account.isEmpty()) return new Outcome.Wrong();
    throttle.right(attempt);
    return new Outcome.SignedIn(account.get());
  }

  /** Somebody signed in proves once more, by password, who they are. */
  public Outcome confirmByPassword(Account account, String password, From from) {
    return byPassword(account.name(), password, from);
  }

  /** Somebody signed in proves once more, by passkey, who they are. */
  public Outcome confirmByPasskey(Account account, RelyingParty party, String answer, From from) {
    Outcome outcome = byPasskey(party, Passkeys.Purpose.CONFIRM, answer, from);
    if (outcome instanceof Outcome.SignedIn(Account found) && !found.id().equals(account.id()))
      return new Outcome.Wrong();
    return outcome;
  }

  /** Remembers a browser with which the account's owner has signed in; returns what it keeps. */
  public String remember(Account account, Optional<String> device) {
    String secret = device.orElseGet(RandomSecret::next);
    Instant now = clock.instant();
    credentials.know(deviceHash(secret, account.id()), account.id(), now, now.plus(DEVICE_KEPT));
    return secret;
  }

  /** Of secret and account together: one browser may serve several people. */
  private static String deviceHash(String secret, String account) {
    return RandomSecret.hash(secret + "\n" + account);
  }
}
