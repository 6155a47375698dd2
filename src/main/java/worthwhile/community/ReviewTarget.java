package worthwhile.community;

import java.util.Optional;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

/**
 * What a review is of.
 *
 * @param platform id of the platform
 * @param requester absent where nobody is named, and of a platform
 * @param posting absent unless it is of one
 */
public record ReviewTarget(
    Subject subject, String platform, Optional<RequesterId> requester, Optional<String> posting) {

  /** A stored posting, with who offers it; absent if it names no platform. */
  public static Optional<ReviewTarget> of(Posting posting) {
    return Optional.ofNullable(posting.job().platform())
        .map(
            platform ->
                new ReviewTarget(
                    Subject.posting(posting.id()),
                    platform,
                    RequesterId.of(posting.job()),
                    Optional.of(posting.id())));
  }

  public static ReviewTarget of(RequesterId requester) {
    return new ReviewTarget(
        Subject.requester(requester.toString()),
        requester.platform(),
        Optional.of(requester),
        Optional.empty());
  }

  public static ReviewTarget platform(String id) {
    return new ReviewTarget(Subject.platform(id), id, Optional.empty(), Optional.empty());
  }

  /** The same thing as an earlier review. */
  static ReviewTarget of(Review review) {
    return new ReviewTarget(
        review.subject(), review.platform(), review.requester(), review.posting());
  }

  /** Whether it is a platform itself. */
  public boolean isPlatform() {
    return subject.kind() == Subject.Kind.PLATFORM;
  }
}
