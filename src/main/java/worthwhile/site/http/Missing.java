package worthwhile.site.http;

import worthwhile.posting.Reason;

/** Asked for something that is not there; the message says what. */
public final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public Missing(String message) {
    this(Reason.stated(message));
  }

  /** Told in the language of whoever asked. */
  public Missing(Reason reason) {
    super(reason.text(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
