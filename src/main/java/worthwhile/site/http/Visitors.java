package worthwhile.site.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Session;
import worthwhile.account.Token;

/** Finds the account behind a request: by token, by session, or by sitting at this machine. */
public final class Visitors {
  private static final String KNOWN = "visitor";

  private static final String BEARER = "bearer ";

  /** What a proxy adds; a request that has it comes from somewhere else. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  private final SiteSettings settings;
  private final Accounts accounts;
  private final Origin origin;

  public Visitors(SiteSettings settings, Accounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
    this.origin = new Origin(settings.baseUrl());
  }

  public Origin origin() {
    return origin;
  }

  /** The account that asks; absent if nobody is signed in. */
  public Optional<Account> of(Context ctx) {
    return visitor(ctx).map(Visitor::account);
  }

  /**
   * The account that has signed in or whose token is sent: asks no database about anybody else, and
   * not whose machine it is.
   */
  public Optional<Account> signedIn(Context ctx) {
    boolean nobody =
        token(ctx).isEmpty() && Cookies.read(ctx, settings, Cookies.Name.SESSION).isEmpty();
    return nobody ? Optional.empty() : of(ctx);
  }

  /** Treats the rest of this request as nobody's. */
  public void forget(Context ctx) {
    ctx.attribute(KNOWN, Optional.empty());
  }

  /** Treats the rest of this request as that of the account that has just signed in. */
  public void welcome(Context ctx, Account account, Session session) {
    Visitor visitor = new Visitor(account, new Visitor.Proof.BySession(session));
    ctx.attribute(KNOWN, Optional.of(visitor));
  }

  /** Who asks, and how that is known. */
  public Optional<Visitor> visitor(Context ctx) {
    Optional<Visitor> known = ctx.attribute(KNOWN);
    if (known != null) return known;
    Optional<Visitor> found = find(ctx);
    ctx.attribute(KNOWN, found);
    return found;
  }

  /** The session of the browser that asks. */
  public Optional<Session> session(Context ctx) {
    return visitor(ctx)
        .flatMap(
            visitor ->
                visitor.proof() instanceof Visitor.Proof.BySession(Session session)
                    ? Optional.of(session)
                    : Optional.empty());
  }

  private Optional<Visitor> find(Context ctx) {
    Optional<String> token = token(ctx);
    if (token.isPresent()) return byToken(token.get());
    if (!origin.isTrusted(ctx)) return Optional.empty();
    return bySession(ctx).or(() -> byMachine(ctx));
  }

  private Optional<Visitor> byToken(String secret) {
    Optional<Token> token = accounts.tokens().of(secret);
    return token.flatMap(
        known ->
            accounts
                .byId(known.account())
                .map(account -> new Visitor(account, new Visitor.Proof.ByToken(known))));
  }

  private Optional<Visitor> bySession(Context ctx) {
    Optional<Session> session =
        Cookies.read(ctx, settings, Cookies.Name.SESSION).flatMap(accounts.sessions()::of);
    return session.flatMap(
        known ->
            accounts
                .byId(known.account())
                .map(account -> new Visitor(account, new Visitor.Proof.BySession(known))));
  }

  private Optional<Visitor> byMachine(Context ctx) {
    if (!isAtMachine(ctx)) return Optional.empty();
    return accounts.local().map(owner -> new Visitor(owner, new Visitor.Proof.ByMachine()));
  }

  /**
   * Whether the request was made on this machine, to this machine, by its name. A page that lets
   * its own name point here is not taken for the owner, nor is what a proxy passes on.
   */
  public boolean isAtMachine(Context ctx) {
    return settings.personal() && SiteSettings.isLoopback(hostName(ctx)) && !isPassedOn(ctx);
  }

  /** Whether a proxy says that it passes the request on. */
  public static boolean isPassedOn(Context ctx) {
    return FORWARDED.stream().anyMatch(name -> ctx.header(name) != null);
  }

  private static String hostName(Context ctx) {
    String host = ctx.host() == null ? "" : ctx.host().toLowerCase(Locale.ROOT);
    return host.replaceFirst(":[0-9]+$", "");
  }

  /** The token that a request carries. */
  public static Optional<String> token(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER))
      return Optional.empty();
    return Optional.of(header.substring(BEARER.length()).strip());
  }
}
