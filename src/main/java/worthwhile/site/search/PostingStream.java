package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Clients;
import worthwhile.site.http.HttpRefusal;

/**
 * {@code GET /api/v1/postings/stream}: server-sent events of postings that match a search, as they
 * come in or change.
 *
 * <p>The event's id is the store's revision: a client that was cut off sends it as {@code
 * Last-Event-ID} and misses nothing. The handler stays on its (virtual) thread for as long as the
 * client listens.
 */
final class PostingStream implements Handler {
  /** Keeps proxies and the connection's idle timeout from cutting the line. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private final Listeners listeners;
  private final Clients clients;

  PostingStream(Listeners listeners, Clients clients) {
    this.listeners = listeners;
    this.clients = clients;
  }

  @Override
  public void handle(Context ctx) throws InterruptedException {
    SearchQuery query = ApiQuery.of(ctx).orElse(null);
    if (query == null) return;
    Listeners.Listener listener = listeners.join(query, clients.of(ctx), lastRevision(ctx));
    try {
      speak(ctx, listener);
    } catch (IOException gone) {
      // The client left: the usual end of a stream.
    } finally {
      listeners.leave(listener);
    }
  }

  private static Optional<Long> lastRevision(Context ctx) {
    String last = ctx.header("Last-Event-ID");
    if (last == null || last.isBlank()) return Optional.empty();
    if (!last.matches("[0-9]{1,18}"))
      throw new HttpRefusal(
          400, "Bad Last-Event-ID", "Last-Event-ID must be the id of an earlier event, a number.");
    return Optional.of(Long.valueOf(last));
  }

  private static void speak(Context ctx, Listeners.Listener listener)
      throws IOException, InterruptedException {
    HttpServletResponse response = ctx.res();
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    write(out, "retry: 5000\n: listening from " + listener.from() + "\n\n");
    while (listener.isOpen()) {
      Listeners.Event event = listener.next(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) write(out, ": still here\n\n");
      else if (!event.isLast()) write(out, event.text());
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
