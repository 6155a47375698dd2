package worthwhile.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.RecipientSet;
import worthwhile.alert.saved.Told;

/** Who was told what of some postings, before and in this transaction. */
final class Recall {
  private final Map<String, List<Told>> before;
  private final List<Told> carried = new ArrayList<>();
  private final Map<String, Map<AlertReason, Now>> now = new HashMap<>();

  private static final class Now {
    private final long revision;
    private final Optional<Long> net;
    private final Set<Long> whom = new HashSet<>();

    private Now(long revision, Optional<Long> net) {
      this.revision = revision;
      this.net = net;
    }
  }

  Recall(Map<String, List<Told>> before) {
    this.before = new HashMap<>(before);
  }

  /** Whoever was told of a posting counts as told of another, which is the same work. */
  void carry(String from, String to) {
    List<Told> all = new ArrayList<>(of(to));
    for (Told told : of(from)) {
      boolean isThere =
          all.stream()
              .anyMatch(
                  each -> each.reason() == told.reason() && each.revision() == told.revision());
      if (isThere) continue;
      Told same = new Told(to, told.revision(), told.reason(), told.net(), told.whom());
      all.add(same);
      carried.add(same);
    }
    all.sort(Comparator.comparingLong(Told::revision));
    before.put(to, all);
  }

  /** What was told of a posting before, the oldest first. */
  List<Told> of(String posting) {
    return before.getOrDefault(posting, List.of());
  }

  /** Whether a recipient was told of a posting before, for whatever reason but a warning. */
  boolean knows(long recipient, String posting) {
    return of(posting).stream()
        .filter(told -> told.reason() != AlertReason.WARNING)
        .anyMatch(told -> told.whom().contains(recipient));
  }

  /** Whether a recipient was told of a posting before for a reason that may not come twice. */
  boolean had(long recipient, String posting, AlertReason reason, long revision) {
    return of(posting).stream()
        .filter(told -> told.reason() == reason)
        .filter(told -> reason.isOnce() || told.revision() >= revision)
        .anyMatch(told -> told.whom().contains(recipient));
  }

  /** The same, or in this transaction. */
  boolean has(long recipient, String posting, AlertReason reason, long revision) {
    if (had(recipient, posting, reason, revision)) return true;
    Now fresh = now.getOrDefault(posting, Map.of()).get(reason);
    return fresh != null && fresh.whom.contains(recipient);
  }

  /** Pay per hour that a recipient was told last, in millionths of a dollar; absent if none was. */
  Optional<Long> lastNet(long recipient, String posting) {
    return of(posting).stream()
        .filter(told -> told.whom().contains(recipient))
        .flatMap(told -> told.net().stream())
        .reduce((_, later) -> later);
  }

  void note(long recipient, String posting, AlertReason reason, long revision, Optional<Long> net) {
    now.computeIfAbsent(posting, _ -> new EnumMap<>(AlertReason.class))
        .computeIfAbsent(reason, _ -> new Now(revision, net))
        .whom
        .add(recipient);
  }

  /** What was told in this transaction, to be kept. */
  List<Told> fresh() {
    List<Told> all = new ArrayList<>(carried);
    now.forEach(
        (posting, reasons) ->
            reasons.forEach(
                (reason, told) ->
                    all.add(
                        new Told(
                            posting,
                            told.revision,
                            reason,
                            told.net,
                            RecipientSet.of(told.whom)))));
    return all;
  }
}
