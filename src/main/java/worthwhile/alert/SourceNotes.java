package worthwhile.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Reason;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** What saved searches are told of platforms that are not read: their silence means nothing. */
public final class SourceNotes {
  private SourceNotes() {}

  /** Those of some silences that a saved search has to do with: of its platforms, or of all. */
  public static List<Silence> of(SavedSearch search, List<Silence> silences) {
    if (silences.isEmpty()) return List.of();
    Set<String> platforms =
        SearchQuery.parse(search.query()) instanceof Parsed.Valid(SearchQuery query)
            ? query.chosen(Dimension.PLATFORM)
            : Set.of();
    return silences.stream()
        .filter(each -> platforms.isEmpty() || platforms.contains(each.platform()))
        .toList();
  }

  /** The words for a reader: since when a platform has not been read, or that it is again. */
  public static Reason words(Silence silence) {
    return silence.ended().isPresent()
        ? Reason.of("sources-back")
            .with("platform", silence.name())
            .with("since", time(silence.ended().get()))
        : Reason.of("sources-silent")
            .with("platform", silence.name())
            .with("since", time(silence.since()));
  }

  /** A moment for a reader whose time zone is not known: day and minute, in UTC. */
  public static String time(Instant at) {
    return at.toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  /** A message of them as things stand when it is sent: what is read again is left out. */
  static Composer.Composed compose(
      Store store, Recipient to, List<Delivery> together, String site, String leave, Instant at) {
    Map<String, SavedSearch> searches = store.alerts(alerts -> using(alerts, to));
    if (searches.isEmpty()) return unsaid(together, "alert-unsubscribed", Delivery.State.HELD, at);
    List<Silence> lasting = store.alerts(alerts -> lasting(alerts, to, together));
    Map<String, String> names = new HashMap<>();
    searches.forEach(
        (id, search) -> {
          if (!of(search, lasting).isEmpty()) names.put(id, search.name());
        });
    if (names.isEmpty()) return unsaid(together, "alert-sources-back", Delivery.State.GONE, at);
    AlertMessage message =
        new AlertMessage(
            together.getFirst().id(),
            together.getFirst().reason(),
            List.of(),
            0,
            names,
            site,
            leave,
            at,
            false,
            lasting);
    return new Composer.Composed(Optional.of(message), together, List.of());
  }

  private static Map<String, SavedSearch> using(Alerts alerts, Recipient to) {
    Map<String, SavedSearch> searches =
        new HashMap<>(alerts.searches().byIds(alerts.searches().using(to.number())));
    searches.values().removeIf(SavedSearch::paused);
    return searches;
  }

  private static List<Silence> lasting(Alerts alerts, Recipient to, List<Delivery> together) {
    return together.stream()
        .map(Delivery::created)
        .distinct()
        .flatMap(told -> alerts.silences().lasting(to.number(), told).stream())
        .distinct()
        .sorted(Comparator.comparing(Silence::name))
        .toList();
  }

  private static Composer.Composed unsaid(
      List<Delivery> together, String why, Delivery.State state, Instant at) {
    return new Composer.Composed(
        Optional.empty(),
        List.of(),
        together.stream()
            .map(
                each ->
                    DeliveryBuilder.builder(each)
                        .state(state)
                        .why(Optional.of(Reason.of(why)))
                        .done(Optional.of(at))
                        .build())
            .toList());
  }
}
