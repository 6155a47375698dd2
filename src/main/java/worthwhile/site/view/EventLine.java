package worthwhile.site.view;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import worthwhile.site.http.HttpRefusal;

/**
 * An answer of server-sent events: text goes over the line as it is said, for as long as the client
 * listens.
 */
public final class EventLine {
  /** Keeps proxies and the connection's idle timeout from cutting the line. */
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private final OutputStream out;

  private EventLine(OutputStream out) {
    this.out = out;
  }

  /** Begins the answer; throws if the client has left. */
  public static EventLine open(Context ctx, long from) throws IOException {
    HttpServletResponse response = ctx.res();
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    EventLine line = new EventLine(response.getOutputStream());
    line.say("retry: 5000\n: listening from " + from + "\n\n");
    return line;
  }

  /** Sends whole events at once; throws if the client has left. */
  public void say(String events) throws IOException {
    out.write(events.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends what no client takes for an event. */
  public void stay() throws IOException {
    say(": still here\n\n");
  }

  /** The revision after which a client that was cut off goes on; 400 if it is no number. */
  public static Optional<Long> lastRevision(Context ctx) {
    String last = ctx.header("Last-Event-ID");
    if (last == null || last.isBlank()) return Optional.empty();
    if (!last.matches("[0-9]{1,18}"))
      throw new HttpRefusal(
          400, "Bad Last-Event-ID", "Last-Event-ID must be the id of an earlier event, a number.");
    return Optional.of(Long.valueOf(last));
  }
}
