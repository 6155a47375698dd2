package worthwhile.site.http;

import io.javalin.http.Context;

/** Answers a request of somebody who has been let in. */
@FunctionalInterface
public interface VisitorHandler {
  void handle(Context ctx, Visitor visitor) throws Exception;
}
