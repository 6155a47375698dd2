package worthwhile.site.view;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Duration;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.account.Session;
import worthwhile.posting.Reason;
import worthwhile.site.http.Detour;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.Visitors;

/** Lets in visitors who are what an address needs, and turns away all others. */
public final class Authorization {
  /** How long after a proof of identity sensitive things may be done without another. */
  private static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);

  private static final String TITLE = "Not allowed";

  private final Visitors visitors;
  private final Clock clock;

  public Authorization(Visitors visitors, Clock clock) {
    this.visitors = visitors;
    this.clock = clock;
  }

  /**
   * The visitor, who is what is needed.
   *
   * @throws HttpRefusal 401 from a call if nobody is signed in; 403 if that is not enough
   * @throws Detour from a page if nobody is signed in, or identity has to be proved again
   */
  public Visitor admit(Context ctx, Needs needs) {
    Visitor visitor = visitors.visitor(ctx).orElseThrow(() -> nobody(ctx));
    switch (needs) {
      case Needs.Person() -> requirePerson(visitor);
      case Needs.Confirmed(String page) -> requireConfirmed(visitor, page);
      case Needs.Scoped(Scope scope) -> requireScope(visitor, scope);
      case Needs.Either(Scope one, Scope other) -> {
        if (!visitor.may(one)) requireScope(visitor, other);
      }
      case Needs.Ranked(Role role, Scope scope) -> {
        requireScope(visitor, scope);
        requireRole(visitor, role);
      }
    }
    return visitor;
  }

  private static void requirePerson(Visitor visitor) {
    if (!visitor.isPerson()) throw new HttpRefusal(403, TITLE, Reason.of("only-a-person"));
  }

  private void requireConfirmed(Visitor visitor, String page) {
    requirePerson(visitor);
    if (visitor.proof() instanceof Visitor.Proof.BySession(Session session)
        && session.confirmed().plus(CONFIRMED_FOR).isBefore(clock.instant()))
      throw Detour.confirm(page);
  }

  private static void requireScope(Visitor visitor, Scope scope) {
    if (!visitor.may(scope))
      throw new HttpRefusal(
          403,
          TITLE,
          "This token does not carry the scope "
              + scope.word()
              + ". Make one that does under Account, API tokens.");
  }

  private static void requireRole(Visitor visitor, Role role) {
    if (!visitor.account().is(role))
      throw new HttpRefusal(403, TITLE, Reason.of("only-with-role").with("role", role.word()));
  }

  private static RuntimeException nobody(Context ctx) {
    if (!ErrorAnswers.isApi(ctx)) return Detour.signIn(comeBackTo(ctx));
    ctx.header("WWW-Authenticate", "Bearer realm=\"Worthwhile\"");
    String detail =
        Visitors.token(ctx).isPresent()
            ? "The token is not known or has expired. Make a new one under Account, API tokens."
            : "Send an API token as Authorization: Bearer ww_…; it is made under Account, API tokens.";
    return new HttpRefusal(401, "Sign in", detail);
  }

  /** A form that was sent signed out is not sent again: only pages are come back to. */
  private static String comeBackTo(Context ctx) {
    boolean page = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    if (!page) return "/account";
    String address = ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
    return Urls.fits(Urls.parameter(address)) ? address : "/account";
  }
}
