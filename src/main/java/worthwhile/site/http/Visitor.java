package worthwhile.site.http;

import worthwhile.account.Account;
import worthwhile.account.Scope;
import worthwhile.account.Session;
import worthwhile.account.Token;

/** An account that makes a request, and how it was proved to be that account. */
public record Visitor(Account account, Proof proof) {
  /** What proved it. */
  public sealed interface Proof {
    /** By a cookie of a browser in which the person signed in. */
    record BySession(Session session) implements Proof {}

    /** By a token that the request carries. */
    record ByToken(Token token) implements Proof {}

    /** By sitting at the machine of a personal instance. */
    record ByMachine() implements Proof {}
  }

  /** Whether a person asks, not a program of theirs. */
  public boolean isPerson() {
    return switch (proof) {
      case Proof.BySession _, Proof.ByMachine _ -> true;
      case Proof.ByToken _ -> false;
    };
  }

  public boolean may(Scope scope) {
    return switch (proof) {
      case Proof.BySession _, Proof.ByMachine _ -> true;
      case Proof.ByToken(Token token) -> token.scopes().contains(scope);
    };
  }
}
