package worthwhile.forward;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import worthwhile.flow.Admission;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.store.Store;
import worthwhile.store.posting.Writing;

/**
 * What one worker saw is marked as not confirmed until another one saw the same; what two saw alike
 * is changed only by two. Decided inside the transaction, so that two workers whose pages come at
 * the same moment, even to two nodes, see each other.
 */
record TwoWitnesses(Store store, Witnesses witnesses, Instant at) implements Admission {
  @Override
  public Admitted admit(List<JobPosting> rows, Writing writing) {
    Map<String, Posting> known = store.postings().byIds(rows.stream().map(JobPosting::id).toList());
    List<JobPosting> unsure =
        rows.stream().filter(row -> !isCertain(row, known.get(row.id()))).toList();
    Set<String> agreed = witnesses.saw(unsure, at, writing);
    List<JobPosting> held =
        unsure.stream()
            .filter(row -> isSettled(known.get(row.id())) && !agreed.contains(row.id()))
            .toList();
    List<JobPosting> there = rows.stream().filter(row -> !held.contains(row)).toList();
    Witnesses.areThere(there.stream().map(JobPosting::id).toList(), writing);
    Map<String, Boolean> confirmed = new HashMap<>();
    for (JobPosting row : there) {
      Posting before = known.get(row.id());
      Boolean two =
          isCertain(row, before)
              ? before.standing().confirmed()
              : (Boolean) agreed.contains(row.id());
      if (two != null) confirmed.put(row.id(), two);
    }
    List<JobPosting> taken =
        there.stream()
            .filter(row -> agreed.contains(row.id()) || !isLate(known.get(row.id())))
            .toList();
    return new Admitted(taken, confirmed, agreed.size(), held.size());
  }

  /** Whether it says what two workers saw, or what was read from the source itself. */
  private static boolean isCertain(JobPosting row, Posting before) {
    return before != null
        && !Boolean.FALSE.equals(before.standing().confirmed())
        && Witnesses.print(before.job()).equals(Witnesses.print(row));
  }

  /** Whether two workers saw what is still on offer: another form of it needs two as well. */
  private static boolean isSettled(Posting before) {
    return before != null
        && Boolean.TRUE.equals(before.standing().confirmed())
        && before.state() == PostingState.OPEN;
  }

  /** Whether something newer is known: a browser's queue was delivered late. */
  private boolean isLate(Posting before) {
    return before != null
        && before.standing().lastSeen() != null
        && before.standing().lastSeen().isAfter(at);
  }
}
