package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Gatherers;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Delivery.Item;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Reason;

/** Puts together what goes to one recipient for one reason, in deliveries of bounded size. */
final class Pile {
  private final Instant at;
  private int given;
  private final Map<Heading, Map<String, Placed>> piles = new LinkedHashMap<>();

  /** What the postings of one delivery have in common. */
  private record Heading(
      long recipient,
      String account,
      AlertReason reason,
      Delivery.State state,
      Optional<Reason> why) {}

  /** A posting, and when it is to be told. */
  private record Placed(Item item, Instant due) {}

  Pile(Instant at) {
    this.at = at;
  }

  /** Adds a posting for a search; where it lies there already, for that search too. */
  void add(
      Recipient recipient,
      AlertReason reason,
      Delivery.State state,
      Optional<Reason> why,
      Instant due,
      Item item) {
    piles
        .computeIfAbsent(
            new Heading(recipient.number(), recipient.account(), reason, state, why),
            _ -> new LinkedHashMap<>())
        .merge(item.posting(), new Placed(item, due), Pile::together);
  }

  /** What two searches find is told once, as soon as the first of them wants it. */
  private static Placed together(Placed one, Placed other) {
    var searches = new TreeSet<>(one.item().searches());
    searches.addAll(other.item().searches());
    return new Placed(
        one.item().withSearches(List.copyOf(searches)),
        one.due().isBefore(other.due()) ? one.due() : other.due());
  }

  List<Delivery> deliveries() {
    List<Delivery> all = new ArrayList<>();
    piles.forEach(
        (heading, placed) -> {
          Map<Instant, List<Item>> byDue = new TreeMap<>();
          for (Placed each : placed.values())
            byDue.computeIfAbsent(each.due(), _ -> new ArrayList<>()).add(each.item());
          byDue.forEach(
              (due, items) ->
                  items.stream()
                      .gather(Gatherers.windowFixed(Delivery.MOST))
                      .map(some -> delivery(heading, due, some))
                      .forEach(all::add));
        });
    return all;
  }

  /**
   * An id that nobody can guess, and that stands behind those given before: what is stored together
   * then lies together.
   */
  private String id() {
    UUID random = UUID.randomUUID();
    long place = (given++ >> 3) & 0xFFF;
    return new UUID(at.toEpochMilli() << 16 | 0x7000 | place, random.getLeastSignificantBits())
        .toString();
  }

  private Delivery delivery(Heading heading, Instant due, List<Item> items) {
    boolean waits = heading.state() == Delivery.State.DUE;
    return new Delivery(
        id(),
        heading.account(),
        heading.recipient(),
        heading.reason(),
        heading.state(),
        heading.why(),
        items,
        due,
        due,
        0,
        Optional.empty(),
        at,
        waits ? Optional.empty() : Optional.of(at));
  }
}
