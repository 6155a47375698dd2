package worthwhile.work.file;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import worthwhile.work.Payment;
import worthwhile.work.Recognition;
import worthwhile.work.Times;

/** Gives the rows of one file their fingerprints, those that look alike by their number. */
final class Ordinals {
  private final ZoneId zone;
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * For a file.
   *
   * @param zone in which its days begin
   */
  Ordinals(ZoneId zone) {
    this.zone = zone;
  }

  String fingerprint(
      String platform, Optional<String> identifier, String title, Payment payment, Times times) {
    if (identifier.isPresent()) return Recognition.byIdentifier(platform, identifier.get());
    Instant start = times.started();
    if (start != null && !isDay(start)) return Recognition.byStart(platform, title, start);
    String first =
        start != null
            ? Recognition.byStart(platform, title, start)
            : Recognition.byDay(platform, title, payment, times, 0);
    int nth = seen.merge(first, 1, Integer::sum) - 1;
    return nth == 0 ? first : Recognition.byDay(platform, title, payment, times, nth);
  }

  private boolean isDay(Instant at) {
    return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().equals(at);
  }
}
