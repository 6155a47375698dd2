package worthwhile.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;

/**
 * Assesses many postings on all processors, and none twice by the same knowledge: a batch that is
 * decided once more because something else was stored meanwhile has most of its outcomes already.
 * For one thread and one batch.
 *
 * <p>What is known beside each is looked up on the caller's thread, some postings at a time; only
 * what follows from that alone is worked out side by side, so the outcome is the same as on one
 * thread, in the same order.
 */
final class SideBySide {
  /** So many are looked up before they are assessed: what is known of them is held meanwhile. */
  private static final int STEP = 256;

  /** Fewer are not worth sharing out. */
  private static final int FEW = 8;

  private final Supplier<Assessor.Step> step;

  /** Outcomes by the posting's id. */
  private final Map<String, Known> known = new HashMap<>();

  /** Assesses by one step, made when the first posting is to be assessed. */
  SideBySide(Supplier<Assessor.Step> maker) {
    this.step = new Assessor.Once(maker);
  }

  /** What a posting came to by what was known beside it. */
  private record Known(Posting given, Evidence evidence, Posting assessed) {
    boolean is(Posting posting, Evidence now) {
      return given.equals(posting) && evidence.equals(now);
    }
  }

  /** What became of one posting. */
  private sealed interface Outcome {
    record Assessed(Posting posting) implements Outcome {}

    record Failed(RuntimeException reason) implements Outcome {}
  }

  /**
   * The postings with their assessments.
   *
   * @param evidence what is known beside a posting, that any thread may ask
   * @throws RuntimeException what the first posting fails with that fails
   */
  List<Posting> assess(List<Posting> postings, Function<JobPosting, Evidence> evidence) {
    List<Posting> all = new ArrayList<>(postings.size());
    for (int from = 0; from < postings.size(); from += STEP)
      all.addAll(some(postings.subList(from, Math.min(from + STEP, postings.size())), evidence));
    return all;
  }

  private List<Posting> some(List<Posting> some, Function<JobPosting, Evidence> evidence) {
    List<Evidence> found = some.stream().map(each -> evidence.apply(each.job())).toList();
    IntStream places = IntStream.range(0, some.size());
    List<Outcome> outcomes =
        (some.size() < FEW ? places : places.parallel())
            .mapToObj(at -> outcome(some.get(at), found.get(at)))
            .toList();
    List<Posting> assessed = outcomes.stream().map(SideBySide::assessed).toList();
    for (int at = 0; at < some.size(); at++)
      known.put(some.get(at).id(), new Known(some.get(at), found.get(at), assessed.get(at)));
    return assessed;
  }

  private Outcome outcome(Posting posting, Evidence evidence) {
    Known before = known.get(posting.id());
    if (before != null && before.is(posting, evidence))
      return new Outcome.Assessed(before.assessed());
    try {
      return new Outcome.Assessed(
          posting.with(step.get().assess(posting.job(), evidence, posting.assessment())));
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
