package worthwhile.community;

import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.posting.Requesters;

/** Finds what somebody speaks about, as far as she may see it. */
public final class Topics {
  private final Store store;

  public Topics(Store store) {
    this.store = store;
  }

  /** Whether an account judges as a moderator. */
  public static boolean isModerator(Account account) {
    return account.is(Role.MODERATOR) || account.is(Role.OPERATOR);
  }

  /**
   * The thing as a viewer sees it, without words that she must not read; absent if there is none.
   */
  public Optional<Topic> find(Subject subject, Optional<Account> viewer) {
    return switch (subject.kind()) {
      case POSTING -> posting(subject.id(), viewer);
      case REQUESTER -> requester(subject.id());
      case REVIEW -> review(subject.id()).map(found -> topic(found, isShown(found, viewer)));
      case REPLY -> reply(subject.id()).map(Topics::topic);
      case PLATFORM -> Optional.empty();
    };
  }

  private Optional<Topic> posting(String id, Optional<Account> viewer) {
    return store
        .postings()
        .byId(id)
        .or(() -> viewer.flatMap(who -> store.sightings().shownTo(who.id(), id)))
        .map(
            posting ->
                new Topic(
                    Subject.posting(posting.id()),
                    RequesterId.of(posting.job()),
                    Optional.empty(),
                    posting.job().title(),
                    Optional.empty(),
                    false));
  }

  private Optional<Topic> requester(String text) {
    return RequesterId.parse(text).filter(this::isKnown).map(this::topic);
  }

  private boolean isKnown(RequesterId id) {
    return store.requesters().known(id).isPresent()
        || store.ratings().of(id.platform(), List.of(id.key())).containsKey(id.key())
        || !store.statements(said -> said.reviews().about(List.of(id))).isEmpty();
  }

  private Topic topic(RequesterId id) {
    String name =
        store
            .requesters()
            .known(id)
            .flatMap(known -> known.names().stream().findFirst())
            .map(Requesters.Name::name)
            .orElse(id.key());
    Subject subject = Subject.requester(id.toString());
    return new Topic(subject, Optional.of(id), Optional.empty(), name, Optional.empty(), false);
  }

  private Optional<Review> review(String id) {
    return store.statements(said -> said.reviews().byId(id));
  }

  private Optional<Reply> reply(String id) {
    return store.statements(said -> said.replies().byId(id));
  }

  private static Topic topic(Review review, boolean shown) {
    return new Topic(
        Subject.review(review.id()),
        review.requester(),
        Optional.of(review.account()),
        "",
        review.text().filter(_ -> shown),
        review.hidden());
  }

  private static Topic topic(Reply reply) {
    return new Topic(
        Subject.reply(reply.id()),
        Optional.of(reply.requester()),
        Optional.of(reply.account()),
        "",
        Optional.of(reply.text()),
        reply.hidden());
  }

  /** Where fewer than three workers could have written it, its words are hers and moderators'. */
  private boolean isShown(Review review, Optional<Account> viewer) {
    boolean isHers = viewer.filter(who -> who.id().equals(review.account())).isPresent();
    return isHers || viewer.filter(Topics::isModerator).isPresent() || isOpen(review);
  }

  private boolean isOpen(Review review) {
    List<RequesterId> members = review.requester().map(this::members).orElse(List.of());
    return store.statements(said -> ShownReviews.isOpen(said, review, members));
  }

  /** All ids of a requester, herself at least. */
  public List<RequesterId> members(RequesterId id) {
    List<RequesterId> members = store.requesters().members(id);
    return members.isEmpty() ? List.of(id) : members;
  }
}
