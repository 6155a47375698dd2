package worthwhile.forward;

import java.util.List;
import worthwhile.extract.Extraction;

/** What became of a page or task that a worker's browser passed on. */
public sealed interface ForwardResult {
  /**
   * It was read.
   *
   * @param ids of the postings, in the page's order
   * @param added postings that are new for everybody
   * @param changed postings that changed for everybody
   * @param confirmed postings that two workers have seen now
   * @param held postings that others do not see so, until another worker sees the same
   * @param rejected rows that could not become postings
   * @param leftOut rows that are left out on purpose
   * @param tooMany new postings that were not taken: the account has told enough for a day
   */
  record Rows(
      List<String> ids,
      int added,
      int changed,
      int confirmed,
      int held,
      List<Extraction.Rejected> rejected,
      int leftOut,
      int tooMany)
      implements ForwardResult {
    public Rows {
      ids = List.copyOf(ids);
      rejected = List.copyOf(rejected);
    }
  }

  /** It says that nothing is on offer to this worker, which closes nothing. */
  record Nothing() implements ForwardResult {}

  /** A task's own page says that the task is gone; whether that closed it. */
  record Gone(String id, boolean closed) implements ForwardResult {}

  /** It was not taken, and nothing changed. */
  record Refused(String reason) implements ForwardResult {}
}
