package worthwhile.site;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a session: never readable by scripts, never sent with other sites' requests, and
 * where people come by https bound to this very host ({@code __Host-}), so that no neighbouring
 * host can plant one.
 */
final class SessionCookie {
  private SessionCookie() {}

  static Optional<String> read(Context ctx, SiteSettings settings) {
    return Optional.ofNullable(ctx.cookie(name(settings))).filter(value -> !value.isBlank());
  }

  static void set(Context ctx, SiteSettings settings, String secret, Duration lifetime) {
    send(ctx, settings, secret, lifetime.toSeconds());
  }

  static void forget(Context ctx, SiteSettings settings) {
    send(ctx, settings, "", 0);
  }

  private static void send(Context ctx, SiteSettings settings, String value, long seconds) {
    String cookie =
        name(settings) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + seconds;
    ctx.res().addHeader("Set-Cookie", settings.https() ? cookie + "; Secure" : cookie);
  }

  private static String name(SiteSettings settings) {
    return settings.https() ? "__Host-worthwhile" : "worthwhile";
  }
}
