package worthwhile.site.operate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.site.view.Labels;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.SourceDefinition;
import worthwhile.store.posting.Postings;
import worthwhile.store.source.Runs;

/**
 * A source with how it fares.
 *
 * @param open postings of it that are on offer
 * @param held whether a batch of it waits for a person
 */
record SourceLine(SiteInstance.Standing standing, Fares fares, long open, boolean held) {
  private static final Comparator<SourceLine> GRAVEST_FIRST =
      Comparator.comparing(SourceLine::fares)
          .thenComparing(SourceLine::unwellSince)
          .thenComparing(line -> line.standing().source().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(SourceLine::id);

  /** All sources, those that need somebody first. */
  static List<SourceLine> all(SiteInstance instance) {
    Instant now = instance.now();
    Map<String, Long> open = open(instance.store().postings().counts());
    Set<String> held =
        instance.store().heldRuns().all().stream()
            .map(Runs.Run::source)
            .collect(Collectors.toSet());
    return instance.standings().stream()
        .map(standing -> of(standing, held, open, now))
        .sorted(GRAVEST_FIRST)
        .toList();
  }

  private static SourceLine of(
      SiteInstance.Standing standing, Set<String> held, Map<String, Long> open, Instant now) {
    String id = standing.source().id();
    boolean waits = held.contains(id);
    return new SourceLine(
        standing, Fares.of(standing, waits, now), open.getOrDefault(id, 0L), waits);
  }

  /** One source. */
  static SourceLine of(SourceDefinition source, SiteInstance instance) {
    return all(instance).stream()
        .filter(line -> line.id().equals(source.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> open(List<Postings.StateCount> counts) {
    return counts.stream()
        .filter(count -> !count.state().equals("closed"))
        .collect(
            Collectors.groupingBy(
                Postings.StateCount::source, Collectors.summingLong(Postings.StateCount::count)));
  }

  /** What needs nobody stands in the order of its names. */
  private Instant unwellSince() {
    return fares.needsAttention() ? standing.state().since() : Instant.EPOCH;
  }

  String id() {
    return standing.source().id();
  }

  /** Its page, for the operator. */
  String page() {
    return SourceCarePage.path(id());
  }

  Optional<Instant> lastSuccess() {
    return standing.state().lastSuccess();
  }

  Optional<Reason> reason() {
    return standing.reason();
  }

  /** What mends it, for the operator. */
  String mend() {
    Optional<Reason> reason = reason();
    return Labels.part(
        "operate.mend." + fares.mend(held, reason),
        "id",
        id(),
        "names",
        reason.map(why -> why.parameters().getOrDefault("names", "")).orElse(""));
  }
}
