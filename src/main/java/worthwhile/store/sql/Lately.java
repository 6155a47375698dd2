package worthwhile.store.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What a reading of the database gave at most a second ago, for pages that are asked for many times
 * a second; what this process has changed since is seen at once, what others changed a second
 * later.
 */
public final class Lately<T> {
  private static final Duration OLD = Duration.ofSeconds(1);
  private final Cache<Boolean, T> kept = Caffeine.newBuilder().expireAfterWrite(OLD).build();

  /** What was read lately, else what this reads. */
  public T get(Supplier<T> reading) {
    return kept.get(true, _ -> reading.get());
  }

  /** Says that something else would be read now. */
  public void changed() {
    kept.invalidateAll();
  }
}
