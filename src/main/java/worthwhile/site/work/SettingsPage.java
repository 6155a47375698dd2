package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.text.FailureText;
import worthwhile.work.earn.WorkSettings;

/** {@code /earnings/settings}: how a worker wants her work counted. */
final class SettingsPage {
  static final String PATH = EarningsPage.PATH + "/settings";

  private final SiteInstance instance;
  private final Pages pages;
  private final Workers workers;

  SettingsPage(SiteInstance instance, Pages pages, Workers workers) {
    this.instance = instance;
    this.pages = pages;
    this.workers = workers;
  }

  /**
   * The page.
   *
   * @param currency in which her sums are told
   * @param zone in which her days begin
   * @param asksDue whether she wants to be asked when money is due
   */
  record View(
      WorkSettings settings,
      String currency,
      ZoneId zone,
      boolean asksDue,
      Optional<String> mistake) {}

  void show(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty());
  }

  private void show(Context ctx, Account account, int status, Optional<String> mistake) {
    View view =
        new View(
            workers.settings(account),
            workers.currency(account),
            workers.zone(account),
            instance.store().alerts(alerts -> alerts.dues().since(account.id())).isPresent(),
            mistake);
    Layout layout =
        Layout.of(
                Labels.part("work.settings-of-earnings"),
                Labels.part("work.how-your-work-is-counted"),
                EarningsPage.PATH)
            .notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "work/settings", layout, view));
  }

  void save(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    try {
      WorkSettings before = workers.settings(account);
      WorkSettings settings = SettingWords.read(ctx::formParam, before, instance.now());
      instance.store().workSettings().put(account.id(), settings);
      ctx.redirect(EarningsPage.PATH, HttpStatus.SEE_OTHER);
    } catch (IllegalArgumentException e) {
      show(ctx, account, 400, Optional.of(FailureText.of(e)));
    }
  }
}
