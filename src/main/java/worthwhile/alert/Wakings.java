package worthwhile.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.Posting;
import worthwhile.store.Store;

/**
 * Which postings wake a platform up: those first seen within an hour after a quiet time of a day or
 * more, if its sources were read all the while. That nothing could be read is no quiet.
 */
final class Wakings {
  private static final Duration QUIET = Duration.ofHours(24);
  private static final Duration FIRST = Duration.ofHours(1);

  private final Store store;
  private final Watches watches;
  private final Map<String, Boolean> known = new HashMap<>();

  /** For one step of the follower: what is asked twice is looked up once. */
  Wakings(Store store, Watches watches) {
    this.store = store;
    this.watches = watches;
  }

  /** Of the saved searches that find a posting those that are to hear of this happening. */
  Collection<String> hearing(Collection<String> finding, Happening happening, Posting posting) {
    if (watches.allHearOfAll()) return finding;
    List<String> rest = finding.stream().filter(id -> !isForWakings(id)).toList();
    boolean wakes =
        rest.size() < finding.size() && happening.kind() == Happening.Kind.CAME && wakesUp(posting);
    return wakes ? finding : rest;
  }

  private boolean isForWakings(String id) {
    return watches.byId(id).map(SavedSearch::watches).filter(Watched.WOKE::equals).isPresent();
  }

  private boolean wakesUp(Posting posting) {
    Instant first = posting.standing().firstSeen();
    if (first == null || posting.job().platform() == null) return false;
    return known.computeIfAbsent(
        posting.job().platform() + " " + first, _ -> wakesUp(posting.job().platform(), first));
  }

  private boolean wakesUp(String platform, Instant first) {
    Instant begin = first.minus(FIRST);
    Optional<Instant> last = store.beside().lastBefore(platform, begin);
    if (last.isEmpty() || last.get().isAfter(begin.minus(QUIET))) return false;
    List<Silence> silences = store.alerts(alerts -> alerts.silences().since(last.get()));
    return silences.stream().noneMatch(silence -> silence.platform().equals(platform));
  }
}
