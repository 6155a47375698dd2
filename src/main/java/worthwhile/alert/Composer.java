package worthwhile.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.note.ChangeNotes;
import worthwhile.alert.note.Composed;
import worthwhile.alert.note.DueNotes;
import worthwhile.alert.note.Noting;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.note.WakingNotes;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Delivery.Item;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.standing.StandingPostings;
import worthwhile.alert.standing.StandingSearches;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.store.Store;

/**
 * Makes a message of deliveries as things stand when it is sent: what is gone, turned out to be
 * dangerous or is no longer wanted is left out, and the delivery says so of it. What is in quiet
 * hours waits for their end.
 */
final class Composer {
  /** Why a posting is left out that is no offer any more. */
  static final String GONE = "alert-gone";

  /** Why a posting is left out whose requester the reader blocks. */
  static final String BLOCKED = "alert-blocked";

  private final Store store;
  private final String site;
  private final StandingPostings postings = new StandingPostings();
  private final StandingSearches searches = new StandingSearches();

  Composer(Store store, String site) {
    this.store = store;
    this.site = site;
  }

  /** What is known of what is to be said, at the time of sending. */
  record Known(
      Map<String, Posting> postings,
      Map<String, SavedSearch> searches,
      Map<String, Set<RequesterId>> blocked) {
    boolean blocks(String account, Posting posting) {
      Set<RequesterId> hers = blocked.get(account);
      return hers != null && RequesterId.of(posting.job()).filter(hers::contains).isPresent();
    }
  }

  /** The same, where what is known was looked up just now, for these or for more. */
  Composed compose(Recipient to, List<Delivery> together, Known known, Instant at) {
    Noting noting = new Noting(store, to, together, site, leave(to, site), at);
    return switch (together.getFirst().reason()) {
      case SOURCES -> SourceNotes.compose(noting);
      case PLATFORM_CHANGES -> ChangeNotes.compose(noting);
      case DUE -> DueNotes.compose(noting);
      case NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, WOKE, CONFIRM, TEST ->
          ofPostings(to, together, known, at);
    };
  }

  private Composed ofPostings(Recipient to, List<Delivery> together, Known known, Instant at) {
    List<Delivery> said = new ArrayList<>();
    List<Delivery> unsaid = new ArrayList<>();
    for (Delivery delivery : together) {
      Delivery now = judged(to, delivery, known);
      boolean isLeft = now.items().isEmpty() || now.items().stream().anyMatch(Composer::isSaid);
      Optional<Instant> quiet = isLeft ? quietUntil(to, now, known, at) : Optional.empty();
      if (quiet.isPresent()) unsaid.add(DeliveryBuilder.builder(now).nextTry(quiet.get()).build());
      else if (isLeft) said.add(now);
      else unsaid.add(ended(now, at));
    }
    return new Composed(
        said.isEmpty() ? Optional.empty() : Optional.of(message(to, said, known, at)),
        said,
        unsaid);
  }

  /**
   * When the first of the quiet hours ends in which all searches lie that want some of a delivery;
   * absent if one of them may tell now. Whatever took it here: it came late, or had to be tried
   * again.
   */
  private static Optional<Instant> quietUntil(
      Recipient to, Delivery delivery, Known known, Instant at) {
    if (!delivery.reason().tellsOfPostings()) return Optional.empty();
    Optional<Instant> first = Optional.empty();
    for (Item item : delivery.items()) {
      if (!isSaid(item)) continue;
      for (String id : wanting(to, item, known)) {
        SavedSearch search = known.searches().get(id);
        Optional<Instant> until =
            search == null ? Optional.empty() : search.timetable().quietUntil(at);
        if (until.isEmpty()) return Optional.empty();
        if (first.isEmpty() || until.get().isBefore(first.get())) first = until;
      }
    }
    return first;
  }

  /** What is known now of what some deliveries are about. */
  Known known(List<Delivery> together) {
    Set<String> told = items(together).map(Item::posting).collect(Collectors.toSet());
    Set<String> telling =
        items(together).flatMap(item -> item.searches().stream()).collect(Collectors.toSet());
    Map<String, Posting> known = CanaryTask.and(postings.byIds(store.postings(), told), told);
    Set<RequesterId> requesters =
        known.values().stream()
            .flatMap(posting -> RequesterId.of(posting.job()).stream())
            .collect(Collectors.toSet());
    return store.alerts(
        alerts ->
            new Known(
                known,
                searches.byIds(alerts.searches(), telling),
                alerts.blocked().among(requesters)));
  }

  private static Stream<Item> items(List<Delivery> deliveries) {
    return deliveries.stream().flatMap(delivery -> delivery.items().stream());
  }

  private static boolean isSaid(Item item) {
    return item.leftOut().isEmpty();
  }

  /** The same delivery where nothing is to be left out that was not. */
  private static Delivery judged(Recipient to, Delivery delivery, Known known) {
    List<Item> items = new ArrayList<>(delivery.items().size());
    for (Item item : delivery.items()) {
      Optional<String> trouble = trouble(to, delivery.reason(), item, known);
      items.add(trouble.equals(item.leftOut()) ? item : item.withLeftOut(trouble));
    }
    return items.equals(delivery.items())
        ? delivery
        : DeliveryBuilder.builder(delivery).items(items).build();
  }

  /** Why a posting is not told after all; absent if it is. */
  private static Optional<String> trouble(
      Recipient to, AlertReason reason, Item item, Known known) {
    if (wanting(to, item, known).isEmpty()) return Optional.of("alert-unsubscribed");
    Posting posting = known.postings().get(item.posting());
    if (posting == null) return Optional.of(GONE);
    if (reason == AlertReason.WARNING) return Optional.empty();
    if (known.blocks(to.account(), posting)) return Optional.of(BLOCKED);
    if (!isOffered(posting)) return Optional.of(GONE);
    return posting.assessment().severity() >= Concern.DANGER
        ? Optional.of(Item.DANGER)
        : Optional.empty();
  }

  private static boolean isOffered(Posting posting) {
    Integer places = posting.job().totalJobOpenings();
    return PostingState.isOffered(posting.state()) && (places == null || places > 0);
  }

  /** Searches of a posting that still want it by this channel. */
  private static List<String> wanting(Recipient to, Item item, Known known) {
    List<String> wanting = new ArrayList<>(item.searches().size());
    for (String id : item.searches()) if (isWanting(known.searches().get(id), to)) wanting.add(id);
    return wanting;
  }

  private static boolean isWanting(@Nullable SavedSearch search, Recipient to) {
    return search != null && !search.paused() && search.channels().contains(to.number());
  }

  private static Delivery ended(Delivery delivery, Instant at) {
    String why = delivery.items().getLast().leftOut().orElseThrow();
    return DeliveryBuilder.builder(delivery)
        .state(why.equals(GONE) ? Delivery.State.GONE : Delivery.State.HELD)
        .why(Optional.of(Reason.of(why)))
        .done(Optional.of(at))
        .build();
  }

  private static Optional<Match> match(Recipient to, Item item, Known known) {
    return Optional.ofNullable(known.postings().get(item.posting()))
        .map(posting -> new Match(posting, wanting(to, item, known)));
  }

  private AlertMessage message(Recipient to, List<Delivery> said, Known known, Instant at) {
    Map<String, Match> matches = new LinkedHashMap<>();
    items(said)
        .filter(Composer::isSaid)
        .flatMap(item -> match(to, item, known).stream())
        .forEach(match -> matches.merge(match.posting().id(), match, Composer::together));
    Map<String, String> names = new HashMap<>();
    for (Match match : matches.values())
      for (String id : match.searches())
        Optional.ofNullable(known.searches().get(id))
            .ifPresent(search -> names.put(id, search.name()));
    long gone = items(said).filter(item -> item.leftOut().filter(GONE::equals).isPresent()).count();
    return new AlertMessage(
        said.getFirst().id(),
        said.getFirst().reason(),
        List.copyOf(matches.values()),
        Math.toIntExact(gone),
        names,
        site,
        leave(to, site),
        at,
        isUrgent(to, said, known),
        said.getFirst().reason() == AlertReason.WOKE
            ? WakingNotes.lines(said, matches.values(), site)
            : List.of(),
        Delivery.messageId(said));
  }

  /** Whether somebody who is told of it later could as well not be told. */
  private static boolean isUrgent(Recipient to, List<Delivery> said, Known known) {
    return said.getFirst().reason() == AlertReason.WARNING
        || items(said)
            .filter(Composer::isSaid)
            .flatMap(item -> wanting(to, item, known).stream())
            .map(known.searches()::get)
            .anyMatch(search -> search.timetable().rhythm() instanceof Rhythm.Instantly);
  }

  private static Match together(Match one, Match other) {
    Set<String> searches = new TreeSet<>(one.searches());
    searches.addAll(other.searches());
    return new Match(one.posting(), List.copyOf(searches));
  }

  /** Where its reader can say that she wants nothing more. */
  static String leave(Recipient to, String site) {
    return switch (to.destination()) {
      case Destination.Mail(var _, String secret) -> site + "/alerts/mail/" + secret;
      case Destination.Webhook _,
          Destination.Feed _,
          Destination.Push _,
          Destination.Ntfy _,
          Destination.Telegram _,
          Destination.Discord _ ->
          site + "/alerts";
    };
  }
}
