package worthwhile.site.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.source.Platform;

/** {@code /reviews}: a worker's own, first those of which it is to be asked how they ended. */
final class OwnReviewsPage {
  private static final int MOST = 25;

  private final ReviewDesk desk;
  private final Pages pages;

  OwnReviewsPage(ReviewDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * One of them.
   *
   * @param question when the money is due; absent if nothing is open
   */
  record Line(Review review, SubjectName name, String platform, Optional<PayQuestion> question) {
    LocalDate day() {
      return LocalDate.ofInstant(review.at(), ZoneOffset.UTC);
    }

    boolean mayBeOverturned() {
      return review.facts().outcome() == Outcome.REJECTED && !review.facts().wasPaid();
    }
  }

  /**
   * The page.
   *
   * @param asked those of which the money should have come
   * @param waiting those that still wait
   * @param decided all others
   * @param done what has just been done
   * @param more whether a further page follows
   */
  record View(
      List<Line> asked,
      List<Line> waiting,
      List<Line> decided,
      Optional<String> done,
      int page,
      boolean more) {
    boolean isEmpty() {
      return asked.isEmpty() && waiting.isEmpty() && decided.isEmpty() && page == 1;
    }
  }

  void show(Context ctx, Visitor visitor) {
    int page = page(ctx);
    List<Line> asked = new ArrayList<>();
    List<Line> waiting = new ArrayList<>();
    List<Line> decided = new ArrayList<>();
    List<Review> all = ordered(desk.of(visitor.account()));
    for (Review review : all.stream().skip((page - 1L) * MOST).limit(MOST).toList()) {
      Line line = line(review);
      if (line.question().isEmpty()) decided.add(line);
      else if (line.question().get().isDue(today())) asked.add(line);
      else waiting.add(line);
    }
    View view = new View(asked, waiting, decided, done(ctx), page, all.size() > page * MOST);
    Layout layout =
        Layout.of(ReviewWords.of("mine"), ReviewWords.of("mine.lead"), "/account").notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "review/mine", layout, view));
  }

  /** What is still open first, the oldest before others; then the newest. */
  private static List<Review> ordered(List<Review> newestFirst) {
    List<Review> open =
        newestFirst.stream()
            .filter(PayQuestion::isOpen)
            .sorted(Comparator.comparing(Review::at))
            .toList();
    List<Review> all = new ArrayList<>(open);
    newestFirst.stream().filter(review -> !PayQuestion.isOpen(review)).forEach(all::add);
    return all;
  }

  static int page(Context ctx) {
    String page = ctx.queryParam("page");
    return page != null && page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
  }

  private Line line(Review review) {
    Optional<Integer> days =
        desk.instance().sources().platform(review.platform()).flatMap(Platform::paidAfterDays);
    return new Line(
        review,
        SubjectName.of(desk.instance(), review.subject()),
        desk.instance().platformName(review.platform()),
        PayQuestion.of(review, days));
  }

  private LocalDate today() {
    return desk.instance().today();
  }

  private static Optional<String> done(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("done"))
        .filter(List.of("new", "hidden", "changed", "deleted", "noted")::contains)
        .map(word -> ReviewWords.of("done." + word));
  }

  /** One tap: what became of it after all. */
  void outcome(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    String word = Optional.ofNullable(ctx.formParam("outcome")).orElse("");
    ReviewFields fields =
        new ReviewFields(
            word.equals("overturned") ? Map.of("overturned", "true") : Map.of("outcome", word));
    Review review = desk.edit(visitor.account(), ctx.pathParam("id"), fields);
    ctx.redirect("/reviews?done=noted#review-" + review.id(), HttpStatus.SEE_OTHER);
  }

  void delete(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    if (!desk.reviewing().delete(visitor.account(), ctx.pathParam("id"))) throw ReviewDesk.gone();
    ctx.redirect("/reviews?done=deleted", HttpStatus.SEE_OTHER);
  }

  void confirm(Context ctx, Visitor visitor) {
    desk.allow(ctx, visitor);
    ReviewForm.written(ctx, desk.reviewing().confirm(visitor.account(), ctx.pathParam("id")));
  }
}
