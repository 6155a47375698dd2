package worthwhile.site.requester;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Requesters;

/**
 * What is known of one requester of a platform.
 *
 * @param platform id of the platform
 * @param identifier the id there; absent where only the name is known, or where several share it
 * @param names newest first; empty if only other sites know of the id
 * @param namesakes ids of requesters that share the name that was asked for; empty if it is one
 * @param members all ids that are this requester, the one that stands for all first; empty if
 *     several share the name
 * @param known what postings say; absent if none is hers
 * @param open tasks that are open or always open, the newest first
 * @param ratings what other sites say
 */
public record RequesterView(
    String platform,
    Optional<String> identifier,
    List<String> names,
    List<String> namesakes,
    List<RequesterId> members,
    Optional<Requesters.Known> known,
    List<Posting> open,
    List<AggregateRating> ratings) {
  private static final int MOST = 100;

  /** The name to show: the newest, else what other sites call it, else its id. */
  String name() {
    if (!names.isEmpty()) return names.getFirst();
    return ratings.stream()
        .map(rating -> rating.itemReviewed().name())
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .or(() -> identifier)
        .or(() -> members.stream().findFirst().map(RequesterId::key))
        .orElse("");
  }

  /** The requester of a page's address, by the id on the platform, else by name. */
  static RequesterView find(SiteInstance instance, String word) {
    int colon = word.indexOf(':');
    if (colon < 1 || colon == word.length() - 1) throw new Missing(Reason.of("requester-address"));
    String platform = word.substring(0, colon);
    String name = word.substring(colon + 1);
    return RequesterId.parse(word)
        .flatMap(asked -> of(instance, asked))
        .or(() -> byName(instance, platform, name))
        .orElseThrow(() -> new Missing(Reason.of("nothing-known-of").with("name", name)));
  }

  private static Optional<RequesterView> of(SiteInstance instance, RequesterId id) {
    Optional<Requesters.Known> known = instance.store().requesters().known(id);
    List<RequesterId> members = known.map(Requesters.Known::members).orElse(List.of(id));
    List<AggregateRating> ratings = ratings(instance, members);
    if (known.isEmpty() && ratings.isEmpty() && !isReviewed(instance, id)) return Optional.empty();
    return Optional.of(
        new RequesterView(
            id.platform(),
            identifiers(members).findFirst(),
            known.map(RequesterView::names).orElse(List.of()),
            List.of(),
            members,
            known,
            instance.store().postings().openOfRequesters(members, MOST),
            ratings));
  }

  private static Optional<RequesterView> byName(
      SiteInstance instance, String platform, String name) {
    List<RequesterId> ids = instance.store().requesters().named(platform, name);
    if (ids.isEmpty()) return Optional.empty();
    if (ids.size() == 1) return of(instance, ids.getFirst());
    return Optional.of(
        new RequesterView(
            platform,
            Optional.empty(),
            List.of(name),
            identifiers(ids).toList(),
            List.of(),
            Optional.empty(),
            instance.store().postings().openOfRequesters(ids, MOST),
            List.of()));
  }

  /** A requester of whom only workers tell. */
  private static boolean isReviewed(SiteInstance instance, RequesterId id) {
    return instance.store().statements(said -> said.conducts().of(id)).isPresent();
  }

  private static List<String> names(Requesters.Known known) {
    return known.names().stream().map(Requesters.Name::name).toList();
  }

  private static Stream<String> identifiers(List<RequesterId> ids) {
    return ids.stream()
        .filter(id -> id.kind() == RequesterId.Kind.IDENTIFIER)
        .map(RequesterId::key);
  }

  private static List<AggregateRating> ratings(SiteInstance instance, List<RequesterId> members) {
    List<AggregateRating> all = new ArrayList<>();
    for (RequesterId id : members)
      all.addAll(
          instance
              .store()
              .ratings()
              .of(id.platform(), List.of(id.key()))
              .getOrDefault(id.key(), List.of()));
    return all;
  }

  /** Her names with the dates between which they were seen, the newest first. */
  List<Requesters.Name> dated() {
    return known.map(Requesters.Known::names).orElse(List.of());
  }

  /** How many tasks are open, beyond those listed too. */
  int openTasks() {
    return known.map(Requesters.Known::open).orElse(open.size());
  }

  /** Names that it had before, or has elsewhere. */
  Set<String> otherNames() {
    Set<String> others = new LinkedHashSet<>(names);
    for (AggregateRating rating : ratings)
      if (rating.itemReviewed().name() != null) others.add(rating.itemReviewed().name());
    others.remove(name());
    return others;
  }

  /** The page of a posting's requester. */
  public static Optional<String> url(JobPosting posting) {
    return RequesterId.of(posting).map(Urls::requester);
  }

  /** What the terms of a rating's site oblige us to show; the site's name at least. */
  static String attribution(AggregateRating rating, SiteInstance instance) {
    return instance
        .sources()
        .byId(rating.source())
        .flatMap(source -> source.about().attribution())
        .orElse(rating.author());
  }
}
