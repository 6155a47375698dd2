package worthwhile.site.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.ReviewDraft;
import worthwhile.community.ReviewTarget;
import worthwhile.community.Reviewing.Written;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.text.FailureText;

/** {@code /reviews/new} and {@code /reviews/{id}/edit}: tell what became of a task. */
final class ReviewForm {
  private final ReviewDesk desk;
  private final Pages pages;

  ReviewForm(ReviewDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * The form.
   *
   * @param id of the review that is corrected; absent for a new one
   * @param name what it is of
   * @param ofPlatform whether that is a platform itself
   * @param open whether the details are shown at once
   * @param note what is to be said first; absent if nothing is
   * @param error why nothing was stored
   */
  record View(
      Optional<String> id,
      Subject subject,
      SubjectName name,
      String platform,
      boolean ofPlatform,
      FormValues values,
      boolean open,
      Optional<String> note,
      Optional<String> error) {
    String action() {
      return id.map(review -> "/reviews/" + review).orElse("/reviews");
    }

    List<Outcome> outcomes() {
      return Arrays.asList(Outcome.values());
    }

    List<RejectionCause> causes() {
      return Arrays.asList(RejectionCause.values());
    }
  }

  void empty(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    FormStart start =
        FormStart.of(desk.instance(), account, ctx::queryParam)
            .orElseThrow(
                () ->
                    new Missing(
                        "Say what the review is of: a task, a requester, a platform, or a piece of"
                            + " your own work. Each has a link to this form on its page."));
    ReviewTarget target = desk.target(account, start.subject());
    Optional<Review> before = own(account, target.subject());
    if (before.isPresent()) toEdit(ctx, before.get());
    else {
      FormValues values = FormValues.chosen(ctx).or(start.values());
      View view = view(Optional.empty(), target, values, false, Optional.empty());
      show(ctx, 200, view);
    }
  }

  private Optional<Review> own(Account account, Subject subject) {
    return desk.instance().store().statements(said -> said.reviews().of(account.id(), subject));
  }

  private static void toEdit(Context ctx, Review review) {
    ctx.redirect("/reviews/" + review.id() + "/edit?again=1", HttpStatus.SEE_OTHER);
  }

  void send(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    Account account = visitor.account();
    Subject subject =
        Optional.ofNullable(ctx.formParam("about"))
            .flatMap(Subject::parse)
            .orElseThrow(() -> new Missing("The form does not say what the review is of."));
    ReviewTarget target = desk.target(account, subject);
    try {
      ReviewDraft draft = ReviewFields.ofForm(ctx).over(Optional.empty(), target.isPlatform());
      written(ctx, desk.reviewing().write(account, target, draft));
    } catch (IllegalArgumentException e) {
      FormValues values = FormValues.sent(ctx);
      show(
          ctx, 400, view(Optional.empty(), target, values, true, Optional.of(FailureText.said(e))));
    }
  }

  static void written(Context ctx, Written written) {
    switch (written) {
      case Written.Made(Review review) ->
          ctx.redirect(
              "/reviews?done=" + (review.hidden() ? "hidden" : "new") + "#review-" + review.id(),
              HttpStatus.SEE_OTHER);
      case Written.Exists(Review review) -> toEdit(ctx, review);
      case Written.Herself() -> throw ReviewDesk.herself();
      case Written.Missing() -> throw ReviewDesk.gone();
    }
  }

  void edit(Context ctx, Visitor visitor) {
    Review review = own(ctx, visitor);
    Optional<String> note =
        Optional.ofNullable(ctx.queryParam("again")).map(_ -> ReviewWords.of("again-here"));
    show(ctx, 200, view(review, FormValues.of(review), note, Optional.empty()));
  }

  private Review own(Context ctx, Visitor visitor) {
    return desk.byId(ctx.pathParam("id"))
        .filter(review -> review.account().equals(visitor.account().id()))
        .orElseThrow(ReviewDesk::gone);
  }

  void correct(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    Review review = own(ctx, visitor);
    try {
      Review changed = desk.edit(visitor.account(), review.id(), ReviewFields.ofForm(ctx));
      ctx.redirect("/reviews?done=changed#review-" + changed.id(), HttpStatus.SEE_OTHER);
    } catch (HttpRefusal e) {
      FormValues values = FormValues.sent(ctx);
      show(ctx, 400, view(review, values, Optional.empty(), Optional.of(FailureText.said(e))));
    }
  }

  private View view(
      Optional<String> id,
      ReviewTarget target,
      FormValues values,
      boolean open,
      Optional<String> error) {
    return new View(
        id,
        target.subject(),
        SubjectName.of(desk.instance(), target.subject()),
        desk.instance().platformName(target.platform()),
        target.isPlatform(),
        values,
        open,
        Optional.empty(),
        error);
  }

  private View view(
      Review review, FormValues values, Optional<String> note, Optional<String> error) {
    return new View(
        Optional.of(review.id()),
        review.subject(),
        SubjectName.of(desk.instance(), review.subject()),
        desk.instance().platformName(review.platform()),
        review.subject().kind() == Subject.Kind.PLATFORM,
        values,
        true,
        note,
        error);
  }

  private void show(Context ctx, int status, View view) {
    String title = ReviewWords.of(view.id().isPresent() ? "form.edit" : "form.new");
    Layout layout = Layout.of(title, ReviewWords.of("form.about"), "/account").notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "review/form", layout, view));
  }
}
