package worthwhile.flow;

import java.util.List;
import java.util.Map;
import worthwhile.posting.JobPosting;
import worthwhile.store.posting.Writing;

/**
 * Decides which rows of a batch count, inside the transaction that stores them, so that two
 * processes which decide at the same time decide one after the other.
 */
@FunctionalInterface
public interface Admission {
  /**
   * What was decided.
   *
   * @param rows those that count
   * @param confirmed whether two workers saw a row, by id
   * @param agreed how many rows two workers have seen by now that they had not before
   * @param held how many rows wait for a second worker
   */
  record Admitted(List<JobPosting> rows, Map<String, Boolean> confirmed, int agreed, int held) {
    public Admitted {
      rows = List.copyOf(rows);
      confirmed = Map.copyOf(confirmed);
    }

    /** All of them, as read from their source itself. */
    static Admitted all(List<JobPosting> rows) {
      return new Admitted(rows, Map.of(), 0, 0);
    }
  }

  /** Decides; may be asked again where another process was writing. */
  Admitted admit(List<JobPosting> rows, Writing writing);
}
