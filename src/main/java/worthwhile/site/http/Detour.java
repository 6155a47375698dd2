package worthwhile.site.http;

/** A page that needs something first: the browser is sent elsewhere, and comes back. */
public final class Detour extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String location;

  private Detour(String location) {
    super("See " + location, null, false, false);
    this.location = location;
  }

  /** To sign in; {@code next} is the path to come back to. */
  public static Detour signIn(String next) {
    return new Detour("/account/sign-in?next=" + Urls.parameter(next));
  }

  /** To prove once more who one is. */
  public static Detour confirm(String next) {
    return new Detour("/account/confirm?next=" + Urls.parameter(next));
  }

  /** Where to go. */
  public String location() {
    return location;
  }
}
