package worthwhile.site;

/** A page that only somebody signed in can see: the browser is sent to sign in first. */
final class SignInNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String next;

  /**
   * @param next path to come back to
   */
  SignInNeeded(String next) {
    super("Sign in first.", null, false, false);
    this.next = next;
  }

  /** Where to go. */
  String location() {
    return "/account/sign-in?next=" + Urls.parameter(next);
  }
}
