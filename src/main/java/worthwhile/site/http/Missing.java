package worthwhile.site.http;

/** Asked for something that is not there; the message says what. */
public final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Missing(String message) {
    super(message, null, false, false);
  }
}
