package worthwhile.fetch;

import java.time.Duration;
import worthwhile.source.Stop;

/** What became of one request. Only {@link Fetched} says anything about what a source offers. */
public sealed interface FetchOutcome {
  /** The word for it in logs. */
  default String word() {
    return switch (this) {
      case Fetched _ -> "fetched";
      case NotModified _ -> "not-modified";
      case Stopped(Stop stop) -> stop.kind().word();
    };
  }

  /** A body came that may be content. */
  record Fetched(ParsedPage page, Validators validators, Duration took) implements FetchOutcome {
    /** The answer as it came. */
    public Response response() {
      return page.response();
    }
  }

  /** The server says that nothing changed since the validators we sent (RFC 9110, 304). */
  record NotModified(Validators validators) implements FetchOutcome {}

  /** No content came, and why. */
  record Stopped(Stop stop) implements FetchOutcome {
    Stopped(Stop.Kind kind, String reason) {
      this(new Stop(kind, reason));
    }
  }
}
