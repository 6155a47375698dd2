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
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Detour;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Problem;
import worthwhile.site.language.ReaderLanguage;
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
   * @param language of the detail
   * @param reference under which the log has more
   */
  record View(
      int status, String title, String detail, String language, Optional<String> reference) {}

  public void register(RoutesConfig routes) {
    routes.exception(Missing.class, (e, ctx) -> answer(ctx, 404, "Not found", e.reason()));
    routes.exception(HttpRefusal.class, (e, ctx) -> refused(ctx, e));
    routes.exception(Detour.class, (e, ctx) -> elsewhere(ctx, e));
    routes.exception(NotFoundResponse.class, (e, ctx) -> nothingHere(ctx));
    routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> wrongMethod(ctx, e));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, e.getStatus(), "Request refused", failure(e)));
    routes.exception(StoreException.class, (e, ctx) -> stored(ctx, e));
    routes.exception(Exception.class, (e, ctx) -> failed(ctx, e));
  }

  private void nothingHere(Context ctx) {
    answer(ctx, 404, "Not found", Reason.of("nothing-here").with("path", ctx.path()));
  }

  private void refused(Context ctx, HttpRefusal refusal) {
    refusal.retryAfter().ifPresent(seconds -> ctx.header("Retry-After", seconds.toString()));
    answer(ctx, refusal.status(), refusal.title(), refusal.reason());
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
    answer(ctx, 405, "Method not allowed", Reason.stated(ctx.path() + detail));
  }

  private static String allowed(MethodNotAllowedResponse refused) {
    return Stream.of("GET", "HEAD", "POST", "PATCH", "DELETE")
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
    answer(ctx, 503, "Not at present", Dispensable.AWAY);
  }

  private void failed(Context ctx, Exception cause) {
    ClientFault.of(cause).ifPresentOrElse(fault -> gaveUp(ctx, fault), () -> ours(ctx, cause));
  }

  /** Anybody can break off or send what is no request: that is nothing for an operator's log. */
  private void gaveUp(Context ctx, ClientFault fault) {
    LOG.debug("{} {}: {}", ctx.method(), ctx.path(), fault.detail());
    answer(ctx, fault.status(), fault.title(), Reason.stated(fault.detail()));
  }

  private void ours(Context ctx, Exception cause) {
    String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 10);
    LOG.error("{} {} failed, reference {}", ctx.method(), ctx.path(), reference, cause);
    Reason detail = Reason.of("failed-here").with("reference", reference);
    if (isApi(ctx))
      Problem.of(500, "Internal error", detail.text()).withInstance(reference).send(ctx);
    else page(ctx, 500, "That did not work", detail, Optional.of(reference));
  }

  private static Reason failure(Exception e) {
    return Reason.stated(FailureText.of(e));
  }

  /** Sends the error in the form that suits who asked. */
  void answer(Context ctx, int status, String title, Reason detail) {
    if (isApi(ctx)) Problem.of(status, title, detail.text()).send(ctx);
    else page(ctx, status, title, detail, Optional.empty());
  }

  /** In the reader's language, as far as its catalogue goes: what others worded is in English. */
  private void page(
      Context ctx, int status, String title, Reason detail, Optional<String> reference) {
    ReaderLanguage.of(ctx)
        .speak(
            () -> {
              String language = detail.isStated() ? "en" : Labels.language();
              String said = Labels.problem(title);
              return send(ctx, new View(status, said, detail.said(), language, reference));
            });
  }

  private Context send(Context ctx, View view) {
    Layout layout = Layout.error(view.title());
    String html =
        view.status() >= 500
            ? pages.render("view/problem", layout, view)
            : pages.render(ctx, "view/problem", layout, view);
    Answer.send(ctx, view.status(), Answer.HTML, "no-store", html);
    return ctx;
  }

  public static boolean isApi(Context ctx) {
    String path = ctx.path();
    return path.startsWith("/api/") || path.equals("/api") || path.equals("/openapi.json");
  }
}
