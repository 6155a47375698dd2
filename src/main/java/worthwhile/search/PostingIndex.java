package worthwhile.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.Posting;

/**
 * The index of postings: can be lost and rebuilt from the store at any time. Safe for use by many
 * threads.
 *
 * <p>What is put is searchable within a second and, without {@link #flush}, safe from a crash
 * within a minute; after one {@link #revision} says from where the store has to be read again.
 */
public interface PostingIndex extends AutoCloseable {
  /** How long a posting that has closed can still be found by who asks for such ones. */
  Duration CLOSED_FOR = Duration.ofDays(30);

  /** The store's revision up to which the index has everything; 0 for an empty index. */
  long revision();

  /** What was last noted of where its postings come from; empty for a new index. */
  String origin();

  /** Notes where its postings come from, in words that mean nothing to the index. */
  void note(String origin);

  /** Whether nothing can be put any more, because a file could not be read or written. */
  boolean isBroken();

  /**
   * Reads all of the index as it is on disk and compares it with its checksums: seconds for each
   * gigabyte.
   *
   * @return what is wrong; absent if nothing is
   */
  Optional<String> damage();

  /** Number of postings in the index that are not closed. */
  long size();

  /** Bytes that it takes on the disk; 0 if it takes none. */
  long bytes();

  /** Adds or replaces postings, see below; none is gone. */
  default void put(Collection<Posting> postings, long revision) {
    put(postings, Set.of(), revision);
  }

  /**
   * Adds or replaces postings (those that closed long ago are taken out) and notes the store's
   * revision. Visible to searches within a second.
   *
   * @param gone ids of postings that are no longer there at all
   */
  void put(Collection<Posting> postings, Set<String> gone, long revision);

  /** Makes everything put so far visible to the next search. It is safe from a crash soon after. */
  void show();

  /** Makes everything put so far visible to the next search and safe from a crash. */
  void flush();

  /**
   * Builds a new index from these postings while the old one serves, then swaps. What is put in the
   * meantime is in the new one too. If it fails, the old one goes on serving.
   *
   * @param postings each posting once
   * @param revision the store's revision when they were read
   */
  void rebuild(Stream<Posting> postings, long revision);

  /** Finds exactly the postings that the search accepts, as {@link PostingMatcher} has it. */
  SearchResult search(SearchQuery query);

  /**
   * As {@link #search}, but where no posting has the words, those that are spelled nearly so
   * suffice, else any of them.
   */
  SearchResult searchOrRelax(SearchQuery query);

  /** As {@link #searchOrRelax(SearchQuery)}, as if a reader's own postings were in the index. */
  SearchResult searchOrRelax(SearchQuery query, Besides own);

  /** As {@link #searchOrRelax(SearchQuery)}, for one reader. */
  SearchResult searchFor(SearchQuery query, Viewer viewer);

  /**
   * For whom is searched.
   *
   * @param own what she alone finds beside the index; absent if nothing
   * @param without ids of postings that are passed over
   * @param fit what the order {@link Sort#BEST} goes by beside worth
   * @param seenAfter only what was first seen after this moment is found; absent for all
   */
  record Viewer(Optional<Besides> own, Set<String> without, Fit fit, Optional<Instant> seenAfter) {
    /** Anybody. */
    public static final Viewer ANYBODY =
        new Viewer(Optional.empty(), Set.of(), Fit.NONE, Optional.empty());

    public Viewer {
      without = Set.copyOf(without);
    }

    /** The same, finding only what was first seen after a moment. */
    public Viewer seenAfter(Instant moment) {
      return new Viewer(own, without, fit, Optional.of(moment));
    }

    /** The same, passing nothing over. */
    public Viewer withAll() {
      return new Viewer(own, Set.of(), fit, seenAfter);
    }
  }

  /**
   * Each posting that is not closed or was seen within {@link #CLOSED_FOR}, for figures over all of
   * them.
   */
  List<Offered> offered();

  /** How many postings that are not closed each platform has, by its id. */
  Map<String, Long> openByPlatform();

  /** What searches know of a posting, in this index or not. */
  PostingFacts facts(Posting posting);

  /** How this index reads texts and words. */
  Vocabulary vocabulary();

  /** Gives up a rebuild, flushes and closes; nothing may be called afterwards. */
  @Override
  void close();
}
