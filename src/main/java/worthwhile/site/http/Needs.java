package worthwhile.site.http;

import worthwhile.account.Role;
import worthwhile.account.Scope;

/** What a visitor must be to get an answer from an address that does not answer everybody. */
public sealed interface Needs {
  /** Somebody signed in at a browser; no token will do. For everything about signing in. */
  record Person() implements Needs {}

  /**
   * Somebody signed in at a browser who has proved lately who they are. For changing how one signs
   * in.
   *
   * @param page to come back to after proving it
   */
  record Confirmed(String page) implements Needs {}

  /** An account; a token must carry the scope. */
  record Scoped(Scope scope) implements Needs {}

  /** An account; a token must carry one of the two scopes. */
  record Either(Scope one, Scope other) implements Needs {}

  /** An account with a role; a token must carry the scope too. */
  record Ranked(Role role, Scope scope) implements Needs {}

  Needs PERSON = new Person();

  static Needs confirmed(String page) {
    return new Confirmed(page);
  }

  static Needs scope(Scope scope) {
    return new Scoped(scope);
  }

  static Needs either(Scope one, Scope other) {
    return new Either(one, other);
  }

  static Needs role(Role role, Scope scope) {
    return new Ranked(role, scope);
  }
}
