package worthwhile.store.source;

import worthwhile.posting.word.Worded;

/** What can be done to the instance so that it stands in the log. */
public enum Deed implements Worded {
  /** A source is not read until somebody says so. */
  PAUSED,
  /** A paused source is read again. */
  RESUMED,
  /** A source is read now and not when it is due. */
  RUN_NOW,
  /** A source is read now, and what it says is believed though it is unlike earlier runs. */
  RUN_BELIEVED,
  /** A batch that was held back came in. */
  RELEASED,
  /** A batch that was held back was thrown away. */
  THROWN_AWAY,
  /** A source changed too much to be believed and is tried once a day. */
  QUARANTINED,
  /** A source refuses and is tried once in some days. */
  SUSPENDED,
  /** A source that was quarantined or suspended is well again. */
  RECOVERED,
  /** The program began to serve, and read its settings. */
  STARTED,
  /** The index was built anew. */
  REINDEXED,
  /** A message that was given up is tried again. */
  MESSAGE_RETRIED,
  /** A message that was given up was put aside. */
  MESSAGE_DROPPED,
  /** A trouble with alerts was acknowledged. */
  TROUBLE_ACKNOWLEDGED;

  static Deed of(String word) {
    return Worded.of(Deed.class, word)
        .orElseThrow(() -> new IllegalArgumentException("no deed is called " + word));
  }
}
