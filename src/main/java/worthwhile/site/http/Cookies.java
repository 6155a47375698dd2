package worthwhile.site.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of who signs in: never readable by scripts, never sent with other sites' requests,
 * and where people come by https bound to this very host ({@code __Host-}), so that no neighbouring
 * host can plant one.
 */
public final class Cookies {
  private Cookies() {}

  /** What there is. */
  public enum Name {
    /** The session. */
    SESSION("worthwhile"),
    /** That somebody has signed in with this browser before: strangers do not delay them. */
    DEVICE("worthwhile-device");

    private final String text;

    Name(String text) {
      this.text = text;
    }

    private String in(SiteSettings settings) {
      return settings.https() ? "__Host-" + text : text;
    }
  }

  /** The name under which a browser of this site's visitors keeps it. */
  public static String name(Name name, SiteSettings settings) {
    return name.in(settings);
  }

  public static Optional<String> read(Context ctx, SiteSettings settings, Name name) {
    return Optional.ofNullable(ctx.cookie(name.in(settings))).filter(value -> !value.isBlank());
  }

  public static void set(
      Context ctx, SiteSettings settings, Name name, String secret, Duration lifetime) {
    send(ctx, settings, name, secret, lifetime.toSeconds());
  }

  public static void forget(Context ctx, SiteSettings settings, Name name) {
    send(ctx, settings, name, "", 0);
  }

  private static void send(
      Context ctx, SiteSettings settings, Name name, String value, long seconds) {
    String cookie =
        name.in(settings)
            + "="
            + value
            + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
            + seconds
            + (settings.https() ? "; Secure" : "");
    ctx.res().addHeader("Set-Cookie", cookie);
  }
}
