package worthwhile.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.community.Statements;

/** Asks people to look at reviews that came in a burst of new accounts. */
public final class BurstWatch {
  private static final int HARM = 5;

  private final Store store;
  private final Tail tail;
  private final Clock clock;

  public BurstWatch(Store store, Tail tail, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.clock = clock;
  }

  /** Opens a case for each requester with frozen reviews that has none yet; how many are new. */
  public int openCases() {
    List<RequesterId> frozen =
        store.statements(said -> said.conducts().all()).entrySet().stream()
            .filter(each -> each.getValue().frozen() > 0)
            .map(Map.Entry::getKey)
            .filter(head -> store.statements(said -> isDue(said, head)))
            .toList();
    for (RequesterId head : frozen) open(head);
    return frozen.size();
  }

  /** Opens a case about a requester, unless one waits. */
  public void open(RequesterId head) {
    Instant now = clock.instant();
    tail.take(
        new Said<>(
            now,
            writing -> {
              Statements said = writing.statements();
              boolean due = isDue(said, head);
              if (due) open(said, head, now);
              return Done.of(due);
            }));
  }

  private static void open(Statements said, RequesterId head, Instant now) {
    CaseFile cases = new CaseFile(said, now);
    ModerationCase one =
        cases.open(
            new CaseFile.Question(
                Kind.BURST,
                Subject.requester(head.toString()),
                Optional.of(head),
                HARM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    cases.note("burst-frozen", one, "instance");
  }

  /** What people called honest is frozen no more, so whatever is frozen now is new. */
  private static boolean isDue(Statements said, RequesterId head) {
    return said.cases().about(Subject.requester(head.toString())).stream()
        .noneMatch(one -> one.kind() == Kind.BURST && !one.isDecided());
  }
}
