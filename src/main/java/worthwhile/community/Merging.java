package worthwhile.community;

import java.time.Instant;
import java.util.Set;
import worthwhile.flow.Batch;
import worthwhile.posting.RequesterId;
import worthwhile.store.posting.Requesters;
import worthwhile.store.posting.Writing;

/** Takes two ids as one requester, or not any more: what is said of both is reckoned anew. */
public final class Merging {
  private Merging() {}

  /**
   * The first is found as the second from now on; gives the number in the log.
   *
   * @param actor who decided it
   */
  public static Batch.Said<Long> merge(
      RequesterId from, RequesterId into, String actor, String reason, Instant at) {
    return new Batch.Said<>(
        at,
        writing -> {
          long number = writing.merge(from, into, actor, reason, at);
          assessLater(writing, into);
          return new Batch.Said.Done<>(number, Set.of(from, into));
        });
  }

  /** They stand for themselves again; gives false if that was undone already. */
  public static Batch.Said<Boolean> separate(Requesters.Merge merge, String actor, Instant at) {
    return new Batch.Said<>(
        at,
        writing -> {
          boolean separated = writing.separate(merge.number(), actor, at);
          assessLater(writing, merge.requester());
          assessLater(writing, merge.into());
          return new Batch.Said.Done<>(separated, Set.of(merge.requester(), merge.into()));
        });
  }

  /** The open postings of a requester, under all her ids, are assessed soon. */
  static void assessLater(Writing writing, RequesterId requester) {
    writing.members(requester).forEach(writing::assessLater);
  }
}
