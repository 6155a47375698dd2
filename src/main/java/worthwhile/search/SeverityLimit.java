package worthwhile.search;

import worthwhile.posting.word.Worded;

/** The gravest warning that a posting may carry to be found. */
public enum SeverityLimit implements Worded {
  /** No warning at all. */
  NONE,
  /** Notes only. */
  NOTE,
  /** Everything but dangers. */
  CAUTION;
}
