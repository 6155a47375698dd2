package worthwhile.site;

import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.util.Map;
import worthwhile.posting.Reason;
import worthwhile.site.http.Allowance;
import worthwhile.site.http.Clients;
import worthwhile.site.http.SecurityHeaders;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.view.ErrorAnswers;

/** Sets the headers that every answer has, and refuses clients that ask too often. */
final class Gate {
  private final Map<String, String> headers;
  private final Clients clients;
  private final int perMinute;
  private final Allowance allowance;

  Gate(SiteSettings settings) {
    this.headers = SecurityHeaders.of(settings);
    this.clients = new Clients(settings.proxies());
    this.perMinute = settings.requestsPerMinute();
    this.allowance = new Allowance(perMinute);
  }

  void pass(Context ctx) {
    headers.forEach(ctx::header);
    SecurityHeaders.opener(ctx.path()).forEach(ctx::header);
    if (ErrorAnswers.isApi(ctx)) openToOtherSites(ctx);
    limit(ctx);
  }

  private static void openToOtherSites(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header(
        "Access-Control-Expose-Headers", "ETag, Link, RateLimit, RateLimit-Policy, Retry-After");
  }

  private void limit(Context ctx) {
    ConsumptionProbe probe = allowance.take(clients.of(ctx));
    long refill = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForReset(), 1_000_000_000L));
    ctx.header("RateLimit-Policy", "\"client\";q=" + perMinute + ";w=60");
    ctx.header("RateLimit", "\"client\";r=" + probe.getRemainingTokens() + ";t=" + refill);
    Allowance.refuseExcess(
        ctx, probe, wait -> Reason.of("limit-requests").with("n", perMinute).with("wait", wait));
  }
}
