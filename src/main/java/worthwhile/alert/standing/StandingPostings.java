package worthwhile.alert.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.posting.Posting;
import worthwhile.store.posting.Postings;

/**
 * Postings as they stand at the time of asking. Whatever changes one of them gives the store a new
 * revision; while it has the same, some thousand are kept, so that one that thousands are told of
 * is not read for each thousand anew. May be used by many threads.
 */
public final class StandingPostings {
  private static final int MOST = 5_000;

  private volatile Kept kept = new Kept(-1);

  private record Kept(long revision, Cache<String, Posting> all) {
    Kept(long revision) {
      this(revision, Caffeine.newBuilder().maximumSize(MOST).build());
    }
  }

  /** Those with these ids, by id; what is forgotten is not there. */
  public Map<String, Posting> byIds(Postings postings, Collection<String> ids) {
    Cache<String, Posting> known = at(postings.revision()).all();
    Map<String, Posting> standing = new HashMap<>(known.getAllPresent(ids));
    List<String> others = ids.stream().filter(id -> !standing.containsKey(id)).toList();
    if (others.isEmpty()) return standing;
    Map<String, Posting> fresh = postings.byIds(others);
    known.putAll(fresh);
    standing.putAll(fresh);
    return standing;
  }

  /** What was read at a revision or, since it is read after that was asked, later. */
  private Kept at(long revision) {
    Kept now = kept;
    if (now.revision() == revision) return now;
    Kept empty = new Kept(revision);
    kept = empty;
    return empty;
  }
}
