package worthwhile.site.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;
import worthwhile.store.posting.Postings.HistoryRow;

/**
 * A task's history in one sentence: first seen 12 Nov 2026, pay raised once, last seen open 4 min
 * ago.
 */
final class PastSentence {
  private PastSentence() {}

  /**
   * The sentence.
   *
   * @param steps what happened to it
   * @param earlier pay as it was stated before each change of it, oldest first, as far as it is
   *     kept
   */
  static String of(
      Posting posting, List<HistoryRow> steps, List<MonetaryAmount> earlier, Instant now) {
    Instant first = posting.standing().firstSeen();
    Instant last = posting.standing().lastSeen();
    long repriced = steps.stream().filter(PastSentence::isRepriced).count();
    Moves moves = Moves.of(earlier, posting.job().baseSalary());
    boolean told = moves.raised() + moves.lowered() == repriced;
    return Reason.of("task-past")
        .with("first", first == null ? null : Show.day(first))
        .with("raised", told ? moves.raised() : 0)
        .with("lowered", told ? moves.lowered() : 0)
        .with("repriced", told ? 0 : repriced)
        .with("returns", times(steps, "reopened") + times(steps, "reposted"))
        .with("state", posting.state() == PostingState.CLOSED ? "closed" : "open")
        .with("last", last == null ? null : Show.ago(last, now))
        .said();
  }

  private static long times(List<HistoryRow> steps, String what) {
    return steps.stream().filter(step -> step.what().equals(what)).count();
  }

  private static boolean isRepriced(HistoryRow step) {
    boolean changed = step.what().equals("changed") || step.what().equals("reopened");
    return changed
        && step.detail() != null
        && List.of(step.detail().split(", ")).contains("baseSalary");
  }

  /** How often pay that can be compared went up and down. */
  private record Moves(int raised, int lowered) {
    static Moves of(List<MonetaryAmount> earlier, @Nullable MonetaryAmount now) {
      List<MonetaryAmount> all = new ArrayList<>(earlier);
      Optional.ofNullable(now).ifPresent(all::add);
      int raised = 0;
      int lowered = 0;
      for (int i = 1; i < all.size(); i++) {
        int side = side(all.get(i - 1), all.get(i));
        if (side > 0) raised++;
        if (side < 0) lowered++;
      }
      return new Moves(raised, lowered);
    }

    /** Above 0 where the later one is more, 0 where that cannot be said. */
    private static int side(MonetaryAmount before, MonetaryAmount after) {
      boolean alike =
          before.currency().equals(after.currency()) && before.unitText() == after.unitText();
      if (!alike) return 0;
      int least = side(before.minValue(), after.minValue());
      int most = side(before.maxValue(), after.maxValue());
      return least * most < 0 ? 0 : least + most;
    }

    private static int side(@Nullable BigDecimal before, @Nullable BigDecimal after) {
      return before == null || after == null ? 0 : after.compareTo(before);
    }
  }
}
