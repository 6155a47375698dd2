package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Delivery.Item;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.store.Store;

/**
 * Makes a message of deliveries as things stand when it is sent: what is gone, turned out to be
 * dangerous or is no longer wanted is left out.
 */
final class Composer {
  private final Store store;
  private final String site;

  Composer(Store store, String site) {
    this.store = store;
    this.site = site;
  }

  /**
   * What came of it.
   *
   * @param message absent where nothing is left to be said
   * @param deliveries those that the message is of, as they are to be kept once it is sent
   * @param withoutMessage those of which nothing is left, as they are to be kept
   */
  record Composed(
      Optional<AlertMessage> message, List<Delivery> deliveries, List<Delivery> withoutMessage) {}

  Composed compose(Recipient to, List<Delivery> together, Instant at) {
    if (together.getFirst().items().isEmpty()) return bare(to, together, at);
    Map<String, Posting> postings = store.postings().byIds(ids(together));
    Map<String, SavedSearch> searches =
        store.alerts(alerts -> alerts.searches().byIds(searchIds(together)));
    Map<String, Match> matches = new LinkedHashMap<>();
    List<Delivery> said = new ArrayList<>();
    List<Delivery> unsaid = new ArrayList<>();
    int gone = 0;
    for (Delivery delivery : together) {
      List<Item> items = new ArrayList<>();
      boolean any = false;
      Optional<String> why = Optional.empty();
      for (Item item : delivery.items()) {
        Optional<String> trouble = trouble(to, delivery, item, postings, searches);
        if (trouble.isEmpty()) {
          any = true;
          matches.merge(
              item.posting(),
              new Match(postings.get(item.posting()), wanting(to, item, searches)),
              Composer::together);
        } else {
          why = trouble;
          if (trouble.get().equals("alert-gone")) gone++;
        }
        items.add(item.withGone(trouble.filter("alert-gone"::equals).isPresent()));
      }
      Delivery now = DeliveryBuilder.builder(delivery).items(items).build();
      if (any) said.add(now);
      else unsaid.add(ended(now, why.orElse("alert-gone"), at));
    }
    if (said.isEmpty()) return new Composed(Optional.empty(), said, unsaid);
    AlertMessage message =
        new AlertMessage(
            said.getFirst().id(),
            said.getFirst().reason(),
            List.copyOf(matches.values()),
            gone,
            names(matches.values(), searches),
            site,
            leave(to),
            at);
    return new Composed(Optional.of(message), said, unsaid);
  }

  private Composed bare(Recipient to, List<Delivery> together, Instant at) {
    AlertMessage message =
        new AlertMessage(
            together.getFirst().id(),
            together.getFirst().reason(),
            List.of(),
            0,
            Map.of(),
            site,
            leave(to),
            at);
    return new Composed(Optional.of(message), together, List.of());
  }

  private String leave(Recipient to) {
    return site + "/alerts/channels/" + to.number();
  }

  private static Set<String> ids(List<Delivery> together) {
    Set<String> ids = new HashSet<>();
    together.forEach(delivery -> delivery.items().forEach(item -> ids.add(item.posting())));
    return ids;
  }

  private static Set<String> searchIds(List<Delivery> together) {
    Set<String> ids = new HashSet<>();
    together.forEach(delivery -> delivery.items().forEach(item -> ids.addAll(item.searches())));
    return ids;
  }

  private static Match together(Match one, Match other) {
    Set<String> searches = new HashSet<>(one.searches());
    searches.addAll(other.searches());
    return new Match(one.posting(), searches.stream().sorted().toList());
  }

  /** Why a posting is not told after all; absent if it is. */
  private static Optional<String> trouble(
      Recipient to,
      Delivery delivery,
      Item item,
      Map<String, Posting> postings,
      Map<String, SavedSearch> searches) {
    if (wanting(to, item, searches).isEmpty()) return Optional.of("alert-unsubscribed");
    Posting posting = postings.get(item.posting());
    if (posting == null) return Optional.of("alert-gone");
    if (delivery.reason() == AlertReason.WARNING) return Optional.empty();
    if (posting.state() != null && posting.state() != PostingState.OPEN)
      return Optional.of("alert-gone");
    boolean full =
        posting.job().totalJobOpenings() != null && posting.job().totalJobOpenings() == 0;
    if (full) return Optional.of("alert-gone");
    return isDanger(posting) ? Optional.of("alert-danger") : Optional.empty();
  }

  private static boolean isDanger(Posting posting) {
    return posting.assessment().warnings().stream()
        .anyMatch(warning -> warning.severity() == Warning.Severity.DANGER);
  }

  /** Searches of a posting that still want it by this channel. */
  private static List<String> wanting(Recipient to, Item item, Map<String, SavedSearch> searches) {
    return item.searches().stream()
        .filter(
            id ->
                Optional.ofNullable(searches.get(id))
                    .filter(search -> !search.paused())
                    .filter(
                        search ->
                            search.channels().stream()
                                .anyMatch(each -> each.recipient() == to.number()))
                    .isPresent())
        .toList();
  }

  private static Map<String, String> names(
      Iterable<Match> matches, Map<String, SavedSearch> searches) {
    Map<String, String> names = new HashMap<>();
    for (Match match : matches)
      match.searches().forEach(id -> names.put(id, searches.get(id).name()));
    return names;
  }

  private static Delivery ended(Delivery delivery, String why, Instant at) {
    Delivery.State state = why.equals("alert-gone") ? Delivery.State.GONE : Delivery.State.HELD;
    return DeliveryBuilder.builder(delivery)
        .state(state)
        .why(Optional.of(Reason.of(why)))
        .done(Optional.of(at))
        .build();
  }
}
