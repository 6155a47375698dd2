package worthwhile.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Posting;

/**
 * What a search found.
 *
 * @param total number of matching postings, exact
 * @param hits one page of them
 * @param facets for {@code platform}, {@code category}, {@code requester} and {@code country}: the
 *     most frequent values, each facet counted with all other filters applied
 * @param suggestion a spelling that would find more; absent if there is none
 * @param relaxed what was searched instead because no posting has the words; absent if one has
 * @param tookNanos time in the index
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<String, List<FacetCount>> facets,
    Optional<String> suggestion,
    Optional<Relaxed> relaxed,
    long tookNanos) {
  /**
   * One result. The two HTML parts are escaped and hold no tag but {@code <mark>}.
   *
   * @param titleHtml title with matches marked
   * @param snippetHtml the best piece of the description with matches marked; empty if none
   */
  public record Hit(Posting posting, String titleHtml, String snippetHtml) {}

  /** What is searched where no posting has the words of a search. */
  public sealed interface Relaxed {
    /** Any of the words. */
    record AnyWord() implements Relaxed {}

    /** Words that are spelled nearly so. */
    record Respelled(String words) implements Relaxed {}
  }

  /** One value of a facet. */
  public record FacetCount(String value, long count) {}
}
