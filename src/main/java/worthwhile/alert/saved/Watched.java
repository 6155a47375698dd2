package worthwhile.alert.saved;

import worthwhile.reputation.statement.Worded;

/** Of what a saved search hears. */
public enum Watched implements Worded {
  /** Of every posting that it finds. */
  POSTINGS,
  /** Of those only by which a platform wakes up after a quiet time. */
  WOKE
}
