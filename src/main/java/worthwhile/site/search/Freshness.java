package worthwhile.site.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.search.SearchResult;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.SourceDefinition;
import worthwhile.store.source.SourceStates;

/**
 * When a platform of a list was last read, in words such as "Prolific 4 min". Where several of its
 * sources are listed, the one that was not read for longest counts.
 *
 * @param stale whether it was not read for three times its usual interval
 */
record Freshness(String platform, Instant read, boolean stale, Instant now) {
  private static final int MOST = 5;
  private static final int TIMES = 3;

  private static final Comparator<Freshness> WORST =
      Comparator.comparing(Freshness::stale).reversed().thenComparing(Freshness::read);

  /** For the platforms of these results, at most five, the stalest first, a second old at most. */
  static List<Freshness> of(List<SearchResult.Hit> hits, SiteInstance instance) {
    Set<String> listed =
        hits.stream().map(hit -> hit.posting().job().source()).collect(Collectors.toSet());
    Map<String, Freshness> worst = new HashMap<>();
    if (listed.isEmpty()) return List.of();
    for (SourceStates.State state : instance.store().sourceStates().lately())
      if (listed.contains(state.source()))
        of(state, instance).ifPresent(each -> worst.merge(each.platform(), each, Freshness::worse));
    return worst.values().stream().sorted(WORST).limit(MOST).toList();
  }

  private static Optional<Freshness> of(SourceStates.State state, SiteInstance instance) {
    Optional<SourceDefinition> source = instance.sources().byId(state.source());
    if (source.isEmpty() || state.lastSuccess().isEmpty()) return Optional.empty();
    Instant read = state.lastSuccess().get();
    Duration usual = state.interval().orElse(source.get().fetch().every());
    boolean byItself = source.get().companion().isEmpty();
    boolean stale = byItself && read.plus(usual.multipliedBy(TIMES)).isBefore(instance.now());
    String name = instance.platformName(source.get().platform());
    return Optional.of(new Freshness(name, read, stale, instance.now()));
  }

  private static Freshness worse(Freshness one, Freshness other) {
    return WORST.compare(one, other) <= 0 ? one : other;
  }

  /** In words: Prolific 4 min, Microworkers stale 3 h. */
  String text() {
    return Reason.of("source-read")
        .with("platform", platform)
        .with("stale", stale ? "yes" : "no")
        .with("age", Show.age(read, now))
        .said();
  }
}
