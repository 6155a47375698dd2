package worthwhile.reputation.statement;

import worthwhile.posting.word.Worded;

/** Why work was not paid for, as the requester gave it to the worker. */
public enum RejectionCause implements Worded {
  QUALITY,
  TOO_FAST,
  TIMED_OUT,
  ATTENTION_CHECK,
  DUPLICATE,
  NOT_ELIGIBLE,
  NO_REASON,
  OTHER
}
