package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Delivery.Item;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Told;
import worthwhile.posting.Reason;
import worthwhile.store.alert.Alerts;

/**
 * Hands what waits for a person's failing channel to another of the same searches, inside one
 * transaction: what she hears there anyway is not said twice, and what the failing one held is
 * settled, so that it comes back to nothing. Each delivery goes over once.
 */
final class TakeOver {
  /** So many attempts must have failed before others take over, unless nothing is ever taken. */
  private static final int FAILURES = 3;

  private static final Reason WHY = Reason.of("alert-taken-over");

  private final Alerts alerts;
  private final Predicate<ChannelType> carried;
  private final Instant at;
  private Map<String, SavedSearch> searches = Map.of();
  private Map<Long, Recipient> recipients = Map.of();
  private Map<String, List<Told>> told = Map.of();

  /**
   * @param carried whether this instance has a type of channel
   */
  TakeOver(Alerts alerts, Predicate<ChannelType> carried, Instant at) {
    this.alerts = alerts;
    this.carried = carried;
    this.at = at;
  }

  /** Items of one delivery that go to one recipient. */
  private record Part(Recipient to, List<Item> items) {}

  /**
   * Relieves a channel that did not take a message, if it has failed often enough; nothing where it
   * is a program's.
   *
   * @param tried what it did not take, as it is kept now
   * @param forGood whether that will never be taken
   */
  void relieve(Recipient failing, List<Delivery> tried, boolean forGood) {
    boolean isDue =
        !failing.type().isOfOneSearch()
            && (forGood || alerts.deliveries().failures(failing.number()) >= FAILURES);
    if (!isDue) return;
    List<Delivery> waiting = waiting(failing, tried);
    if (waiting.isEmpty()) return;
    look(waiting);
    waiting.forEach(delivery -> hand(failing, delivery));
  }

  private List<Delivery> waiting(Recipient failing, List<Delivery> tried) {
    boolean gone = isGone(failing.number());
    Map<String, Delivery> all = new LinkedHashMap<>();
    Stream.concat(
            tried.stream(),
            alerts.deliveries().waiting(failing.number(), at).stream()
                .filter(each -> gone || !each.due().isAfter(at)))
        .filter(each -> each.reason().tellsOfPostings() && !isTakenOver(each))
        .forEach(each -> all.putIfAbsent(each.id(), each));
    return List.copyOf(all.values());
  }

  private boolean isGone(long number) {
    return alerts
        .recipients()
        .byNumber(number)
        .filter(each -> each.state() == Recipient.State.GONE)
        .isPresent();
  }

  /** Whether a delivery came from another channel. */
  static boolean isTakenOver(Delivery delivery) {
    return delivery.why().filter(WHY::equals).isPresent();
  }

  private void look(List<Delivery> waiting) {
    List<Item> items = waiting.stream().flatMap(each -> each.items().stream()).toList();
    searches =
        alerts
            .searches()
            .byIds(items.stream().flatMap(item -> item.searches().stream()).distinct().toList());
    recipients =
        alerts
            .recipients()
            .byNumbers(
                searches.values().stream()
                    .flatMap(search -> search.channels().stream())
                    .distinct()
                    .toList());
    told = alerts.told().of(items.stream().map(Item::posting).distinct().toList());
  }

  private void hand(Recipient failing, Delivery delivery) {
    Map<Optional<Recipient>, List<Item>> byOther =
        delivery.items().stream()
            .collect(
                Collectors.groupingBy(
                    item -> other(failing, item), LinkedHashMap::new, Collectors.toList()));
    List<Item> staying = Optional.ofNullable(byOther.remove(Optional.empty())).orElse(List.of());
    List<Part> parts = new ArrayList<>();
    byOther.forEach((other, items) -> parts.add(new Part(other.orElseThrow(), items)));
    if (parts.isEmpty() || !settle(delivery, staying, parts)) return;
    parts.forEach(part -> give(part, delivery));
  }

  /** A person's channel that works and that one of the searches of an item names too. */
  private Optional<Recipient> other(Recipient failing, Item item) {
    return item.searches().stream()
        .flatMap(id -> Optional.ofNullable(searches.get(id)).stream())
        .filter(search -> !search.paused() && search.channels().contains(failing.number()))
        .flatMap(search -> search.channels().stream())
        .flatMap(number -> Optional.ofNullable(recipients.get(number)).stream())
        .filter(each -> each.number() != failing.number() && !each.type().isOfOneSearch())
        .filter(each -> each.isConfirmed() && each.error().isEmpty())
        .filter(each -> carried.test(each.type()))
        .findFirst();
  }

  /** False if somebody else has taken the delivery. */
  private boolean settle(Delivery delivery, List<Item> staying, List<Part> parts) {
    DeliveryBuilder over =
        DeliveryBuilder.builder(delivery)
            .state(Delivery.State.MERGED)
            .why(Optional.of(WHY))
            .done(Optional.of(at));
    if (staying.isEmpty()) return alerts.deliveries().handOver(over.build(), at);
    Delivery rest = DeliveryBuilder.builder(delivery).items(staying).build();
    if (!alerts.deliveries().handOver(rest, at)) return false;
    List<Item> moved = parts.stream().flatMap(part -> part.items().stream()).toList();
    alerts
        .deliveries()
        .add(List.of(over.id(UUID.randomUUID().toString()).items(moved).attempts(0).build()));
    return true;
  }

  private void give(Part part, Delivery from) {
    AlertReason reason = from.reason();
    List<Delivery> had = alerts.deliveries().of(part.to().number(), reason, from.created());
    List<Item> fresh =
        part.items().stream()
            .filter(item -> !hears(part.to(), reason, item, had))
            .map(item -> item.withLeftOut(Optional.empty()))
            .toList();
    if (fresh.isEmpty()) return;
    for (Item item : fresh)
      alerts
          .told()
          .also(item.posting(), reason, item.revision(), item.net(), part.to().number(), at);
    alerts.deliveries().add(List.of(delivery(part.to(), from, fresh)));
  }

  private Delivery delivery(Recipient to, Delivery from, List<Item> items) {
    return DeliveryBuilder.builder(from)
        .id(UUID.randomUUID().toString())
        .recipient(to.number())
        .state(Delivery.State.DUE)
        .why(Optional.of(WHY))
        .items(items)
        .nextTry(from.due())
        .attempts(0)
        .error(Optional.empty())
        .created(at)
        .done(Optional.empty())
        .build();
  }

  /**
   * Whether a recipient is told of an item by itself: it counts as told, and that did not come to
   * nothing.
   */
  private boolean hears(Recipient to, AlertReason reason, Item item, List<Delivery> had) {
    boolean counts =
        told.getOrDefault(item.posting(), List.of()).stream()
            .filter(each -> each.reason() == reason)
            .filter(each -> reason.isOnce() || each.revision() >= item.revision())
            .anyMatch(each -> each.whom().contains(to.number()));
    if (!counts) return false;
    List<Delivery> of = had.stream().filter(each -> tells(each, reason, item)).toList();
    boolean comes = of.stream().anyMatch(TakeOver::comes);
    boolean failed = of.stream().anyMatch(TakeOver::cameToNothing);
    return comes || !failed;
  }

  private static boolean tells(Delivery delivery, AlertReason reason, Item item) {
    return delivery.items().stream()
        .filter(each -> each.posting().equals(item.posting()))
        .anyMatch(each -> reason.isOnce() || each.revision() >= item.revision());
  }

  private static boolean comes(Delivery delivery) {
    return delivery.state() == Delivery.State.SENT || delivery.state() == Delivery.State.DUE;
  }

  private static boolean cameToNothing(Delivery delivery) {
    return switch (delivery.state()) {
      case FAILED -> true;
      case MERGED -> isTakenOver(delivery);
      case DUE, SENT, HELD, CAPPED, GONE -> false;
    };
  }
}
