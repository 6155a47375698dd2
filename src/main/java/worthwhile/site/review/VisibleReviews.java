package worthwhile.site.review;

import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Pseudonyms;
import worthwhile.community.ShownReviews;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.view.SiteInstance;

/** Reviews of what a request names, as far as who asks may see them. */
final class VisibleReviews {
  private final SiteInstance instance;

  VisibleReviews(SiteInstance instance) {
    this.instance = instance;
  }

  /** Those of a posting, of all that its requester has, of a requester, or of a platform itself. */
  ShownReviews of(Subject subject, Optional<Account> viewer) {
    return switch (subject.kind()) {
      case POSTING -> ofPosting(subject.id(), viewer);
      case REQUESTER ->
          RequesterId.parse(subject.id())
              .map(id -> ofRequester(id, viewer))
              .orElse(new ShownReviews(0, List.of()));
      case PLATFORM ->
          instance
              .store()
              .statements(
                  said -> ShownReviews.ofPlatform(said, subject.id(), viewer, pseudonyms()));
      case REVIEW, REPLY -> new ShownReviews(0, List.of());
    };
  }

  private ShownReviews ofPosting(String id, Optional<Account> viewer) {
    Optional<RequesterId> requester =
        instance.store().postings().byId(id).flatMap(known -> RequesterId.of(known.job()));
    if (requester.isPresent()) return ofRequester(requester.get(), viewer).onlyOf(id);
    return instance
        .store()
        .statements(said -> ShownReviews.ofPosting(said, id, viewer, pseudonyms()));
  }

  private ShownReviews ofRequester(RequesterId id, Optional<Account> viewer) {
    List<RequesterId> members = members(id);
    return instance
        .store()
        .statements(said -> ShownReviews.of(said, members, viewer, pseudonyms()));
  }

  /** All ids of a requester, the one that stands for all first. */
  List<RequesterId> members(RequesterId id) {
    List<RequesterId> known = instance.store().requesters().members(id);
    return known.isEmpty() ? List.of(id) : known;
  }

  private Pseudonyms pseudonyms() {
    return Pseudonyms.of(instance.store());
  }

  /** One as others see it; absent where there is none, or who asks may not see it. */
  Optional<ShownReviews.Shown> one(Review review, Optional<Account> viewer) {
    Subject subject =
        review.requester().isPresent()
            ? Subject.requester(review.requester().get().toString())
            : review.subject();
    return of(subject, viewer).reviews().stream()
        .filter(line -> line.id().equals(review.id()))
        .findFirst();
  }
}
