package worthwhile.site;

/** Asked for something that is not there; the message says what. */
final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Missing(String message) {
    super(message, null, false, false);
  }
}
