package worthwhile.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;

/**
 * Assesses many postings on all processors. What is known beside each is looked up on the caller's
 * thread, some postings at a time; only what follows from that alone is worked out side by side, so
 * the outcome is the same as on one thread, in the same order.
 */
final class SideBySide {
  /** So many are looked up before they are assessed: what is known of them is held meanwhile. */
  private static final int STEP = 256;

  /** Fewer are not worth sharing out. */
  private static final int FEW = 8;

  private SideBySide() {}

  /** What became of one posting. */
  private sealed interface Outcome {
    record Assessed(Posting posting) implements Outcome {}

    record Failed(RuntimeException reason) implements Outcome {}
  }

  /**
   * The postings with their assessments.
   *
   * @param known what is known beside a posting, that any thread may ask
   * @throws RuntimeException what the first posting fails with that fails
   */
  static List<Posting> assess(
      List<Posting> postings, Function<JobPosting, Evidence> known, Assessor.Step step) {
    List<Posting> all = new ArrayList<>(postings.size());
    for (int from = 0; from < postings.size(); from += STEP) {
      List<Posting> some = postings.subList(from, Math.min(from + STEP, postings.size()));
      List<Evidence> evidence = some.stream().map(each -> known.apply(each.job())).toList();
      IntStream places = IntStream.range(0, some.size());
      List<Outcome> outcomes =
          (some.size() < FEW ? places : places.parallel())
              .mapToObj(at -> outcome(some.get(at), evidence.get(at), step))
              .toList();
      for (Outcome outcome : outcomes) all.add(assessed(outcome));
    }
    return all;
  }

  private static Outcome outcome(Posting posting, Evidence evidence, Assessor.Step step) {
    try {
      return new Outcome.Assessed(
          posting.with(step.assess(posting.job(), evidence, posting.assessment())));
    } catch (RuntimeException e) {
      return new Outcome.Failed(e);
    }
  }

  private static Posting assessed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Assessed(Posting posting) -> posting;
      case Outcome.Failed(RuntimeException reason) -> throw reason;
    };
  }
}
