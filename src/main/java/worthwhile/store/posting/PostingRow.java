package worthwhile.store.posting;

import java.util.List;
import worthwhile.posting.Posting;

/**
 * A posting as its row is to be.
 *
 * @param json the source's words as they are stored
 * @param steps what is to stand in its history
 */
record PostingRow(Posting posting, String json, List<Step> steps) {
  /** One row of history. */
  record Step(String what, String detail) {}
}
