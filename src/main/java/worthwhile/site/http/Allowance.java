package worthwhile.site.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.LongFunction;
import worthwhile.posting.Reason;

/** So many requests of one kind a minute for each of those who ask. */
public final class Allowance {
  private static final long REMEMBERED = 50_000;

  private final int perMinute;
  private final LoadingCache<String, Bucket> buckets;

  public Allowance(int perMinute) {
    this.perMinute = perMinute;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(who -> bucket());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** Counts a request of this client or account. */
  public ConsumptionProbe take(String who) {
    return buckets.get(who).tryConsumeAndReturnRemaining(1);
  }

  /**
   * Refuses what was counted as one too many.
   *
   * @param limit what is allowed, by the seconds to wait
   * @throws HttpRefusal 429 with the time to wait if the probe says so
   */
  public static void refuseExcess(Context ctx, ConsumptionProbe probe, LongFunction<Reason> limit) {
    if (probe.isConsumed()) return;
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    Reason reason = limit.apply(wait);
    throw HttpRefusal.forNow(429, "Too many requests", reason, Duration.ofSeconds(wait));
  }
}
