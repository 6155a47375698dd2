package worthwhile.store;

import java.util.List;
import worthwhile.posting.JobPosting;

/**
 * A posting as its row is to be.
 *
 * @param json as it is stored: without {@code lastSeen}
 * @param steps what is to stand in its history
 */
record PostingRow(JobPosting posting, String json, List<Step> steps) {
  /** One row of history. */
  record Step(String what, String detail) {}
}
