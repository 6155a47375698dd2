package worthwhile.site.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.Store;

/**
 * What a saved search came to in the last 30 days.
 *
 * @param fired postings that matched
 * @param reached those that were opened by the link of a message
 * @param goneBefore those that were gone before the message went
 * @param goneWithin how long half of those that went had been there after the message
 * @param advice what follows; absent if nothing does
 */
record SearchFigures(
    int fired,
    int reached,
    int goneBefore,
    Optional<Duration> goneWithin,
    Optional<Advice> advice) {
  static final int DAYS = 30;
  private static final int MOST = 1_000;
  private static final int MANY = 20;
  private static final int OFTEN_CAPPED = 3;
  private static final Duration SOON = Duration.ofMinutes(30);

  /** What a reader could do. */
  enum Advice {
    /** Nothing matched: it asks for too much. */
    ASK_FOR_LESS,
    /** Much was told and nothing opened. */
    ASK_FOR_MORE,
    /** What matched was gone before the digest came. */
    AT_ONCE,
    /** The cap kept back what matched, on several days. */
    RAISE_THE_CAP
  }

  static SearchFigures of(SavedSearch search, Store store, Instant now) {
    Instant since = now.minus(Duration.ofDays(DAYS));
    List<Ledger.Entry> entries =
        new Ledger(store)
            .of(search.id(), 0, MOST).stream()
                .filter(entry -> entry.delivery().created().isAfter(since))
                .toList();
    Set<String> postings = new HashSet<>();
    entries.forEach(entry -> postings.add(entry.item().posting()));
    int reached =
        store.alerts(alerts -> alerts.deliveries().reached(search.account(), postings)).size();
    int goneBefore = states(entries, Delivery.State.GONE);
    Optional<Duration> goneWithin = goneWithin(entries, store);
    return new SearchFigures(
        postings.size(),
        reached,
        goneBefore,
        goneWithin,
        advice(search, entries, postings.size(), reached, goneBefore, goneWithin, since));
  }

  private static int states(List<Ledger.Entry> entries, Delivery.State state) {
    return (int)
        entries.stream()
            .filter(entry -> entry.fate().state() == state)
            .map(entry -> entry.item().posting())
            .distinct()
            .count();
  }

  private static Optional<Duration> goneWithin(List<Ledger.Entry> entries, Store store) {
    List<Ledger.Entry> sent =
        entries.stream().filter(entry -> entry.fate().state() == Delivery.State.SENT).toList();
    Map<String, List<Instant>> gone =
        store.postings().goneAt(sent.stream().map(entry -> entry.item().posting()).toList());
    List<Duration> waits = new ArrayList<>();
    for (Ledger.Entry entry : sent) goneAfter(entry, gone).ifPresent(waits::add);
    waits.sort(Duration::compareTo);
    return waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
  }

  /** How long a posting was there after its message; absent if it still is. */
  static Optional<Duration> goneAfter(Ledger.Entry entry, Map<String, List<Instant>> gone) {
    return entry
        .delivery()
        .done()
        .flatMap(
            sent ->
                gone.getOrDefault(entry.item().posting(), List.of()).stream()
                    .filter(at -> !at.isBefore(sent))
                    .findFirst()
                    .map(at -> Duration.between(sent, at)));
  }

  private static Optional<Advice> advice(
      SavedSearch search,
      List<Ledger.Entry> entries,
      int fired,
      int reached,
      int goneBefore,
      Optional<Duration> goneWithin,
      Instant since) {
    boolean isOld = search.created().isBefore(since);
    long capped =
        entries.stream()
            .filter(entry -> entry.fate().state() == Delivery.State.CAPPED)
            .map(entry -> search.timetable().day(entry.delivery().created()))
            .distinct()
            .count();
    if (capped >= OFTEN_CAPPED) return Optional.of(Advice.RAISE_THE_CAP);
    boolean isDigest = search.timetable().rhythm() instanceof Rhythm.Digest;
    boolean isLate = goneWithin.filter(within -> within.compareTo(SOON) < 0).isPresent();
    if (isDigest && fired > 0 && (goneBefore * 2 > fired || isLate))
      return Optional.of(Advice.AT_ONCE);
    if (isOld && fired == 0) return Optional.of(Advice.ASK_FOR_LESS);
    return isOld && fired >= MANY && reached == 0
        ? Optional.of(Advice.ASK_FOR_MORE)
        : Optional.empty();
  }
}
