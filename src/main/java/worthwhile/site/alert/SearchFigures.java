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
            .of(search.id(), Optional.empty(), 0, MOST).stream()
                .filter(entry -> entry.delivery().created().isAfter(since))
                .toList();
    Set<String> postings = new HashSet<>();
    entries.forEach(entry -> postings.add(entry.item().posting()));
    int reached =
        store.alerts(alerts -> alerts.deliveries().reached(search.account(), postings)).size();
    return new SearchFigures(
            postings.size(),
            reached,
            states(entries, Delivery.State.GONE),
            goneWithin(entries, store),
            Optional.empty())
        .advised(search, cappedDays(search, entries), search.created().isBefore(since));
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

  private static long cappedDays(SavedSearch search, List<Ledger.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.fate().state() == Delivery.State.CAPPED)
        .map(entry -> search.timetable().day(entry.delivery().created()))
        .distinct()
        .count();
  }

  /**
   * The same with what follows.
   *
   * @param isOld whether it was there all the time
   */
  private SearchFigures advised(SavedSearch search, long cappedDays, boolean isOld) {
    boolean isDigest = search.timetable().rhythm() instanceof Rhythm.Digest;
    boolean isLate = goneWithin.filter(within -> within.compareTo(SOON) < 0).isPresent();
    Optional<Advice> follows = Optional.empty();
    if (cappedDays >= OFTEN_CAPPED) follows = Optional.of(Advice.RAISE_THE_CAP);
    else if (isDigest && fired > 0 && (goneBefore * 2 > fired || isLate))
      follows = Optional.of(Advice.AT_ONCE);
    else if (isOld && fired == 0) follows = Optional.of(Advice.ASK_FOR_LESS);
    else if (isOld && fired >= MANY && reached == 0) follows = Optional.of(Advice.ASK_FOR_MORE);
    return new SearchFigures(fired, reached, goneBefore, goneWithin, follows);
  }
}
