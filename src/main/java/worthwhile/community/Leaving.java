package worthwhile.community;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;

/** Deletes an account with all that it said. */
public final class Leaving {
  private final Store store;
  private final Tail tail;
  private final Clock clock;

  public Leaving(Store store, Tail tail, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.clock = clock;
  }

  /** How many reviews go with an account. */
  public int reviews(Account account) {
    return store.statements(said -> said.reviews().of(account.id()).size());
  }

  /**
   * Deletes an account and all that belongs to it; for the local user: all that they have. The
   * records of those of whom it spoke are worked out anew.
   *
   * @param facts whether the bare facts of its reviews stay, without text and without its name
   */
  public void leave(Account account, boolean facts) {
    String number = UUID.randomUUID().toString();
    tail.take(new Said<>(clock.instant(), writing -> leave(writing, account.id(), facts, number)));
  }

  private Done<Boolean> leave(Writing writing, String account, boolean facts, String number) {
    Set<RequesterId> concerned = concerned(writing.statements(), account);
    writing.statements().flags().of(account).forEach(flag -> assessLater(writing, flag.about()));
    if (facts) writing.statements().reviews().leave(account, number);
    writing.forgetAccount(account);
    return new Done<>(true, concerned);
  }

  /** What it reported is warned of no longer, or less. */
  private static void assessLater(Writing writing, Subject about) {
    switch (about.kind()) {
      case POSTING -> writing.assessLater(List.of(about.id()));
      case REQUESTER ->
          RequesterId.parse(about.id()).ifPresent(one -> Merging.assessLater(writing, one));
      case PLATFORM, REVIEW, REPLY -> {}
    }
  }

  private Set<RequesterId> concerned(Statements said, String account) {
    Set<RequesterId> concerned = new HashSet<>();
    for (Review review : said.reviews().of(account)) review.requester().ifPresent(concerned::add);
    for (Flag flag : said.flags().of(account)) of(flag.about()).ifPresent(concerned::add);
    return concerned;
  }

  /** Whose record a flag stands in; flags of reviews and replies stand in none. */
  private Optional<RequesterId> of(Subject about) {
    return switch (about.kind()) {
      case POSTING -> store.postings().byId(about.id()).map(Posting::job).flatMap(RequesterId::of);
      case REQUESTER -> RequesterId.parse(about.id());
      case PLATFORM, REVIEW, REPLY -> Optional.empty();
    };
  }
}
