package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import worthwhile.posting.JobPosting;

/**
 * A batch as it might be met: with some of its workers heard, and the requester's others known or
 * not.
 *
 * @param evidence in words
 * @param reports how many workers are heard
 * @param posting with their reports
 * @param others the requester's other tasks, each with all of its reports; empty if not known
 */
record Trial(String evidence, int reports, JobPosting posting, List<JobPosting> others) {
  /** A batch with fewer assignments does not tell what is typical. */
  private static final int FEWEST_ASSIGNMENTS = 20;

  private static final List<Integer> REPORTS = List.of(1, 2, 5, 10);
  private static final List<Integer> MORE_REPORTS = List.of(1, 5);

  /**
   * The ways to meet a batch; none if it has too few assignments.
   *
   * <p>Reports are drawn by chance, one for each of so many workers; the draws follow from the
   * data, so that two runs say the same.
   *
   * @param all batches of its requester that may be known
   */
  static List<Trial> of(AssignmentBatch batch, List<AssignmentBatch> all, int draws) {
    if (batch.assignments() < FEWEST_ASSIGNMENTS) return List.of();
    @SuppressWarnings("ReferenceEquality") // This very batch is left out, not what equals it.
    List<JobPosting> others =
        all.stream().filter(other -> other != batch).map(AssignmentBatch::known).toList();
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial("listing only", 0, batch.posting(), List.of()));
    if (!others.isEmpty())
      trials.add(new Trial("requester's other tasks", 0, batch.posting(), others));
    RandomGenerator chance = new Random(batch.posting().identifier().hashCode());
    for (int draw = 0; draw < draws; draw++) {
      for (int number : REPORTS)
        if (number <= batch.workers())
          trials.add(
              new Trial(reports(number), number, batch.reportedBy(number, chance), List.of()));
      for (int number : MORE_REPORTS)
        if (number <= batch.workers() && !others.isEmpty())
          trials.add(
              new Trial(
                  "other tasks, " + reports(number),
                  number,
                  batch.reportedBy(number, chance),
                  others));
    }
    return trials;
  }

  static String reports(int number) {
    return number == 1 ? "1 report" : number + " reports";
  }
}
