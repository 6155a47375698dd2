package worthwhile.site;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;

/** What every request passes first: headers, and the limit per client. */
final class Gate {
  private static final long CLIENTS = 50_000;

  private final Clients clients;
  private final int perMinute;
  private final LoadingCache<String, Bucket> buckets;

  Gate(Clients clients, int perMinute) {
    this.clients = clients;
    this.perMinute = perMinute;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(client -> bucket());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  void pass(Context ctx) {
    SecurityHeaders.ALL.forEach(ctx::header);
    if (ErrorAnswers.isApi(ctx)) openToOtherSites(ctx);
    limit(ctx);
  }

  private static void openToOtherSites(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header(
        "Access-Control-Expose-Headers", "ETag, Link, RateLimit, RateLimit-Policy, Retry-After");
  }

  private void limit(Context ctx) {
    ConsumptionProbe probe = buckets.get(clients.of(ctx)).tryConsumeAndReturnRemaining(1);
    long refill = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForReset(), 1_000_000_000L));
    ctx.header("RateLimit-Policy", "\"client\";q=" + perMinute + ";w=60");
    ctx.header("RateLimit", "\"client\";r=" + probe.getRemainingTokens() + ";t=" + refill);
    if (probe.isConsumed()) return;
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    ctx.header("Retry-After", Long.toString(wait));
    throw new Refusal(
        429,
        "Too many requests",
        "At most " + perMinute + " requests a minute. Try again in " + wait + " s.");
  }
}
