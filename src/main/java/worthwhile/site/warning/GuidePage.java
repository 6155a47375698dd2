package worthwhile.site.warning;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.source.BlockLists;
import worthwhile.warning.FalseAlarms;
import worthwhile.warning.rule.Family;
import worthwhile.warning.rule.Rules;

/** {@code GET /warnings/guide}: the kinds of scams, and where to report one. */
final class GuidePage implements Handler {
  static final String PATH = "/warnings/guide";

  private final SiteInstance instance;
  private final Pages pages;

  GuidePage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * What a worker should know of a kind of scam.
   *
   * @param what it does
   * @param looks an invented message of that kind; absent if none is known
   * @param innocent what could be an innocent reason
   * @param advice what to do
   * @param alarms how often it was wrong on honest texts
   */
  record Kind(
      String code,
      String what,
      Optional<String> looks,
      Optional<String> innocent,
      Optional<String> advice,
      String alarms) {
    static Kind of(Family family) {
      String code = family.code();
      return new Kind(
          code,
          new Reason(code, Map.of()).said(),
          family.examples().stream().map(Family.Example::text).findFirst(),
          Sentences.spoken().part(code + ".innocent"),
          Sentences.spoken().part(code + ".advice"),
          family.beside() ? Labels.part("false-alarms.beside") : alarms(code));
    }

    private static String alarms(String code) {
      FalseAlarms measured = FalseAlarms.shipped();
      return Reason.of("false-alarms")
          .with("rate", String.format(Locale.ROOT, "%.2f", measured.perThousand(code)))
          .with("texts", measured.texts())
          .with("on", measured.on().toString())
          .said();
    }
  }

  /** Everything the page shows. */
  record View(List<Kind> kinds, List<ReportingOffice> offices, List<BlockLists.BlockList> lists) {}

  @Override
  public void handle(Context ctx) {
    List<Kind> kinds = Rules.shipped().families().stream().map(Kind::of).toList();
    Layout layout = Layout.of(Labels.part("guide.title"), Labels.part("guide.lead"), PATH);
    View view = new View(kinds, ReportingOffice.shipped(), instance.store().blockLists().all());
    Answer.html(ctx, 200, pages.render(ctx, "warning/guide", layout, view));
  }
}
