package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.saved.Timetable;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.store.alert.SavedSearchRows;

/**
 * Tells owners of saved searches of platforms that are not read: each recipient once of each
 * silence, and at most one message a day.
 */
public final class SilenceTeller {
  /** Channels whose messages can say it; of the others it stands on the page alone. */
  private static final Set<ChannelType> SAYING = EnumSet.complementOf(EnumSet.of(ChannelType.FEED));

  private static final Duration DAY = Duration.ofDays(1);
  private static final int SEARCHES = 2_000;
  private static final int RECIPIENTS = 500;

  private final Store store;
  private final Clock clock;

  public SilenceTeller(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a recipient has to do with.
   *
   * @param silences ids
   * @param timetable of the first search, whose quiet hours hold
   */
  private record Share(Set<String> silences, Timetable timetable) {}

  /** Puts into the outbox what is to be told; how many messages. */
  public int tell() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Silence> settled =
        store.alerts(alerts -> alerts.silences().open()).stream()
            .filter(silence -> silence.isSettled(now))
            .toList();
    if (settled.isEmpty()) return 0;
    Map<Long, Share> shares = shares(settled);
    return List.copyOf(shares.keySet()).stream()
        .gather(Gatherers.windowFixed(RECIPIENTS))
        .mapToInt(some -> tell(some, shares, now))
        .sum();
  }

  private Map<Long, Share> shares(List<Silence> settled) {
    Map<Long, Share> shares = new HashMap<>();
    long revision = 0;
    long last = store.alerts(alerts -> alerts.searches().revision());
    while (revision < last) {
      long from = revision;
      SavedSearchRows.Changed changed =
          store.alerts(alerts -> alerts.searches().after(from, SEARCHES));
      changed.searches().values().stream()
          .flatMap(Optional::stream)
          .filter(search -> !search.paused() && !search.account().equals(CanarySearch.ACCOUNT))
          .forEach(search -> share(search, settled, shares));
      revision = changed.revision();
    }
    return shares;
  }

  private static void share(SavedSearch search, List<Silence> settled, Map<Long, Share> shares) {
    List<String> concern = SourceNotes.of(search, settled).stream().map(Silence::id).toList();
    if (concern.isEmpty()) return;
    for (long number : search.channels())
      shares
          .computeIfAbsent(number, _ -> new Share(new HashSet<>(), search.timetable()))
          .silences()
          .addAll(concern);
  }

  private int tell(Collection<Long> numbers, Map<Long, Share> shares, Instant now) {
    return store.changeAlerts(
        alerts -> {
          alerts.canaries().lock();
          Map<Long, Set<String>> told = alerts.silences().told(numbers);
          Set<Long> lately = alerts.silences().toldSince(numbers, now.minus(DAY));
          List<Delivery> deliveries = new ArrayList<>();
          for (Recipient to : alerts.recipients().byNumbers(numbers).values()) {
            if (!to.isConfirmed() || !SAYING.contains(to.type()) || lately.contains(to.number()))
              continue;
            Share share =
                Objects.requireNonNull(
                    shares.get(to.number()), "the numbers are the keys of the shares");
            Set<String> fresh = new HashSet<>(share.silences());
            fresh.removeAll(told.getOrDefault(to.number(), Set.of()));
            if (!fresh.isEmpty()) deliveries.add(tell(alerts, to, fresh, share.timetable(), now));
          }
          alerts.deliveries().add(deliveries);
          return deliveries.size();
        });
  }

  private static Delivery tell(
      Alerts alerts, Recipient to, Set<String> silences, Timetable usual, Instant now) {
    alerts.silences().tell(to.number(), to.account(), silences, now);
    Instant due = new Timetable(new Rhythm.Instantly(), usual.quiet(), usual.zone()).due(now);
    return Delivery.waiting(to, AlertReason.SOURCES, due, now);
  }
}
