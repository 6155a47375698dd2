package worthwhile.alert.saved;

import worthwhile.posting.word.Worded;

/** What can keep people from being told of what there is. */
public enum TroubleKind implements Worded {
  /** What is due is not sent. */
  LATE,
  /** More than usual could not be sent and was given up. */
  DEAD_LETTERS,
  /** The proof that matching works failed twice in a row. */
  CANARY,
  /** What happened is not looked at. */
  BEHIND,
  /** A channel could not be signed in to twice in a row. */
  CHANNEL,
  /** A source that was read well is not any more; there may be one for each. */
  SOURCE
}
