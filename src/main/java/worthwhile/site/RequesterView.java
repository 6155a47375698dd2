package worthwhile.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.store.Requesters;

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
record RequesterView(
    String platform,
    Optional<String> identifier,
    List<String> names,
    List<String> namesakes,
    List<JobPosting> open,
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
    return byId(instance, platform, word).or(() -> byName(instance, platform, word));
  }

  private static Optional<RequesterView> byId(SiteInstance instance, String platform, String id) {
    Optional<Requesters.Known> known =
        Optional.ofNullable(instance.store().requesters().known(platform, List.of(id)).get(id));
    List<AggregateRating> ratings = ratings(instance, platform, List.of(id));
    if (known.isEmpty() && ratings.isEmpty()) return Optional.empty();
    return Optional.of(
        new RequesterView(
            platform,
            Optional.of(id),
            known.map(Requesters.Known::names).orElse(List.of()),
            List.of(),
            instance.store().postings().openOfRequesterId(platform, id, MOST),
            ratings));
  }

  private static Optional<RequesterView> byName(
      SiteInstance instance, String platform, String name) {
    if (instance.store().postings().ofRequester(platform, name, 1).isEmpty())
      return Optional.empty();
    List<String> ids = instance.store().requesters().ids(platform, name);
    boolean one = ids.size() == 1;
    return Optional.of(
        new RequesterView(
            platform,
            one ? Optional.of(ids.getFirst()) : Optional.empty(),
            List.of(name),
            one ? List.of() : ids,
            instance.store().postings().openOfRequester(platform, name, MOST),
            one ? ratings(instance, platform, ids) : List.of()));
  }

  private static List<AggregateRating> ratings(
      SiteInstance instance, String platform, List<String> ids) {
    List<AggregateRating> all = new ArrayList<>();
    Map<String, List<AggregateRating>> found = instance.store().ratings().of(platform, ids);
    for (String id : ids) all.addAll(found.getOrDefault(id, List.of()));
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

  /** The page of a posting's requester: by id where there is one, since names change. */
  static Optional<String> url(JobPosting posting) {
    return Optional.ofNullable(posting.hiringOrganization())
        .map(by -> Urls.requester(posting.platform(), word(by)));
  }

  private static String word(Organization by) {
    return by.identifier() == null ? by.name() : by.identifier();
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
