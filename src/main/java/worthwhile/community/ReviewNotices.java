package worthwhile.community;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Notice;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;

/** Tells who follows a requester that she was reviewed. */
final class ReviewNotices {
  private ReviewNotices() {}

  /** Once until she looks; by the day, so that no hour tells who wrote. */
  static void tellFollowers(Statements said, Review review, List<RequesterId> members) {
    if (members.isEmpty()) return;
    Subject about = Subject.requester(members.getFirst().toString());
    Reason reason = Reason.of("followed-requester-reviewed");
    for (String follower : said.follows().followers(members))
      if (!follower.equals(review.account())
          && !said.notices().isUnseen(follower, about, reason.code()))
        said.notices()
            .add(
                new Notice(
                    UUID.randomUUID().toString(),
                    follower,
                    about,
                    reason,
                    review.created().truncatedTo(ChronoUnit.DAYS),
                    Optional.empty()));
  }
}
