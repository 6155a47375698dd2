package worthwhile.alert.saved;

import worthwhile.reputation.statement.Worded;

/** What a saved search watches. */
public enum WatchKind implements Worded {
  /** Postings that a search finds. */
  SEARCH,
  /** Postings of a platform that offered none for some time before. */
  PLATFORM_WOKE,
  /** What changes about a platform itself: its card, its deadlines, that it closes. */
  PLATFORM_CHANGES
}
