package worthwhile.work.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import worthwhile.work.Payment;
import worthwhile.work.Recognition;
import worthwhile.work.Times;

/** Gives the rows of one file their fingerprints, those that look alike by their number. */
final class Ordinals {
  private final Map<String, Integer> seen = new HashMap<>();

  String fingerprint(
      String platform, Optional<String> identifier, String title, Payment payment, Times times) {
    if (identifier.isPresent()) return Recognition.byIdentifier(platform, identifier.get());
    if (times.started() != null) return Recognition.byStart(platform, title, times);
    String first = Recognition.byDay(platform, title, payment, times, 0);
    int nth = seen.merge(first, 1, Integer::sum) - 1;
    return nth == 0 ? first : Recognition.byDay(platform, title, payment, times, nth);
  }
}
