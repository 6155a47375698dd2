package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.card.Recourse.Step;
import worthwhile.text.FailureText;
import worthwhile.work.Status;
import worthwhile.work.rejection.RejectionOutcome;

/** {@code /work/{id}/after-rejection}: what a worker can do about a piece that was not paid. */
final class RejectionPage {
  static final String PATH = "/work/{id}/after-rejection";

  private final SiteInstance instance;
  private final Pages pages;
  private final Workers workers;

  RejectionPage(SiteInstance instance, Pages pages, Workers workers) {
    this.instance = instance;
    this.pages = pages;
    this.workers = workers;
  }

  /**
   * The page.
   *
   * @param mistake why nothing was changed; absent if nothing was wrong
   * @param typed what was typed then, by field
   */
  record View(AfterRejection piece, Optional<String> mistake, TimingWords.GivenValues typed) {
    String path() {
      return Urls.afterRejection(piece.work().id());
    }

    /** What stands in a field for a day: what was typed, else what is known. */
    String day(String name, Optional<LocalDate> known) {
      String said = typed.get(name);
      return said == null ? known.map(LocalDate::toString).orElse("") : said;
    }

    /** The day on which she is asked again if she takes a step today; empty if not known. */
    String remindAfter(Step step) {
      return piece
          .rules()
          .answered(step, piece.today())
          .or(piece.pursuit()::remind)
          .map(LocalDate::toString)
          .orElse("");
    }

    List<RejectionCause> causes() {
      return List.of(RejectionCause.values());
    }

    List<RejectionOutcome> outcomes() {
      return List.of(RejectionOutcome.values());
    }
  }

  void show(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty());
  }

  private void show(Context ctx, Account account, int status, Optional<String> mistake) {
    AfterRejection piece = AfterRejection.of(instance, workers, account, ctx);
    View view = new View(piece, mistake, ctx::formParam);
    boolean waits = piece.work().status() == Status.PENDING;
    String title = Labels.part(waits ? "rejection.title-unpaid" : "rejection.title");
    Layout layout = Layout.of(title, piece.sentence(), view.path()).notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "work/rejection", layout, view));
  }

  /** Notes what she says that she has done, or how it ended. */
  void note(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    AfterRejection piece = AfterRejection.of(instance, workers, account, ctx);
    PursuitWords words = new PursuitWords(ctx::formParam, piece.today(), piece.zone());
    try {
      if (!instance.store().pursuits().change(account.id(), piece.work().id(), words::over))
        throw AfterRejection.missing();
    } catch (IllegalArgumentException e) {
      show(ctx, account, 400, Optional.of(FailureText.of(e)));
      return;
    }
    ctx.redirect(Urls.afterRejection(piece.work().id()), HttpStatus.SEE_OTHER);
  }
}
