package worthwhile.site.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import worthwhile.community.published.PlatformRecord;
import worthwhile.site.view.SiteInstance;

/** What workers say of platforms, kept for a minute: all reviews of a platform are read for it. */
final class KeptRecords {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Kept(Optional<PlatformRecord> record, Instant until) {}

  private final SiteInstance instance;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  KeptRecords(SiteInstance instance) {
    this.instance = instance;
  }

  /** Absent as long as too few tell. */
  Optional<PlatformRecord> of(String platform) {
    Instant now = instance.now();
    Kept known = kept.get(platform);
    if (known != null && now.isBefore(known.until())) return known.record();
    Optional<PlatformRecord> record = PlatformRecord.of(instance.store(), platform);
    kept.put(platform, new Kept(record, now.plus(KEPT)));
    return record;
  }
}
