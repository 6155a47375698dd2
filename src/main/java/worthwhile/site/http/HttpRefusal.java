package worthwhile.site.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Reason;
import worthwhile.text.FailureText;

/** Thrown to answer a request with an error: its status, its title, and a message that says why. */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient Reason reason;
  private final transient @Nullable Duration wait;

  public HttpRefusal(int status, String title, String detail) {
    this(status, title, Reason.stated(detail), null, null);
  }

  /** Told in the language of whoever asked. */
  public HttpRefusal(int status, String title, Reason reason) {
    this(status, title, reason, null, null);
  }

  /** Says what a failure says of itself. */
  public HttpRefusal(int status, String title, IllegalArgumentException why) {
    this(status, title, Reason.stated(FailureText.of(why)), why, null);
  }

  private HttpRefusal(
      int status, String title, Reason reason, @Nullable Throwable cause, @Nullable Duration wait) {
    super(reason.text(), cause, false, false);
    this.status = status;
    this.title = title;
    this.reason = reason;
    this.wait = wait;
  }

  /** One that says when to ask again: each 429, and each 503 that passes. */
  public static HttpRefusal forNow(int status, String title, String detail, Duration wait) {
    return forNow(status, title, Reason.stated(detail), wait);
  }

  /** The same, told in the language of whoever asked. */
  public static HttpRefusal forNow(int status, String title, Reason reason, Duration wait) {
    return new HttpRefusal(status, title, reason, null, wait);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public Reason reason() {
    return reason;
  }

  /** Whole seconds after which to ask again; absent if asking again changes nothing. */
  public Optional<Long> retryAfter() {
    return Optional.ofNullable(wait)
        .map(span -> Math.max(1, Math.ceilDiv(span.toMillis(), 1_000L)));
  }
}
