package worthwhile.account;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import worthwhile.posting.word.Worded;
import worthwhile.store.Store;
import worthwhile.store.account.AccountRows;
import worthwhile.store.account.CredentialRows;

/** Everybody who has an account here, with their sessions, tokens and credentials. */
public final class Accounts {
  private static final Account OWNER =
      new Account(Account.LOCAL, "you", EnumSet.allOf(Role.class), java.time.Instant.EPOCH);

  private final AccountRows rows;
  private final CredentialRows credentials;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final Throttle throttle;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final SignIns signIns;

  public Accounts(Store store, Clock clock) {
    rows = store.accounts();
    credentials = store.credentials();
    this.clock = clock;
    throttle = new Throttle(clock);
    sessions = new Sessions(store.sessions(), clock);
    tokens = new Tokens(store.tokens(), clock);
    passkeys = new Passkeys(credentials, clock);
    codes = new RecoveryCodes(credentials, clock);
    signIns = new SignIns(store, passwords, passkeys, codes, throttle, clock);
  }

  public Sessions sessions() {
    return sessions;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Passkeys passkeys() {
    return passkeys;
  }

  public RecoveryCodes recoveryCodes() {
    return codes;
  }

  public SignIns signIns() {
    return signIns;
  }

  /**
   * The one user of an instance that only its own machine can reach, as long as nobody has signed
   * up: who sits at the machine owns the instance. Absent once there is an account. Whether an
   * instance is such a one is for the caller to know.
   */
  public Optional<Account> local() {
    return rows.isEmpty() ? Optional.of(OWNER) : Optional.empty();
  }

  /** The account with this id; the local user as long as {@link #local()} is there. */
  public Optional<Account> byId(String id) {
    return id.equals(Account.LOCAL) ? local() : rows.byId(id).map(Accounts::account);
  }

  /** The account with this name, or one that looks like it. */
  public Optional<Account> byName(String name) {
    return rows.byKey(AccountName.keyOf(name)).map(Accounts::account);
  }

  /** All, by name; never the local user. */
  public List<Account> all() {
    return rows.all().stream().map(Accounts::account).toList();
  }

  /** What becomes of somebody who wants an account. */
  public sealed interface Joined {
    record In(Account account) implements Joined {}

    /**
     * @param field name, password or passkey
     * @param reason what is wrong with it and how to mend it
     */
    record Refused(String field, String reason) implements Joined {}

    record TooSoon(Duration delay) implements Joined {}
  }

  /**
   * What somebody brings who wants an account.
   *
   * @param name as typed
   * @param email as typed; absent if none is to be kept
   * @param heir whether the account takes over what the local user has, if it is the first
   */
  public record Wish(String name, Optional<String> email, boolean heir) {}

  /** Signs somebody up with a password. */
  public Joined join(Wish wish, String password, String address) {
    return switch (AccountName.check(wish.name())) {
      case AccountName.Checked.Refused(String reason) -> new Joined.Refused("name", reason);
      case AccountName.Checked.Fine(AccountName name) -> {
        Optional<String> problem = passwords.problem(password, name.text());
        if (problem.isPresent()) yield new Joined.Refused("password", problem.get());
        Optional<Duration> wait = throttle.signUp(address);
        if (wait.isPresent()) yield new Joined.TooSoon(wait.get());
        yield add(UUID.randomUUID().toString(), name, wish, Optional.of(passwords.hash(password)));
      }
    };
  }

  /** Makes an account that only a recovery code opens. */
  public Joined join(Wish wish) {
    return switch (AccountName.check(wish.name())) {
      case AccountName.Checked.Refused(String reason) -> new Joined.Refused("name", reason);
      case AccountName.Checked.Fine(AccountName name) ->
          add(UUID.randomUUID().toString(), name, wish, Optional.empty());
    };
  }

  /**
   * Signs somebody up with a passkey.
   *
   * @param answer of the authenticator, as JSON
   * @param device what the passkey is called at first
   */
  public Joined joinByPasskey(
      Wish wish, RelyingParty party, String answer, String device, String address) {
    return switch (AccountName.check(wish.name())) {
      case AccountName.Checked.Refused(String reason) -> new Joined.Refused("name", reason);
      case AccountName.Checked.Fine(AccountName name) -> {
        Optional<Duration> wait = throttle.signUp(address);
        if (wait.isPresent()) yield new Joined.TooSoon(wait.get());
        Optional<String> id = passkeys.register(party, Passkeys.Purpose.SIGN_UP, answer, device);
        if (id.isEmpty()) yield new Joined.Refused("passkey", PASSKEY_FAILED);
        Joined joined = add(id.get(), name, wish, Optional.empty());
        if (!(joined instanceof Joined.In)) rows.delete(id.get());
        yield joined;
      }
    };
  }

  /** What is said of a passkey that was not made as it should. */
  public static final String PASSKEY_FAILED =
      "The passkey did not arrive in time or not whole. Try again; if it fails once more, choose"
          + " another kind of passkey or a password.";

  private Joined add(String id, AccountName name, Wish wish, Optional<String> password) {
    Optional<String> email = wish.email().map(String::strip).filter(text -> !text.isEmpty());
    if (email.isPresent() && !isEmail(email.get()))
      return new Joined.Refused(
          "email", "This is no e-mail address. Correct it, or leave the field empty.");
    AccountRows.Row row =
        new AccountRows.Row(
            id,
            name.text(),
            name.key(),
            Set.of(Role.WORKER.word()),
            email,
            password,
            clock.instant());
    boolean added = (wish.heir() && rows.addFirst(row, Account.LOCAL)) || rows.add(row);
    return added ? new Joined.In(account(row)) : new Joined.Refused("name", AccountName.NOT_FREE);
  }

  private static boolean isEmail(String text) {
    return text.length() <= 254 && text.matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
  }

  /** Replaces the e-mail address; what is wrong with it, or absent if it is stored. */
  public Optional<String> setEmail(Account account, String typed) {
    String email = typed.strip();
    if (!email.isEmpty() && !isEmail(email))
      return Optional.of("This is no e-mail address. Correct it, or leave the field empty.");
    rows.setEmail(account.id(), Optional.of(email).filter(text -> !text.isEmpty()));
    return Optional.empty();
  }

  public Optional<String> email(Account account) {
    return rows.byId(account.id()).flatMap(AccountRows.Row::email);
  }

  public boolean hasPassword(Account account) {
    return rows.byId(account.id()).flatMap(AccountRows.Row::password).isPresent();
  }

  /** Replaces the password; what is wrong with it, or absent if it is stored. */
  public Optional<String> setPassword(Account account, String password) {
    Optional<String> problem = passwords.problem(password, account.name());
    if (problem.isEmpty()) rows.setPassword(account.id(), Optional.of(passwords.hash(password)));
    return problem;
  }

  /** Takes the password away; false where it is the only way in, and then it stays. */
  public boolean removePassword(Account account) {
    return !passkeys.list(account.id()).isEmpty()
        && rows.setPassword(account.id(), Optional.empty());
  }

  /** Adds the passkey that an authenticator made; whether its answer is right. */
  public boolean addPasskey(Account account, RelyingParty party, String answer, String name) {
    return passkeys
        .register(party, Passkeys.Purpose.ADD, answer, name)
        .filter(account.id()::equals)
        .isPresent();
  }

  /** Forgets a passkey; false where it is the only way in, and then it stays. */
  public boolean removePasskey(Account account, String id) {
    boolean another = hasPassword(account) || passkeys.list(account.id()).size() > 1;
    return another && passkeys.remove(account.id(), id);
  }

  /** Replaces the roles; everybody is a worker. All sessions end, so that no old one gains them. */
  public void setRoles(Account account, Set<Role> roles) {
    EnumSet<Role> all = EnumSet.of(Role.WORKER);
    all.addAll(roles);
    rows.setRoles(account.id(), all.stream().map(Role::word).collect(Collectors.toSet()));
    sessions.endOthers(account.id(), "");
  }

  /** Ends all sessions and forgets the browsers. */
  public int endSessions(Account account) {
    credentials.forgetDevices(account.id());
    return sessions.endOthers(account.id(), "");
  }

  /** All that is stored of an account, table by table, without what opens anything. */
  public Map<String, List<Map<String, Object>>> export(Account account) {
    return rows.export(account.id());
  }

  /** Deletes an account and all that belongs to it. For the local user: all that they have. */
  public void delete(Account account) {
    rows.delete(account.id());
  }

  static Account account(AccountRows.Row row) {
    Set<Role> roles =
        row.roles().stream()
            .flatMap(word -> Worded.of(Role.class, word).stream())
            .collect(Collectors.toSet());
    return new Account(row.id(), row.name(), roles, row.created());
  }
}
