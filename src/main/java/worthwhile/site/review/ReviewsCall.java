package worthwhile.site.review;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.community.ReviewDraft;
import worthwhile.community.ReviewTarget;
import worthwhile.community.Reviewing.Written;
import worthwhile.community.ShownReviews;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.Visitors;
import worthwhile.text.FailureText;

/** {@code /api/v1/reviews}: read, write, correct and confirm reviews. */
final class ReviewsCall {
  static final String PATH = Route.API + "/reviews";
  private static final List<String> SUBJECTS = List.of("posting", "requester", "platform");
  private static final List<String> LISTED =
      List.of("posting", "requester", "platform", "page", "size");
  private static final int USUAL_SIZE = 20;
  private static final int LARGEST_SIZE = 100;

  private final ReviewDesk desk;
  private final Visitors visitors;

  ReviewsCall(ReviewDesk desk, Visitors visitors) {
    this.desk = desk;
    this.visitors = visitors;
  }

  void list(Context ctx) {
    List<Mistake> mistakes = ApiQuery.mistakes(ctx, LISTED);
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    List<String> named = SUBJECTS.stream().filter(ctx.queryParamMap()::containsKey).toList();
    if (named.size() != 1)
      throw refusal("Name one of posting, requester, platform: whose reviews are asked for.");
    Subject subject = subject(named.getFirst(), ctx.queryParam(named.getFirst()));
    Optional<Account> viewer = visitors.of(ctx);
    ShownReviews shown = desk.visible().of(subject, viewer);
    int page = number(ctx, "page", 1, 100_000);
    int size = number(ctx, "size", USUAL_SIZE, LARGEST_SIZE);
    ObjectNode body = page(shown.reviews().size(), page, size).put("waiting", shown.waiting());
    ArrayNode items = body.putArray("items");
    shown.reviews().stream()
        .skip((page - 1L) * size)
        .limit(size)
        .forEach(line -> items.add(ReviewJson.shown(line)));
    if (viewer.isPresent()) Answer.own(ctx, body.toString());
    else Answer.json(ctx, body.toString());
  }

  private static ObjectNode page(int total, int page, int size) {
    return PostingJson.MAPPER
        .createObjectNode()
        .put("total", total)
        .put("page", page)
        .put("size", size);
  }

  private static int number(Context ctx, String name, int usual, int most) {
    String value = ctx.queryParam(name);
    if (value == null) return usual;
    if (value.matches("\\d{1,7}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) return number;
    }
    throw refusal(name + " must be a number from 1 to " + most + ".");
  }

  void mine(Context ctx, Visitor visitor) {
    List<Mistake> mistakes = ApiQuery.mistakes(ctx, List.of("page", "size"));
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    List<Review> all = desk.of(visitor.account());
    int page = number(ctx, "page", 1, 100_000);
    int size = number(ctx, "size", USUAL_SIZE, LARGEST_SIZE);
    ObjectNode body = page(all.size(), page, size);
    ArrayNode items = body.putArray("items");
    all.stream()
        .skip((page - 1L) * size)
        .limit(size)
        .forEach(review -> items.add(ReviewJson.own(review)));
    Answer.own(ctx, body.toString());
  }

  void one(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    Optional<Account> viewer = visitors.of(ctx);
    Review review = desk.byId(ctx.pathParam("id")).orElseThrow(ReviewDesk::gone);
    if (viewer.filter(account -> account.id().equals(review.account())).isPresent()) {
      Answer.own(ctx, ReviewJson.own(review).toString());
      return;
    }
    ObjectNode body =
        desk.visible().one(review, viewer).map(ReviewJson::shown).orElseThrow(ReviewDesk::gone);
    body.put("about", review.subject().toString());
    if (viewer.isPresent()) Answer.own(ctx, body.toString());
    else Answer.json(ctx, body.toString());
  }

  void write(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    ReviewFields fields = fields(ctx, SUBJECTS);
    List<String> named = SUBJECTS.stream().filter(name -> fields.said(name).isPresent()).toList();
    if (named.size() != 1)
      throw refusal("Name one of posting, requester, platform: what the review is of.");
    Subject subject = subject(named.getFirst(), fields.said(named.getFirst()).orElse(""));
    ReviewTarget target = desk.target(visitor.account(), subject);
    ReviewDraft draft = draft(fields, Optional.empty(), target.isPlatform());
    made(ctx, desk.reviewing().write(visitor.account(), target, draft));
  }

  void confirm(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    made(ctx, desk.reviewing().confirm(visitor.account(), ctx.pathParam("id")));
  }

  private static void made(Context ctx, Written written) {
    switch (written) {
      case Written.Made(Review review) -> {
        ctx.header("Location", PATH + "/" + review.id());
        Answer.send(ctx, 201, Answer.JSON, "no-store", ReviewJson.own(review).toString());
      }
      case Written.Exists(Review review) ->
          throw new HttpRefusal(
              409,
              "Reviewed already",
              "You have said something of this already: review "
                  + review.id()
                  + ". Change it with PATCH "
                  + PATH
                  + "/"
                  + review.id()
                  + ", or delete it.");
      case Written.Herself() -> throw ReviewDesk.herself();
      case Written.Missing() -> throw ReviewDesk.gone();
    }
  }

  void change(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    ReviewFields fields = fields(ctx, List.of());
    Review review = desk.edit(visitor.account(), ctx.pathParam("id"), fields);
    Answer.send(ctx, 200, Answer.JSON, "no-store", ReviewJson.own(review).toString());
  }

  void delete(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    if (!desk.reviewing().delete(visitor.account(), ctx.pathParam("id"))) throw ReviewDesk.gone();
    ctx.status(204);
  }

  private static ReviewFields fields(Context ctx, List<String> further) {
    try {
      return ReviewFields.ofJson(ctx.body(), further);
    } catch (IllegalArgumentException e) {
      throw refusal(FailureText.of(e));
    }
  }

  private static ReviewDraft draft(
      ReviewFields fields, Optional<ReviewDraft> before, boolean ofPlatform) {
    try {
      return fields.over(before, ofPlatform);
    } catch (IllegalArgumentException e) {
      throw refusal(FailureText.of(e));
    }
  }

  private static Subject subject(String kind, String id) {
    return Subject.parse(kind + ":" + id)
        .orElseThrow(() -> refusal(kind + " must be an id of 1 to 600 characters."));
  }

  private static HttpRefusal refusal(String detail) {
    return new HttpRefusal(400, "Not understood", detail);
  }
}
