package worthwhile.search.lucene;

import worthwhile.search.PostingFacts;

/** What few postings are, one bit each, so that one look tells the pass over an index of most. */
final class Flags {
  static final int CLOSED = 1;
  static final int FULL = 2;

  /** It has a last day. */
  static final int ENDS = 4;

  /** It has copies. */
  static final int COPIED = 8;

  static final int WORLDWIDE = 16;

  /** It excludes countries. */
  static final int EXCLUDES = 32;

  private Flags() {}

  static int of(PostingFacts facts) {
    return (facts.closed() ? CLOSED : 0)
        | (facts.full() ? FULL : 0)
        | (facts.ends().isPresent() ? ENDS : 0)
        | (facts.task() == 0 ? 0 : COPIED)
        | (facts.worldwide() ? WORLDWIDE : 0)
        | (facts.limit().ineligible().isEmpty() ? 0 : EXCLUDES);
  }
}
