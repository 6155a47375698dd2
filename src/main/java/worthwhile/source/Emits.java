package worthwhile.source;

/** What a source's rows become. */
public enum Emits {
  JOB_POSTING,
  DISCUSSION_FORUM_POSTING,
  /** What a site says in sum of a requester. */
  AGGREGATE_RATING
}
