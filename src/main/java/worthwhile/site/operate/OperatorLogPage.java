package worthwhile.site.operate;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.source.OperatorLog;

/** {@code /operate/log}: who did what to the instance, for the operator alone. */
final class OperatorLogPage {
  static final String PATH = OverviewPage.PATH + "/log";
  private static final int LINES = 50;

  private final SiteInstance instance;
  private final Pages pages;

  OperatorLogPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * What the page shows.
   *
   * @param number of this page, from 1
   * @param more whether there are older acts
   */
  record View(List<ActLine> lines, int number, boolean more, Instant now) {
    long days() {
      return OperatorLog.KEPT.toDays();
    }

    int most() {
      return OperatorLog.MOST;
    }
  }

  void show(Context ctx, Visitor visitor) {
    int number = number(ctx);
    List<OperatorLog.Act> acts =
        instance.store().operatorLog().newest(LINES + 1, (number - 1) * LINES);
    View view =
        new View(
            ActLine.of(acts.stream().limit(LINES).toList(), instance),
            number,
            acts.size() > LINES,
            instance.now());
    Layout layout =
        Layout.of(
                Labels.part("operate.log.title"),
                Labels.part("operate.log.lead", "days", view.days(), "most", view.most()),
                "/status")
            .notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "operate/log", layout, view));
    ctx.header("Cache-Control", "no-store");
  }

  /** What is no number of a page is the first one. */
  private static int number(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("page"))
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .orElse(1);
  }
}
