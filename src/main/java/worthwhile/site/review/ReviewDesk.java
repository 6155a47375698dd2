package worthwhile.site.review;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.ReviewTarget;
import worthwhile.community.ReviewTargets;
import worthwhile.community.Reviewing;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Allowance;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;

/** What pages and calls about reviews share. */
final class ReviewDesk {
  private static final int WRITES_A_MINUTE = 30;

  private final SiteInstance instance;
  private final Reviewing reviewing;
  private final ReviewTargets targets;
  private final VisibleReviews visible;
  private final Allowance allowance = new Allowance(WRITES_A_MINUTE);

  ReviewDesk(SiteInstance instance) {
    this.instance = instance;
    reviewing = new Reviewing(instance.tail(), instance.clock());
    targets = new ReviewTargets(instance.store(), instance.sources());
    visible = new VisibleReviews(instance);
  }

  SiteInstance instance() {
    return instance;
  }

  Reviewing reviewing() {
    return reviewing;
  }

  VisibleReviews visible() {
    return visible;
  }

  /** Refuses who writes too often. */
  void allow(Context ctx, Visitor visitor) {
    Allowance.refuseExcess(
        ctx,
        allowance.take(visitor.account().id()),
        wait -> Reason.of("limit-reviews").with("n", WRITES_A_MINUTE).with("wait", wait));
  }

  Optional<ReviewTarget> find(Account account, Subject subject) {
    return targets.find(account, subject);
  }

  /**
   * What is to be reviewed.
   *
   * @throws Missing if nothing is known of it
   */
  ReviewTarget target(Account account, Subject subject) {
    return find(account, subject).orElseThrow(() -> unknown(subject));
  }

  static Missing unknown(Subject subject) {
    return new Missing(
        "Nothing is known here of the "
            + subject.kind().word()
            + " "
            + subject.id()
            + switch (subject.kind()) {
              case REQUESTER ->
                  ". Write PLATFORM:ID, as in mturk:A1B2C3. It can be reviewed once a task of hers"
                      + " was seen here, or stands in your own list of work.";
              case PLATFORM -> ". Its id stands in the address of its page.";
              case POSTING, REVIEW, REPLY -> ".";
            });
  }

  Optional<Review> byId(String id) {
    return instance.store().statements(said -> said.reviews().byId(id));
  }

  /** All of an account, the newest first. */
  List<Review> of(Account account) {
    return instance.store().statements(said -> said.reviews().of(account.id()));
  }

  /**
   * Corrects an account's own.
   *
   * @throws Missing if it has no such
   * @throws HttpRefusal 400 with the cause if what is said makes no sense
   */
  Review edit(Account account, String id, ReviewFields fields) {
    try {
      return reviewing
          .edit(account, id, (before, ofPlatform) -> fields.over(Optional.of(before), ofPlatform))
          .orElseThrow(ReviewDesk::gone);
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(400, "Not understood", e);
    }
  }

  static Missing gone() {
    return new Missing(Reason.of("no-such-review"));
  }

  static HttpRefusal herself() {
    return new HttpRefusal(403, "Not by the requester", Reason.of("not-by-the-requester"));
  }
}
