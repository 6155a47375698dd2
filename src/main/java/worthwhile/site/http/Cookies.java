package worthwhile.site.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * What a browser is asked to keep. The cookies of who signs in are bound to this very host where
 * people come by https ({@code __Host-}), so that no neighbouring host can plant one.
 */
public final class Cookies {
  private static final String PATH = "; Path=/";
  private static final String HIDDEN = "; HttpOnly";

  /** Never sent with other sites' requests, but with a link that leads here. */
  private static final String LAX = "; SameSite=Lax";

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
    keep(ctx, settings, name.in(settings), secret, lifetime);
  }

  public static void forget(Context ctx, SiteSettings settings, Name name) {
    keep(ctx, settings, name.in(settings), "", Duration.ZERO);
  }

  /** Has the browser keep what scripts cannot read; with a lifetime of zero it forgets it. */
  public static void keep(
      Context ctx, SiteSettings settings, String name, String value, Duration lifetime) {
    send(ctx, settings, name + "=" + value + PATH + HIDDEN + LAX + lasting(lifetime));
  }

  /** Has it keep what scripts may read, since it says nothing of who keeps it. */
  public static void keepReadable(
      Context ctx, SiteSettings settings, String name, String value, Duration lifetime) {
    send(ctx, settings, name + "=" + value + PATH + LAX + lasting(lifetime));
  }

  /** Has it keep what scripts cannot read, until it is closed. */
  public static void keepUntilClosed(
      Context ctx, SiteSettings settings, String name, String value) {
    send(ctx, settings, name + "=" + value + PATH + HIDDEN + LAX);
  }

  private static String lasting(Duration lifetime) {
    return "; Max-Age=" + lifetime.toSeconds();
  }

  private static void send(Context ctx, SiteSettings settings, String cookie) {
    ctx.res().addHeader("Set-Cookie", cookie + (settings.https() ? "; Secure" : ""));
  }
}
