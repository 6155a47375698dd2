package worthwhile.reputation.statement;

import worthwhile.posting.word.Worded;

/** What became of a task that somebody took. */
public enum Outcome implements Worded {
  /** Paid for. */
  PAID,
  /** Done and not paid for. */
  REJECTED,
  /** Given back by the worker. */
  RETURNED,
  /** Sent away after a few questions. */
  SCREENED_OUT,
  /** Taken away because the time was over. */
  TIMED_OUT,
  /** It could not be done: a page that does not load, a code that does not come. */
  BROKEN,
  /** Handed in; nothing has come of it yet. */
  PENDING
}
