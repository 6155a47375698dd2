package worthwhile.site.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;

/** Where everybody reads reviews: {@code /reviews/about} page by page, {@code /reviews/{id}}. */
final class ReviewedPage {
  private final ReviewDesk desk;
  private final Visitors visitors;
  private final Pages pages;

  ReviewedPage(ReviewDesk desk, Visitors visitors, Pages pages) {
    this.desk = desk;
    this.visitors = visitors;
    this.pages = pages;
  }

  /** What is said of a requester. */
  record View(SubjectName name, RequesterReviews reviews) {}

  void about(Context ctx) {
    RequesterId id =
        Optional.ofNullable(ctx.queryParam("requester"))
            .flatMap(RequesterId::parse)
            .orElseThrow(() -> new Missing("Say whose: /reviews/about?requester=PLATFORM:ID."));
    SubjectName name = SubjectName.of(desk.instance(), Subject.requester(id.toString()));
    RequesterReviews reviews =
        RequesterReviews.of(
            desk.instance(),
            desk.visible().members(id),
            visitors.of(ctx),
            OwnReviewsPage.page(ctx));
    Layout layout = Layout.of(name.text(), ReviewWords.of("title"), "/").notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "review/about", layout, new View(name, reviews)));
  }

  /** Leads to where a review stands for who asks: among her own, else where it is about. */
  void one(Context ctx) {
    Review review = desk.byId(ctx.pathParam("id")).orElseThrow(ReviewDesk::gone);
    Optional<Account> viewer = visitors.of(ctx);
    boolean own = viewer.filter(who -> who.id().equals(review.account())).isPresent();
    if (!own && desk.visible().one(review, viewer).isEmpty()) throw ReviewDesk.gone();
    String page = own ? "/reviews" : page(review);
    ctx.redirect(page + "#review-" + review.id(), HttpStatus.SEE_OTHER);
  }

  private static String page(Review review) {
    if (review.requester().isPresent())
      return "/reviews/about?requester=" + Urls.parameter(review.requester().get().toString());
    return review.subject().kind() == Subject.Kind.POSTING
        ? Urls.task(review.subject().id())
        : Urls.platform(review.subject().id());
  }
}
