package worthwhile.intake;

import java.util.Set;
import worthwhile.posting.JobPosting;

/** What one posting of a run means; {@code posting} is what is to be stored, dates and all. */
public sealed interface Change {
  /** The posting as it is to be stored. */
  JobPosting posting();

  /** Never seen before. */
  record New(JobPosting posting) implements Change {}

  /** Known, and something a reader would notice is different. */
  record Changed(JobPosting posting, JobPosting before, Set<String> fields) implements Change {}

  /** Known and the same; only {@code lastSeen} moves. */
  record Unchanged(JobPosting posting) implements Change {}

  /** Had closed (or came under another identifier) and is back. */
  record Reposted(JobPosting posting, JobPosting before) implements Change {}

  /** The same work as a posting of another source; both name each other. */
  record Duplicate(JobPosting posting, String of) implements Change {}

  /**
   * Known, and new evidence says something else of its pay. Only {@code pay} counts; everything
   * else stays as it is stored.
   */
  record Repriced(JobPosting posting) implements Change {}

  /** Not in a complete run for the first time. */
  record Missing(JobPosting posting) implements Change {}

  /** Closed, for the reason that the posting carries. */
  record Closed(JobPosting posting) implements Change {}
}
