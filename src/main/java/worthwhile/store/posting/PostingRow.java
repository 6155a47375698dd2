package worthwhile.store.posting;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Posting;

/**
 * A posting as its row is to be.
 *
 * @param json the source's words as they are stored
 * @param steps what is to stand in its history
 */
record PostingRow(Posting posting, String json, List<Step> steps) {
  /**
   * One row of history.
   *
   * @param was what the posting's numbers were before; absent if it was not there
   */
  record Step(String what, String detail, Optional<Earlier> was) {
    Step(String what, String detail) {
      this(what, detail, Optional.empty());
    }
  }
}
