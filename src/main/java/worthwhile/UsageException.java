package worthwhile;

/** What the person at the command line got wrong, with the mend; ends the program with code 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
