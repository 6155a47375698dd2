package worthwhile.alert.watch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import worthwhile.alert.note.ChangeNotes;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChangeNote;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.text.Sha256;

/**
 * Notes what changes at platforms and tells whoever waits for it, in one transaction: each change
 * is seen once for a store, however many processes there are and whenever they ran. What there is
 * at the first look is told to nobody.
 */
public final class ChangeTeller {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final Store store;
  private final Supplier<PlatformChanges> changes;
  private final Clock clock;

  /**
   * A teller.
   *
   * @param changes of all platforms, as they are known now
   */
  public ChangeTeller(Store store, Supplier<PlatformChanges> changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** What one recipient is told, and when. */
  private record Share(Set<String> changes, Instant due) {}

  /** Notes what is new and puts into the outbox what is to be told; how many messages. */
  public int tell() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, ChangeNote> all = notes(changes.get(), now);
    Set<String> seen = store.alerts(alerts -> alerts.changes().seen());
    if (!seen.isEmpty() && seen.containsAll(all.keySet())) return 0;
    return store.changeAlerts(alerts -> tell(alerts, all, now));
  }

  private static int tell(Alerts alerts, Map<String, ChangeNote> all, Instant now) {
    boolean known = alerts.changes().lock(now);
    Map<String, ChangeNote> fresh = new LinkedHashMap<>(all);
    fresh.keySet().removeAll(alerts.changes().seen());
    fresh.values().forEach(alerts.changes()::add);
    if (!known || fresh.isEmpty()) return 0;
    Map<Long, Share> shares = shares(alerts, fresh, now);
    List<Delivery> deliveries = new ArrayList<>();
    for (Recipient to : alerts.recipients().byNumbers(shares.keySet()).values()) {
      if (!to.isConfirmed()) continue;
      Share share =
          requireNonNull(
              shares.get(to.number()), "recipients were looked up by the numbers of the shares");
      for (String change : share.changes())
        alerts.changes().tell(change, to.number(), to.account(), now);
      deliveries.add(delivery(to, share.due(), now));
    }
    alerts.deliveries().add(deliveries);
    return deliveries.size();
  }

  private static Map<Long, Share> shares(
      Alerts alerts, Map<String, ChangeNote> fresh, Instant now) {
    Map<Long, Share> shares = new HashMap<>();
    for (SavedSearch search : alerts.searches().watching(Watched.CHANGES)) {
      Set<String> concern = new HashSet<>();
      for (ChangeNote change : fresh.values())
        if (ChangeNotes.concerns(search, change.platform())) concern.add(change.id());
      if (concern.isEmpty()) continue;
      Share own = new Share(concern, search.timetable().due(now));
      for (long number : search.channels()) shares.merge(number, own, ChangeTeller::together);
    }
    return shares;
  }

  private static Share together(Share one, Share other) {
    Set<String> changes = new HashSet<>(one.changes());
    changes.addAll(other.changes());
    return new Share(changes, one.due().isBefore(other.due()) ? one.due() : other.due());
  }

  /** What lies in a feed is there at once. */
  private static Delivery delivery(Recipient to, Instant due, Instant now) {
    return to.type().isFetched()
        ? Delivery.waiting(to, AlertReason.PLATFORM_CHANGES, now, now)
            .ended(Delivery.State.SENT, now)
        : Delivery.waiting(to, AlertReason.PLATFORM_CHANGES, due, now);
  }

  private static Map<String, ChangeNote> notes(PlatformChanges changes, Instant now) {
    Map<String, ChangeNote> notes = new LinkedHashMap<>();
    Stream.concat(changes.coming().stream(), changes.past().stream())
        .forEach(
            change -> {
              ChangeNote note = note(change, stem(change), now);
              for (int n = 2; notes.containsKey(note.id()); n++)
                note = note(change, stem(change) + ":" + n, now);
              notes.put(note.id(), note);
            });
    return notes;
  }

  /** Other words of the same change, or another one before it on the card, make it no other. */
  private static String stem(PlatformChange change) {
    return String.join(
        ":",
        change.platform().id(),
        change.kind().word(),
        change.date().toString(),
        Sha256.hex(change.source()).substring(0, 12));
  }

  private static ChangeNote note(PlatformChange change, String id, Instant now) {
    return new ChangeNote(
        id,
        change.platform().id(),
        change.platform().name(),
        words(change).text(),
        "/platforms/" + change.platform().id(),
        now);
  }

  private static Reason words(PlatformChange change) {
    String text = change.text() + change.by().map(by -> " (" + by + ")").orElse("");
    String day = day(change.date(), change.precision());
    return switch (change.kind()) {
      case DEADLINE -> Reason.of("change-until").with("day", day).with("text", text);
      case ANNOUNCED -> Reason.of("change-announced").with("day", day).with("text", text);
      case CHANGE, BREACH, SUSPENSION ->
          Reason.of("change-day").with("day", day).with("text", text);
    };
  }

  private static String day(LocalDate date, String precision) {
    return switch (precision) {
      case "year" -> Integer.toString(date.getYear());
      case "month" -> MONTH.format(date);
      default -> DAY.format(date);
    };
  }
}
