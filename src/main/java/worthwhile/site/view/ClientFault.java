package worthwhile.site.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** What a client did that its request could not be read; as it is told, should it still listen. */
enum ClientFault {
  BROKEN_OFF(400, "Broken off", "The request ended before its body was whole. Send it again."),
  TOO_SLOW(408, "Too slow", "The request's body came too slowly, or not at all. Send it again."),
  GARBLED(400, "Not understood", "The request's body is not what its Content-Type says.");

  /** Causes of causes that are looked at. */
  private static final int DEEP = 9;

  private final int status;
  private final String title;
  private final String detail;

  ClientFault(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }

  /** The fault, if the server said that reading failed by the client's doing; else it is ours. */
  static Optional<ClientFault> of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEP).toList();
    boolean ended = causes.stream().anyMatch(EofException.class::isInstance);
    if (!ended && causes.stream().noneMatch(ClientFault::isBadMessage)) return Optional.empty();
    if (causes.stream().anyMatch(TimeoutException.class::isInstance)) return Optional.of(TOO_SLOW);
    return Optional.of(ended ? BROKEN_OFF : GARBLED);
  }

  private static boolean isBadMessage(Throwable cause) {
    return cause instanceof HttpException http && http.getCode() >= 400 && http.getCode() < 500;
  }
}
