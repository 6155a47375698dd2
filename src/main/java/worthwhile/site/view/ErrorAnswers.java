package worthwhile.site.view;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Detour;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Problem;
import worthwhile.store.sql.StoreException;
import worthwhile.text.FailureText;

/** Errors: a page for people, problem+json for programs, never a stack trace. */
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Pages pages;

  public ErrorAnswers(Pages pages) {
    this.pages = pages;
  }

  /**
   * An error as a page.
   *
   * @param reference under which the log has more
   */
  record View(int status, String title, String detail, Optional<String> reference) {}

  public void register(RoutesConfig routes) {
    routes.exception(Missing.class, (e, ctx) -> answer(ctx, 404, "Not found", FailureText.of(e)));
    routes.exception(
        HttpRefusal.class, (e, ctx) -> answer(ctx, e.status(), e.title(), FailureText.of(e)));
    routes.exception(Detour.class, (e, ctx) -> elsewhere(ctx, e));
    routes.exception(NotFoundResponse.class, (e, ctx) -> nothingHere(ctx));
    routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> wrongMethod(ctx, e));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, e.getStatus(), "Request refused", FailureText.of(e)));
    routes.exception(StoreException.class, (e, ctx) -> stored(ctx, e));
    routes.exception(Exception.class, (e, ctx) -> failed(ctx, e));
  }

  private void nothingHere(Context ctx) {
    answer(ctx, 404, "Not found", "There is nothing at " + ctx.path() + ".");
  }

  private static void elsewhere(Context ctx, Detour detour) {
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(detour.location(), HttpStatus.SEE_OTHER);
  }

  private void wrongMethod(Context ctx, MethodNotAllowedResponse refused) {
    String allowed = allowed(refused);
    // A preflight may name any address of the API: that alone does not make it one that exists.
    if (allowed.isEmpty()
        || ctx.method().equals(HandlerType.GET)
        || ctx.method().equals(HandlerType.HEAD)) {
      nothingHere(ctx);
      return;
    }
    ctx.header("Allow", allowed);
    String detail =
        allowed.equals("GET, HEAD")
            ? " can only be read: use GET or HEAD."
            : " is asked by " + allowed + ", not by " + ctx.method() + ".";
    answer(ctx, 405, "Method not allowed", ctx.path() + detail);
  }

  private static String allowed(MethodNotAllowedResponse refused) {
    return Stream.of("GET", "HEAD", "POST", "DELETE")
        .filter(
            method -> refused.getDetails().values().toString().matches(".*\\b" + method + "\\b.*"))
        .collect(Collectors.joining(", "));
  }

  private void stored(Context ctx, StoreException cause) {
    if (!cause.isAway()) {
      failed(ctx, cause);
      return;
    }
    LOG.warn("{} {} could not be answered: {}", ctx.method(), ctx.path(), cause.getMessage());
    ctx.header("Retry-After", "5");
    answer(ctx, 503, "Not at present", Dispensable.AWAY.text());
  }

  private void failed(Context ctx, Exception cause) {
    ClientFault.of(cause).ifPresentOrElse(fault -> gaveUp(ctx, fault), () -> ours(ctx, cause));
  }

  /** Anybody can break off or send what is no request: that is nothing for an operator's log. */
  private void gaveUp(Context ctx, ClientFault fault) {
    LOG.debug("{} {}: {}", ctx.method(), ctx.path(), fault.detail());
    answer(ctx, fault.status(), fault.title(), fault.detail());
  }

  private void ours(Context ctx, Exception cause) {
    String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 10);
    LOG.error("{} {} failed, reference {}", ctx.method(), ctx.path(), reference, cause);
    String detail =
        "Something went wrong here, not with your request. The operator finds it in the log under"
            + " the reference "
            + reference
            + ".";
    if (isApi(ctx)) Problem.of(500, "Internal error", detail).withInstance(reference).send(ctx);
    else page(ctx, new View(500, "That did not work", detail, Optional.of(reference)));
  }

  /** Sends the error in the form that suits who asked. */
  void answer(Context ctx, int status, String title, String detail) {
    if (isApi(ctx)) Problem.of(status, title, detail).send(ctx);
    else page(ctx, new View(status, title, detail, Optional.empty()));
  }

  private void page(Context ctx, View view) {
    Layout layout = Layout.error(view.title());
    String html =
        view.status() >= 500
            ? pages.render("view/problem", layout, view)
            : pages.render(ctx, "view/problem", layout, view);
    Answer.send(ctx, view.status(), Answer.HTML, "no-store", html);
  }

  public static boolean isApi(Context ctx) {
    String path = ctx.path();
    return path.startsWith("/api/") || path.equals("/api") || path.equals("/openapi.json");
  }
}
