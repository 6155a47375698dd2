package worthwhile;

/** What the person at the command line got wrong, with the mend; ends the program with code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
