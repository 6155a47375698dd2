package worthwhile.site;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;

/** So many requests of one kind a minute for each account. */
final class Allowance {
  private static final long ACCOUNTS = 20_000;

  private final int perMinute;
  private final LoadingCache<String, Bucket> buckets;

  Allowance(int perMinute) {
    this.perMinute = perMinute;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(ACCOUNTS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(account -> bucket());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /**
   * Counts a request.
   *
   * @throws Refusal 429 with the time to wait if the account has asked too often
   */
  void take(Context ctx, String account) {
    ConsumptionProbe probe = buckets.get(account).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) return;
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    ctx.header("Retry-After", Long.toString(wait));
    throw new Refusal(
        429,
        "Too many requests",
        "At most " + perMinute + " of these a minute for one account. Wait " + wait + " s.");
  }
}
