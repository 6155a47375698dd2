package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.alert.note.Waking;
import worthwhile.alert.note.Wakings;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Delivery.Item;
import worthwhile.alert.saved.Delivery.State;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.store.alert.Alerts;

/**
 * Decides what each recipient is told of, what is held back and why, and writes both into the
 * outbox, inside one transaction.
 */
final class OutboxWriter {
  /** Pay has risen where ten times what it is now is at least so often what was told. */
  private static final int TENTHS = 12;

  private final Alerts alerts;
  private final Watches watches;
  private final Instant at;
  private final DailyCounts.Sitting counts;
  private final Pile pile;
  private final Wakings wakings;
  private Recall recall = new Recall(Map.of());
  private Map<Long, Recipient> recipients = Map.of();
  private Map<String, Set<RequesterId>> blocked = Map.of();

  /**
   * Writes into the outbox of one transaction.
   *
   * @param counts of what searches told today
   * @param names of platforms for people, by id
   */
  OutboxWriter(
      Alerts alerts,
      Watches watches,
      DailyCounts.Sitting counts,
      UnaryOperator<String> names,
      Instant at) {
    this.counts = counts;
    this.alerts = alerts;
    this.watches = watches;
    this.at = at;
    this.pile = new Pile(at);
    this.wakings = new Wakings(alerts, names);
  }

  /**
   * What was written.
   *
   * @param made deliveries, whatever is to become of them
   * @param taken those of them that were stored as taken, to be handed over now
   */
  record Written(int made, List<Delivery> taken) {
    static final Written NOTHING = new Written(0, List.of());
  }

  /**
   * Writes what some happenings come to; what is due at once is taken by a lease, if there is one.
   */
  Written write(List<Concern> concerns, Optional<InHand.Lease> lease) {
    blocked = alerts.blocked().among(requesters(concerns));
    recall = new Recall(alerts.told().of(postings(concerns)));
    for (Concern each : concerns)
      each.otherNumbers().forEach(id -> recall.carry(id, each.posting().id()));
    List<SavedSearch> searches = searches(concerns);
    recipients = alerts.recipients().byNumbers(numbers(concerns, searches));
    counts.load(alerts.searches(), searches);
    concerns.forEach(this::place);
    var deliveries = pile.deliveries();
    List<Delivery> taken = store(deliveries, lease);
    countFetched(deliveries);
    alerts.told().add(recall.fresh(), at);
    counts.store(alerts.searches());
    return new Written(deliveries.size(), taken);
  }

  /** Those that were stored as taken by the lease. */
  private List<Delivery> store(List<Delivery> made, Optional<InHand.Lease> lease) {
    int most = lease.map(InHand.Lease::most).orElse(0);
    List<Delivery> taken = new ArrayList<>();
    List<Delivery> left = new ArrayList<>();
    for (Delivery each : made) (taken.size() < most && isDue(each) ? taken : left).add(each);
    alerts.deliveries().add(left);
    lease.ifPresent(by -> alerts.deliveries().add(taken, by.word(), by.until()));
    return taken;
  }

  private boolean isDue(Delivery delivery) {
    return delivery.state() == State.DUE && !delivery.nextTry().isAfter(at);
  }

  /** What lies in a feed counts as sent; what is handed over is counted then. */
  private void countFetched(List<Delivery> deliveries) {
    Map<String, Integer> sent = new HashMap<>();
    for (Delivery each : deliveries)
      if (each.state() == State.SENT && !each.account().equals(CanarySearch.ACCOUNT))
        sent.merge(
            Objects.requireNonNull(
                    recipients.get(each.recipient()),
                    "deliveries are made for recipients that were found")
                .type()
                .word(),
            1,
            Integer::sum);
    sent.forEach(alerts.queue()::countSent);
  }

  private static Set<String> postings(List<Concern> concerns) {
    Set<String> ids = new HashSet<>();
    for (Concern concern : concerns) {
      ids.add(concern.posting().id());
      copies(concern).forEach(ids::add);
      ids.addAll(concern.otherNumbers());
    }
    return ids;
  }

  private static Set<RequesterId> requesters(List<Concern> concerns) {
    return concerns.stream()
        .flatMap(concern -> concern.facts().requester().stream())
        .collect(Collectors.toSet());
  }

  private static Stream<String> copies(Concern concern) {
    return concern.posting().standing().duplicates().stream().map(Duplicate::id);
  }

  private List<SavedSearch> searches(List<Concern> concerns) {
    return concerns.stream()
        .flatMap(concern -> concern.now().stream())
        .distinct()
        .flatMap(id -> watches.byId(id).stream())
        .toList();
  }

  private Collection<Long> numbers(List<Concern> concerns, List<SavedSearch> searches) {
    Set<Long> numbers = new HashSet<>();
    searches.forEach(search -> numbers.addAll(search.channels()));
    for (Concern concern : concerns)
      if (concern.isWarnedOf())
        recall
            .of(concern.posting().id())
            .forEach(told -> told.whom().numbers().forEach(numbers::add));
    return numbers;
  }

  private void place(Concern concern) {
    if (concern.isWarnedOf()) warn(concern);
    if (!concern.isOffered()) return;
    for (String id : concern.now())
      watches
          .byId(id)
          .filter(search -> concern.happening().revision() > search.since())
          .ifPresent(search -> place(concern, search));
  }

  private void place(Concern concern, SavedSearch search) {
    switch (search.watches()) {
      case POSTINGS -> tell(concern, search);
      case WOKE -> waking(concern).ifPresent(waking -> tell(concern, search, waking));
      case CHANGES -> {}
    }
  }

  private Optional<Waking> waking(Concern concern) {
    Instant came = concern.posting().standing().firstSeen();
    return came != null && concern.happening().kind() == Happening.Kind.CAME
        ? wakings.of(concern.posting().job().platform(), came)
        : Optional.empty();
  }

  /** Tells of one of the first postings of a platform that woke. */
  private void tell(Concern concern, SavedSearch search, Waking waking) {
    String posting = concern.posting().id();
    boolean capped = left(search) <= 0;
    boolean told = false;
    for (long number : search.channels()) {
      Recipient to = recipients.get(number);
      if (to == null || !wakings.isOpen(waking, to, posting)) continue;
      if (!tell(concern, search, to, AlertReason.WOKE, Optional.of(waking.reason()), capped))
        continue;
      wakings.note(waking, to, posting, at);
      told = true;
    }
    if (told) count(search);
  }

  // --- what a search finds

  private void tell(Concern concern, SavedSearch search) {
    boolean capped = left(search) <= 0;
    boolean told = false;
    for (long number : search.channels()) {
      Recipient recipient = recipients.get(number);
      if (recipient == null) continue;
      Optional<AlertReason> reason = reason(concern, search, recipient);
      if (reason.isPresent())
        told |= tell(concern, search, recipient, reason.get(), Optional.empty(), capped);
    }
    if (told) count(search);
  }

  /** Whether the recipient is really told. */
  private boolean tell(
      Concern concern,
      SavedSearch search,
      Recipient to,
      AlertReason reason,
      Optional<Reason> why,
      boolean capped) {
    Item item = item(concern, List.of(search.id()));
    Optional<Held> held = held(concern, to, reason, capped);
    if (held.isPresent()) {
      pile.add(to, reason, held.get().state(), Optional.of(held.get().why()), at, item);
      return false;
    }
    recall.note(to.number(), item.posting(), reason, concern.happening().revision(), item.net());
    send(to, reason, why, search.timetable().due(at), item);
    return true;
  }

  private void send(
      Recipient to, AlertReason reason, Optional<Reason> why, Instant due, Item item) {
    State state = to.type().isFetched() ? State.SENT : State.DUE;
    pile.add(to, reason, state, why, state == State.SENT ? at : due, item);
  }

  private record Held(State state, Reason why) {
    static Optional<Held> of(State state, String code) {
      return Optional.of(new Held(state, Reason.of(code)));
    }
  }

  private Optional<Held> held(Concern concern, Recipient to, AlertReason reason, boolean capped) {
    if (concern.isDanger()) return Held.of(State.HELD, Item.DANGER);
    if (isBlocked(concern, to)) return Held.of(State.HELD, Composer.BLOCKED);
    switch (to.state()) {
      case UNCONFIRMED -> {
        return Held.of(State.HELD, "alert-unconfirmed");
      }
      case LEFT, GONE -> {
        return Held.of(State.HELD, "alert-left");
      }
      case CONFIRMED -> {}
    }
    String posting = concern.posting().id();
    if (recall.had(to.number(), posting, reason, concern.happening().revision()))
      return Held.of(State.MERGED, "alert-told-before");
    Optional<String> copy =
        to.type().isOfOneSearch() ? Optional.empty() : told(concern, to, reason);
    if (copy.isPresent())
      return Optional.of(
          new Held(State.MERGED, Reason.of("alert-copy").with("posting", copy.get())));
    return capped ? Held.of(State.CAPPED, "alert-daily-cap") : Optional.empty();
  }

  private boolean isBlocked(Concern concern, Recipient to) {
    Set<RequesterId> ofAccount = blocked.getOrDefault(to.account(), Set.of());
    return concern.facts().requester().filter(ofAccount::contains).isPresent();
  }

  /** A copy of the task that the recipient was told of for the same reason. */
  private Optional<String> told(Concern concern, Recipient to, AlertReason reason) {
    return copies(concern)
        .filter(id -> recall.has(to.number(), id, reason, concern.happening().first()))
        .findFirst();
  }

  private Optional<AlertReason> reason(Concern concern, SavedSearch search, Recipient to) {
    return switch (concern.happening().kind()) {
      case CAME -> Optional.of(hasRisen(concern, to) ? AlertReason.PAY_ROSE : AlertReason.NEW);
      case RETURNED -> Optional.of(AlertReason.REOPENED);
      case ALTERED -> altered(concern, search, to);
      case WENT -> Optional.empty();
    };
  }

  private Optional<AlertReason> altered(Concern concern, SavedSearch search, Recipient to) {
    if (concern.isStillDangerous()) return Optional.empty();
    if (concern.hasPlacesAgain()) return Optional.of(AlertReason.REOPENED);
    if (!recall.knows(to.number(), concern.posting().id()))
      return concern.before().contains(search.id())
          ? Optional.empty()
          : Optional.of(AlertReason.CHANGED);
    return hasRisen(concern, to) ? Optional.of(AlertReason.PAY_ROSE) : Optional.empty();
  }

  private boolean hasRisen(Concern concern, Recipient to) {
    OptionalLong now = concern.facts().hourly();
    Optional<Long> told = recall.lastNet(to.number(), concern.posting().id());
    return now.isPresent() && told.filter(net -> rose(net, now.getAsLong())).isPresent();
  }

  private static boolean rose(long told, long now) {
    return told > 0 && now * 10 >= told * TENTHS;
  }

  private static Item item(Concern concern, List<String> searches) {
    OptionalLong net = concern.facts().hourly();
    return new Item(
        concern.posting().id(),
        searches,
        concern.happening().revision(),
        net.isPresent() ? Optional.of(net.getAsLong()) : Optional.empty(),
        Optional.empty());
  }

  // --- how many a day

  private int left(SavedSearch search) {
    return search.mostPerDay() - counts.told(search.id(), search.timetable().day(at));
  }

  private void count(SavedSearch search) {
    counts.count(search, search.timetable().day(at));
  }

  // --- what turned out to be bad

  /** Whoever was told of it hears that something warns of it now; quiet hours hold, digests not. */
  private void warn(Concern concern) {
    String posting = concern.posting().id();
    Set<Long> whom = new HashSet<>();
    recall.of(posting).forEach(told -> told.whom().numbers().forEach(whom::add));
    for (long number : whom) {
      Recipient to = recipients.get(number);
      if (to == null) continue;
      boolean due =
          to.isConfirmed()
              && !recall.has(number, posting, AlertReason.WARNING, concern.happening().revision());
      if (due) warn(concern, to);
    }
  }

  private void warn(Concern concern, Recipient to) {
    List<SavedSearch> searches =
        alerts.searches().using(to.number()).stream()
            .flatMap(id -> watches.byId(id).stream())
            .toList();
    if (searches.isEmpty()) return;
    List<String> finding =
        searches.stream().map(SavedSearch::id).filter(concern.now()::contains).toList();
    List<String> named = finding.isEmpty() ? List.of(searches.getFirst().id()) : finding;
    Timetable usual = searches.getFirst().timetable();
    Instant due = new Timetable(new Rhythm.Instantly(), usual.quiet(), usual.zone()).due(at);
    Item item = item(concern, named);
    recall.note(
        to.number(),
        item.posting(),
        AlertReason.WARNING,
        concern.happening().revision(),
        item.net());
    send(to, AlertReason.WARNING, Optional.empty(), due, item);
  }
}
