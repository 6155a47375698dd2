package worthwhile.community;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import worthwhile.fetch.Fetcher;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.source.Access;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;

/**
 * What this instance itself read of a requester: what a worker's browser passed on proves nothing,
 * since whoever claims could have written it.
 */
final class OwnDomains {
  private static final int MOST = 200;

  private final Store store;
  private final Sources sources;

  OwnDomains(Store store, Sources sources) {
    this.store = store;
    this.sources = sources;
  }

  /** Open tasks of a requester that were read where everybody can read them. */
  List<Posting> read(List<RequesterId> members) {
    return store.postings().openOfRequesters(members, MOST).stream()
        .filter(this::isReadHere)
        .toList();
  }

  private boolean isReadHere(Posting posting) {
    boolean isForwarded =
        posting.standing().confirmed() != null || posting.standing().seenOnlyByYou() != null;
    return !isForwarded
        && sources
            .byId(posting.job().source())
            .map(source -> source.about().access())
            .filter(access -> access == Access.PUBLIC || access == Access.KEY)
            .isPresent();
  }

  /** Domains that the requester's tasks name as hers, without those of platforms and sources. */
  NavigableSet<String> of(List<RequesterId> members) {
    NavigableSet<String> domains = new TreeSet<>();
    for (Posting posting : read(members))
      urls(posting.job()).forEach(url -> registered(url).ifPresent(domains::add));
    if (!domains.isEmpty()) domains.removeAll(others());
    return domains;
  }

  private static Stream<String> urls(JobPosting job) {
    String own = job.hiringOrganization() == null ? null : job.hiringOrganization().url();
    return Stream.of(Optional.ofNullable(own), Optional.ofNullable(job.url()))
        .flatMap(Optional::stream);
  }

  private Set<String> others() {
    Set<String> others = new HashSet<>();
    sources
        .platforms()
        .forEach(
            platform -> {
              platform.homepage().flatMap(OwnDomains::registered).ifPresent(others::add);
              platform
                  .particulars()
                  .domains()
                  .forEach(domain -> registered("https://" + domain.name()).ifPresent(others::add));
            });
    sources
        .all()
        .forEach(
            source -> source.homepage().flatMap(OwnDomains::registered).ifPresent(others::add));
    return others;
  }

  /** What stands for the owner of an address of the web; absent if it is none. */
  static Optional<String> registered(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .flatMap(Fetcher::registeredDomain);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
