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
 * @param open tasks that are open or always open, the newest first
 * @param ratings what other sites say
 */
public record RequesterView(
    String platform,
    Optional<String> identifier,
    List<String> names,
    List<String> namesakes,
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
        .orElse("");
  }

  /** By the id on the platform, else by name; absent if nothing is known of either. */
  static Optional<RequesterView> find(SiteInstance instance, String platform, String word) {
    RequesterId asked =
        RequesterId.parse(platform + ":" + word)
            .orElseThrow(() -> new Missing("Nothing is known of " + word + " there."));
    return of(instance, asked).or(() -> byName(instance, platform, word));
  }

  private static Optional<RequesterView> of(SiteInstance instance, RequesterId id) {
    Optional<Requesters.Known> known = instance.store().requesters().known(id);
    List<RequesterId> members = known.map(Requesters.Known::members).orElse(List.of(id));
    List<AggregateRating> ratings = ratings(instance, members);
    if (known.isEmpty() && ratings.isEmpty()) return Optional.empty();
    return Optional.of(
        new RequesterView(
            id.platform(),
            identifiers(members).findFirst(),
            known.map(RequesterView::names).orElse(List.of()),
            List.of(),
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
            instance.store().postings().openOfRequesters(ids, MOST),
            List.of()));
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
