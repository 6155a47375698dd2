package worthwhile.site;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.server.internal.HttpConnection;
import worthwhile.site.http.ClientBounds;

/** How fast requests come in on one connection. Looked at from time to time, by one thread. */
final class Pace {
  private final HttpConnection connection;
  private final ClientBounds clientBounds;
  private Part part = Part.NONE;
  private long requests;
  private long bytes;
  private long since;

  /** What is to be thought of it. */
  enum Verdict {
    GOOD,
    SLOW_HEAD,
    SLOW_BODY
  }

  /** Which part of a request the server waits for. */
  private enum Part {
    NONE,
    HEAD,
    BODY
  }

  Pace(HttpConnection connection, ClientBounds clientBounds) {
    this.connection = connection;
    this.clientBounds = clientBounds;
  }

  /**
   * The verdict at this time.
   *
   * @param now nanoseconds of a clock that only goes on
   */
  Verdict at(long now) {
    Part awaited = awaited();
    boolean sameAsBefore = awaited == part && connection.getMessagesIn() == requests;
    boolean begun = part == Part.BODY || connection.getBytesIn() > bytes;
    if (!sameAsBefore || !begun) restart(awaited, now);
    long waited = now - since;
    if (part == Part.NONE || waited <= clientBounds.head().toNanos()) return Verdict.GOOD;
    if (part == Part.HEAD) return Verdict.SLOW_HEAD;
    if (isFast(waited)) return Verdict.GOOD;
    restart(awaited, now);
    return Verdict.SLOW_BODY;
  }

  private void restart(Part awaited, long now) {
    part = awaited;
    requests = connection.getMessagesIn();
    bytes = connection.getBytesIn();
    since = now;
  }

  private boolean isFast(long nanos) {
    return connection.getBytesIn() - bytes >= clientBounds.bytesPerSecond() * (nanos / 1e9);
  }

  /** A body that its handler does not read yet is not waited for. */
  private Part awaited() {
    HttpParser parser = connection.getParser();
    if (!connection.getEndPoint().isFillInterested()) return Part.NONE;
    if (parser.inContentState()) return Part.BODY;
    return parser.inHeaderState() ? Part.HEAD : Part.NONE;
  }
}
