package worthwhile.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.store.posting.Writing;

/**
 * Decides which rows of a batch count for everybody, inside the transaction that stores them, so
 * that two processes which decide at the same time decide one after the other.
 */
public interface Admission {
  /**
   * What was decided.
   *
   * @param rows those that count for everybody
   * @param confirmed whether two workers saw a row, by id
   * @param own those that are kept for their sender
   * @param agreed how many rows two workers have seen by now that they had not before
   * @param held how many rows wait for a second worker
   * @param tooMany ids of rows that were not taken: their sender has told enough for a day
   */
  record Admitted(
      List<JobPosting> rows,
      Map<String, Boolean> confirmed,
      List<JobPosting> own,
      int agreed,
      int held,
      Set<String> tooMany) {
    public Admitted {
      rows = List.copyOf(rows);
      confirmed = Map.copyOf(confirmed);
      own = List.copyOf(own);
      tooMany = Set.copyOf(tooMany);
    }

    /** All of them, as read from their source itself. */
    static Admitted all(List<JobPosting> rows) {
      return new Admitted(rows, Map.of(), List.of(), 0, 0, Set.of());
    }
  }

  /** Decides; may be asked again where another process was writing. */
  Admitted admit(List<JobPosting> rows, Writing writing);

  /** Keeps rows for their sender, assessed; called once those that count are written. */
  void keep(List<Posting> own, Writing writing);
}
