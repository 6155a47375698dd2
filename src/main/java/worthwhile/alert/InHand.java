package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.alert.saved.Delivery;

/**
 * Deliveries that this process has taken and not begun to hand over. What is for somebody who is
 * being served waits aside until that is done.
 */
final class InHand {
  private final Map<Long, Handful> ready = new LinkedHashMap<>();
  private final Map<Long, Handful> aside = new HashMap<>();

  /**
   * A right to deliveries that nobody else has meanwhile.
   *
   * @param word that no other lease has
   * @param until when it ends, unless it is renewed
   * @param most deliveries that may be taken by it
   */
  record Lease(String word, Instant until, int most) {}

  /**
   * Deliveries to one recipient.
   *
   * @param leases the words of the leases by which they were taken, by their ids
   */
  record Handful(long recipient, List<Delivery> all, Map<String, String> leases) {
    Handful {
      all = List.copyOf(all);
    }

    /** The word of the lease by which one of these was taken. */
    String lease(Delivery delivery) {
      return Objects.requireNonNull(leases.get(delivery.id()), "was not taken: " + delivery.id());
    }

    Handful after(int first) {
      return new Handful(recipient, all.subList(first, all.size()), leases);
    }

    /** What is in both was taken anew since its lease had ended: it is had once, by the later. */
    private static Handful together(Handful one, Handful other) {
      Map<String, String> leases = new HashMap<>(one.leases);
      leases.putAll(other.leases);
      Map<String, Delivery> all = new LinkedHashMap<>();
      one.all.forEach(each -> all.put(each.id(), each));
      other.all.forEach(each -> all.put(each.id(), each));
      return new Handful(one.recipient, List.copyOf(all.values()), leases);
    }
  }

  /** Adds what was taken by a lease. */
  void add(String lease, Collection<Delivery> taken) {
    taken.stream()
        .collect(
            Collectors.groupingBy(Delivery::recipient, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (recipient, all) ->
                add(
                    new Handful(
                        recipient,
                        all,
                        all.stream().collect(Collectors.toMap(Delivery::id, _ -> lease)))));
  }

  synchronized void add(Handful handful) {
    ready.merge(handful.recipient(), handful, Handful::together);
  }

  /**
   * Takes out some whose turn it is, those who wait longest first; whoever is being served waits
   * aside.
   *
   * @param most deliveries, but for the last recipient's
   */
  synchronized List<Handful> next(int most, LongPredicate isServed) {
    List<Handful> next = new ArrayList<>();
    int deliveries = 0;
    for (Iterator<Handful> all = ready.values().iterator(); all.hasNext() && deliveries < most; ) {
      Handful each = all.next();
      all.remove();
      if (isServed.test(each.recipient())) {
        aside.merge(each.recipient(), each, Handful::together);
        continue;
      }
      next.add(each);
      deliveries += each.all().size();
    }
    return next;
  }

  /** Brings back what waited aside for a recipient; false if nothing did. */
  synchronized boolean free(long recipient) {
    Handful waited = aside.remove(recipient);
    if (waited != null)
      ready.compute(
          recipient, (_, since) -> since == null ? waited : Handful.together(waited, since));
    return waited != null;
  }

  /** Deliveries that are in hand. */
  synchronized int size() {
    return handfuls().mapToInt(each -> each.all().size()).sum();
  }

  private Stream<Handful> handfuls() {
    return Stream.concat(ready.values().stream(), aside.values().stream());
  }

  /** The words of the leases by which something is in hand. */
  synchronized Set<String> leases() {
    Set<String> words = new HashSet<>();
    handfuls().forEach(each -> words.addAll(each.leases().values()));
    return words;
  }

  /** Takes out everything. */
  synchronized List<Handful> empty() {
    List<Handful> all = handfuls().toList();
    ready.clear();
    aside.clear();
    return all;
  }
}
