package worthwhile.site.http;

import io.javalin.http.Handler;

/** Whom an address answers, and what answers. */
public sealed interface Endpoint {
  /** Answers everybody, signed in or not. */
  record Public(Handler handler) implements Endpoint {}

  /** Answers visitors who are what it needs; the handler is told who asks. */
  record Restricted(Needs needs, VisitorHandler handler) implements Endpoint {}
}
