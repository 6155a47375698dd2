package worthwhile.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Posting;

/**
 * What a search found.
 *
 * @param total number of matching tasks, exact: as many as paging reaches
 * @param hits one page of them
 * @param facets for {@code platform}, {@code category}, {@code requester} and {@code country}: the
 *     most frequent values, each facet counted with all other filters applied
 * @param groups how many tasks fit but stand apart, and why; those that the search leaves out too
 * @param suggestion a spelling that would find more; absent if there is none
 * @param relaxed what was searched instead because no posting has the words; absent if one has
 * @param tookNanos time in the index
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<String, List<FacetCount>> facets,
    Map<Apart, Long> groups,
    Optional<String> suggestion,
    Optional<Relaxed> relaxed,
    long tookNanos) {
  /**
   * One result. Its marks are looked for when they are asked for: most who search show none.
   *
   * @param group why it stands apart; absent if it does not
   */
  public record Hit(Posting posting, Optional<Apart> group, Marks marks) {
    /** Title with matches marked, escaped; it holds no tag but {@code <mark>}. */
    public String titleHtml() {
      return marks.title(posting);
    }

    /** The best piece of the description, marked and escaped so too; empty if there is none. */
    public String snippetHtml() {
      return marks.snippet(posting);
    }
  }

  /** Marks what was searched for in texts of a posting; for one thread. */
  public interface Marks {
    String title(Posting posting);

    String snippet(Posting posting);
  }

  /** What is searched where no posting has the words of a search. */
  public sealed interface Relaxed {
    /** Any of the words. */
    record AnyWord() implements Relaxed {}

    /** Words that are spelled nearly so. */
    record Respelled(String words) implements Relaxed {}
  }

  /**
   * One value of a facet.
   *
   * @param count tasks that a choice of it finds
   * @param sure those of them that do not stand apart; null if none does
   */
  public record FacetCount(String value, long count, @Nullable Long sure) {
    public FacetCount(String value, long count) {
      this(value, count, null);
    }
  }
}
