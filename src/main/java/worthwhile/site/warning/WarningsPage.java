package worthwhile.site.warning;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Warned;
import worthwhile.text.Escaped;

/** {@code GET /warnings}: open tasks that carry warnings, those warned of last first. */
final class WarningsPage implements Handler {
  static final String PATH = "/warnings";

  private final SiteInstance instance;
  private final Pages pages;

  WarningsPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * A task and what it is warned of.
   *
   * @param platform name of the platform
   * @param warnings those that are asked for, gravest first
   */
  record Line(Posting posting, String platform, List<Warning> warnings) {
    static Line of(Posting posting, WarningsQuery query, SiteInstance instance) {
      return new Line(
          posting,
          instance.platformName(posting.job().platform()),
          posting.assessment().warnings().stream().filter(query.filter()::takes).toList());
    }
  }

  /** Everything the page shows. */
  record View(
      List<Mistake> mistakes, WarningsQuery query, long total, List<Line> lines, Instant now) {}

  @Override
  public void handle(Context ctx) {
    switch (WarningsQuery.parse(ctx, instance)) {
      case WarningsQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          send(ctx, 400, new View(mistakes, WarningsQuery.ALL, 0, List.of(), instance.now()));
      case WarningsQuery.Parsed.Valid(WarningsQuery query) -> send(ctx, 200, view(query));
    }
  }

  private View view(WarningsQuery query) {
    Warned.Part part = query.part(instance);
    List<Line> lines =
        part.postings().stream().map(each -> Line.of(each, query, instance)).toList();
    return new View(List.of(), query, part.total(), lines, instance.now());
  }

  private void send(Context ctx, int status, View view) {
    Layout layout =
        Layout.of(Labels.part("warnings.title"), Labels.part("warnings.lead"), PATH)
            .withHead(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\""
                    + Labels.part("warnings.warnings")
                    + "\" href=\""
                    + Escaped.html(view.query().at(WarningsFeed.PATH, 1))
                    + "\">");
    boolean whole = status == 200 && view.query().equals(WarningsQuery.ALL);
    Layout told = whole ? layout : layout.notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "warning/warnings", told, view));
  }
}
