package worthwhile.site.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.Optional;
import worthwhile.site.http.Clients;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Visitors;

/** Who may read the metrics: this machine, and who has the operator's token. */
final class MetricsAccess {
  private static final String MEND =
      " Set metrics-token and send it as Authorization: Bearer …, or ask from the machine itself.";

  private final SiteSettings settings;
  private final Clients clients;

  MetricsAccess(SiteSettings settings) {
    this.settings = settings;
    this.clients = new Clients(settings.proxies());
  }

  /**
   * Lets the request pass.
   *
   * @throws HttpRefusal 401 with a wrong token, or none where one is set; 403 where none is set
   */
  void admit(Context ctx) {
    Optional<String> token = Visitors.token(ctx);
    if (token.isEmpty() && isThisMachine(ctx)) return;
    if (settings.metricsToken().isEmpty())
      throw new HttpRefusal(403, "Not allowed", why(ctx) + MEND);
    if (token.filter(this::isRight).isPresent()) return;
    ctx.header("WWW-Authenticate", "Bearer realm=\"Worthwhile metrics\"");
    throw new HttpRefusal(
        401, "Token needed", "Send the instance's metrics-token as Authorization: Bearer ….");
  }

  private String why(Context ctx) {
    boolean seemsLocal = SiteSettings.isLoopback(clients.of(ctx)) && !Visitors.isPassedOn(ctx);
    return seemsLocal
        ? "With a base-url and no trusted-proxies, nobody can tell a proxy's visitors from this machine."
        : "Only this machine may read the metrics.";
  }

  /** A proxy that is not trusted may say where a request comes from: then it is not from here. */
  private boolean isThisMachine(Context ctx) {
    if (settings.behindUnknownProxy() || !SiteSettings.isLoopback(clients.of(ctx))) return false;
    return settings.proxies().contains(ctx.ip()) || !Visitors.isPassedOn(ctx);
  }

  private boolean isRight(String token) {
    return MessageDigest.isEqual(
        token.getBytes(UTF_8), settings.metricsToken().orElseThrow().getBytes(UTF_8));
  }
}
