package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Clients;
import worthwhile.site.view.EventLine;

/**
 * {@code GET /api/v1/postings/stream}: server-sent events of postings that match a search, as they
 * come in or change.
 *
 * <p>The event's id is the store's revision: a client that was cut off sends it as {@code
 * Last-Event-ID} and misses nothing. The handler stays on its (virtual) thread for as long as the
 * client listens.
 */
final class PostingStream implements Handler {
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
    Listeners.Listener listener =
        listeners.join(query, clients.of(ctx), EventLine.lastRevision(ctx));
    try {
      speak(ctx, listener);
    } catch (IOException gone) {
      // The client left: the usual end of a stream.
    } finally {
      listeners.leave(listener);
    }
  }

  private static void speak(Context ctx, Listeners.Listener listener)
      throws IOException, InterruptedException {
    EventLine line = EventLine.open(ctx, listener.from());
    while (listener.isOpen()) {
      Listeners.Event event = listener.next(EventLine.KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) line.stay();
      else if (!event.isLast()) line.say(event.text());
    }
  }
}
