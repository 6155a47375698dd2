package worthwhile.alert.note;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Reason;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.store.alert.Alerts;

/** What saved searches are told of platforms that are not read: their silence means nothing. */
public final class SourceNotes {
  private SourceNotes() {}

  /** Those of some silences that a saved search has to do with: of its platforms, or of all. */
  public static List<Silence> of(SavedSearch search, List<Silence> silences) {
    if (silences.isEmpty()) return List.of();
    Set<String> platforms = platforms(search);
    return silences.stream()
        .filter(each -> platforms.isEmpty() || platforms.contains(each.platform()))
        .toList();
  }

  /** Ids of the platforms that a saved search names; empty where it asks for all. */
  static Set<String> platforms(SavedSearch search) {
    return SearchQuery.parse(search.query()) instanceof Parsed.Valid(SearchQuery query)
        ? query.chosen(Dimension.PLATFORM)
        : Set.of();
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
  public static Composed compose(Noting noting) {
    Map<String, SavedSearch> searches = noting.store().alerts(alerts -> using(alerts, noting.to()));
    if (searches.isEmpty())
      return noting.nothing(Delivery.State.HELD, Reason.of("alert-unsubscribed"));
    List<Silence> lasting = noting.store().alerts(alerts -> lasting(alerts, noting));
    Map<String, String> names = new HashMap<>();
    searches.forEach(
        (id, search) -> {
          if (!of(search, lasting).isEmpty()) names.put(id, search.name());
        });
    if (names.isEmpty())
      return noting.nothing(Delivery.State.GONE, Reason.of("alert-sources-back"));
    return noting.message(names, lasting.stream().map(SourceNotes::line).toList());
  }

  private static Line line(Silence silence) {
    return new Line(
        silence.name(),
        Reason.of("silent-since").with("since", time(silence.since())).text(),
        Optional.empty(),
        Map.of(
            "platform", silence.platform(),
            "name", silence.name(),
            "lastRead", silence.since().toString()));
  }

  /** Saved searches of a recipient that are not paused. */
  static Map<String, SavedSearch> using(Alerts alerts, Recipient to) {
    Map<String, SavedSearch> searches =
        new HashMap<>(alerts.searches().byIds(alerts.searches().using(to.number())));
    searches.values().removeIf(SavedSearch::paused);
    return searches;
  }

  private static List<Silence> lasting(Alerts alerts, Noting noting) {
    return noting.decided().stream()
        .flatMap(told -> alerts.silences().lasting(noting.to().number(), told).stream())
        .distinct()
        .sorted(Comparator.comparing(Silence::name))
        .toList();
  }
}
