package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.account.Session;
import worthwhile.account.Token;

/** Who asks: by a token, by the session of a browser, or by sitting at this machine. */
final class Visitors {
  private static final String KNOWN = "visitor";

  /** How long after a proof of identity sensitive things may be done without another. */
  private static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);

  private static final String BEARER = "bearer ";

  /** What a proxy adds; a request that has it comes from somewhere else. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  private final SiteSettings settings;
  private final Accounts accounts;
  private final Origin origin;
  private final Clock clock;

  Visitors(SiteSettings settings, Accounts accounts, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    this.accounts = accounts;
    this.origin = new Origin(settings.baseUrl());
  }

  Origin origin() {
    return origin;
  }

  /** The account that asks; absent if nobody is signed in. */
  Optional<Account> of(Context ctx) {
    return visitor(ctx).map(Visitor::account);
  }

  /** From now on this request is nobody's. */
  void forget(Context ctx) {
    ctx.attribute(KNOWN, Optional.empty());
  }

  /** From now on this request is that of who has just signed in. */
  void welcome(Context ctx, Account account, Session session) {
    Visitor visitor = new Visitor(account, new Visitor.Proof.BySession(session));
    ctx.attribute(KNOWN, Optional.of(visitor));
  }

  /** Who asks, and how that is known. */
  Optional<Visitor> visitor(Context ctx) {
    Optional<Visitor> known = ctx.attribute(KNOWN);
    if (known != null) return known;
    Optional<Visitor> found = find(ctx);
    ctx.attribute(KNOWN, found);
    return found;
  }

  /** The session of the browser that asks. */
  Optional<Session> session(Context ctx) {
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
  boolean isAtMachine(Context ctx) {
    return settings.personal()
        && SiteSettings.isLoopback(hostName(ctx))
        && FORWARDED.stream().allMatch(name -> ctx.header(name) == null);
  }

  private static String hostName(Context ctx) {
    String host = ctx.host() == null ? "" : ctx.host().toLowerCase(Locale.ROOT);
    return host.replaceFirst(":[0-9]+$", "");
  }

  /** The token that a request carries. */
  static Optional<String> token(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER))
      return Optional.empty();
    return Optional.of(header.substring(BEARER.length()).strip());
  }

  /**
   * The account that asks, which must be allowed this.
   *
   * @throws Refusal 401 if nobody is signed in, 403 if the token does not carry the scope
   * @throws Detour on a page if nobody is signed in
   */
  Account require(Context ctx, Scope scope) {
    Visitor visitor = visitor(ctx).orElseThrow(() -> nobody(ctx));
    if (!visitor.may(scope))
      throw new Refusal(
          403,
          "Not allowed",
          "This token does not carry the scope "
              + scope.word()
              + ". Make one that does under Account, API tokens.");
    return visitor.account();
  }

  /** As above; one of the two scopes suffices. */
  Account requireEither(Context ctx, Scope one, Scope other) {
    Visitor visitor = visitor(ctx).orElseThrow(() -> nobody(ctx));
    return visitor.may(one) ? visitor.account() : require(ctx, other);
  }

  /** As above, with a role besides. */
  Account require(Context ctx, Role role, Scope scope) {
    Account account = require(ctx, scope);
    if (account.is(role)) return account;
    throw new Refusal(
        403,
        "Not allowed",
        "Only accounts with the role "
            + role.word()
            + " may do this. The operator gives it: worthwhile user role NAME --add "
            + role.word()
            + ".");
  }

  /** The person at the browser; a token will not do. */
  Visitor requirePerson(Context ctx) {
    Visitor visitor = visitor(ctx).orElseThrow(() -> nobody(ctx));
    if (visitor.isPerson()) return visitor;
    throw new Refusal(
        403, "Not allowed", "No token can do this: sign in with a browser and do it there.");
  }

  /** As above, and the person has proved lately who they are. */
  private void requireConfirmed(Context ctx, String page) {
    Visitor visitor = requirePerson(ctx);
    if (visitor.proof() instanceof Visitor.Proof.BySession(Session session)
        && session.confirmed().plus(CONFIRMED_FOR).isBefore(clock.instant()))
      throw Detour.confirm(page);
  }

  private static RuntimeException nobody(Context ctx) {
    if (!ErrorAnswers.isApi(ctx)) return Detour.signIn(comeBackTo(ctx));
    ctx.header("WWW-Authenticate", "Bearer realm=\"Worthwhile\"");
    String detail =
        token(ctx).isPresent()
            ? "The token is not known or has expired. Make a new one under Account, API tokens."
            : "Send an API token as Authorization: Bearer ww_…; it is made under Account, API tokens.";
    return new Refusal(401, "Sign in", detail);
  }

  /** A form that was sent signed out is not sent again: only pages are come back to. */
  private static String comeBackTo(Context ctx) {
    boolean page = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    if (!page) return "/account";
    return ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
  }

  /** Lets through who is what an address needs. */
  void admit(Context ctx, Needs needs) {
    switch (needs) {
      case Needs.Nobody() -> {}
      case Needs.Person() -> requirePerson(ctx);
      case Needs.Confirmed(String page) -> requireConfirmed(ctx, page);
      case Needs.Scoped(Scope scope) -> require(ctx, scope);
      case Needs.Either(Scope one, Scope other) -> requireEither(ctx, one, other);
      case Needs.Ranked(Role role, Scope scope) -> require(ctx, role, scope);
    }
  }
}
