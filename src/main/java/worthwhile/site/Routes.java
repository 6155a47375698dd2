package worthwhile.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import worthwhile.site.http.Accept;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Endpoint;
import worthwhile.site.http.Feature;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Origin;
import worthwhile.site.http.Route;
import worthwhile.site.http.VisitorHandler;
import worthwhile.site.language.ReaderLanguage;
import worthwhile.site.view.Authorization;
import worthwhile.site.view.ErrorAnswers;
import worthwhile.store.sql.Patience;

/** Registers every address, with the checks that each request passes before it is answered. */
public final class Routes {
  /** A larger body is not even thrown away: its sender may go on for ever. */
  private static final long PASSED_OVER = 64_000_000;

  private final List<Route> all;
  private final Origin origin;
  private final Authorization authorization;

  /**
   * Joins the addresses of all features and those of files.
   *
   * @param features where two have an address for a request, the earlier one answers
   */
  Routes(List<Feature> features, Assets assets, Origin origin, Authorization authorization) {
    List<Route> files = FileRoutes.of(assets, new OpenApi(features));
    this.all =
        Stream.concat(
                features.stream().flatMap(feature -> feature.routes().stream()), files.stream())
            .toList();
    this.origin = origin;
    this.authorization = authorization;
  }

  /** Every address. */
  public List<Route> all() {
    return all;
  }

  void register(RoutesConfig routes) {
    for (Route route : all) {
      Handler handler = contained(ctx -> Patience.briefly(() -> spoken(route, ctx)));
      switch (route.method()) {
        case GET -> {
          routes.get(route.path(), handler);
          routes.head(route.path(), handler);
        }
        case POST -> routes.post(route.path(), handler);
        case PATCH -> routes.patch(route.path(), handler);
        case DELETE -> routes.delete(route.path(), handler);
      }
    }
    routes.options("/api/*", Routes::preflight);
  }

  /**
   * The same, where a fault of the program itself, such as too deep a recursion, fails the request
   * as anything else does: told and logged. Without memory nothing more is tried.
   */
  private static Handler contained(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Error e) {
        throw new IllegalStateException("The program is at fault: " + e, e);
      }
    };
  }

  /** Pages speak their reader's language; what programs read is in English whoever asks. */
  private Context spoken(Route route, Context ctx) throws Exception {
    return route.isPage()
        ? ReaderLanguage.of(ctx).<Context, Exception>speak(() -> serve(route, ctx))
        : serve(route, ctx);
  }

  private Context serve(Route route, Context ctx) throws Exception {
    boolean api = ErrorAnswers.isApi(ctx);
    if (api && !acceptable(ctx, route.type()))
      throw new HttpRefusal(406, "Not acceptable", "This call answers " + route.type() + " only.");
    limitBody(ctx, route.largestBody());
    Legible.require(ctx);
    if (!route.isAsked() && ApiQuery.refuses(ctx)) return ctx;
    if (route.method() != Route.Method.GET) origin.refuseForeign(ctx);
    switch (route.endpoint()) {
      case Endpoint.Public(Handler handler) -> handler.handle(ctx);
      case Endpoint.Restricted(Needs needs, VisitorHandler handler) ->
          handler.handle(ctx, authorization.admit(ctx, needs));
    }
    return ctx;
  }

  /** A body of unknown length could be of any: it is not read. */
  private static void limitBody(Context ctx, long largest) throws IOException {
    if (ctx.header("Transfer-Encoding") != null)
      throw new HttpRefusal(411, "Length required", "Send the body with a Content-Length.");
    if (ctx.contentLength() <= largest) return;
    passOver(ctx);
    throw new HttpRefusal(
        413, "Too large", "A request's body may have at most " + largest + " bytes here.");
  }

  /**
   * Who is answered while still sending finds the connection reset and never reads the answer. So
   * what is somewhat too large is taken and thrown away first.
   */
  private static void passOver(Context ctx) throws IOException {
    if (ctx.contentLength() <= PASSED_OVER)
      ctx.bodyInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static boolean acceptable(Context ctx, String type) {
    Accept accept = Accept.of(ctx.header("Accept"));
    return accept.takesType(type)
        || accept.takesType(Answer.JSON.substring(0, Answer.JSON.indexOf(';')))
        || accept.takesType("application/problem+json");
  }

  /**
   * A page of another site asks first before it reads with {@code If-None-Match} or {@code
   * Last-Event-ID}, or acts with a token that its user gave it. Cookies are never allowed along.
   */
  private static void preflight(Context ctx) {
    ctx.status(204);
    ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE");
    ctx.header(
        "Access-Control-Allow-Headers",
        "Accept, Authorization, Content-Type, If-None-Match, Last-Event-ID");
    ctx.header("Access-Control-Max-Age", "86400");
  }
}
