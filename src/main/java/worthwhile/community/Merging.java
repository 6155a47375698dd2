package worthwhile.community;

import java.time.Instant;
import java.util.Set;
import worthwhile.flow.Batch;
import worthwhile.posting.RequesterId;
import worthwhile.store.posting.Requesters;

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
        writing ->
            new Batch.Said.Done<>(
                writing.merge(from, into, actor, reason, at), Set.of(from, into)));
  }

  /** They stand for themselves again; gives false if that was undone already. */
  public static Batch.Said<Boolean> separate(Requesters.Merge merge, String actor, Instant at) {
    return new Batch.Said<>(
        at,
        writing ->
            new Batch.Said.Done<>(
                writing.separate(merge.number(), actor, at),
                Set.of(merge.requester(), merge.into())));
  }
}
