package worthwhile.alert.saved;

import worthwhile.posting.word.Worded;

/** What a saved search is told of. */
public enum Watched implements Worded {
  /** Each posting that it finds. */
  POSTINGS,
  /**
   * Its platforms, when they have new postings after a long time without; the first that it finds.
   */
  WOKE,
  /** What changes at its platforms: deadlines, rules, their end. */
  CHANGES
}
