package worthwhile.community;

import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Subject;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;

/** Finds what somebody wants to speak about. */
public final class ReviewTargets {
  private final Store store;
  private final Sources sources;

  public ReviewTargets(Store store, Sources sources) {
    this.store = store;
    this.sources = sources;
  }

  /** What an account may review under this subject; absent if nothing is known of it. */
  public Optional<ReviewTarget> find(Account account, Subject subject) {
    return switch (subject.kind()) {
      case POSTING -> posting(account, subject.id());
      case REQUESTER -> requester(account, subject.id());
      case PLATFORM -> sources.platform(subject.id()).map(Platform::id).map(ReviewTarget::platform);
      case REVIEW, REPLY -> Optional.empty();
    };
  }

  private Optional<ReviewTarget> posting(Account account, String id) {
    Optional<Posting> posting =
        store.postings().byId(id).or(() -> store.sightings().shownTo(account.id(), id));
    return posting.flatMap(ReviewTarget::of);
  }

  private Optional<ReviewTarget> requester(Account account, String text) {
    return RequesterId.parse(text)
        .filter(
            id ->
                !store.requesters().members(id).isEmpty()
                    || store.statements(said -> said.verifiedWork().isListed(account.id(), id)))
        .map(ReviewTarget::of);
  }
}
