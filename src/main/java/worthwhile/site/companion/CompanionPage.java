package worthwhile.site.companion;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Companion;
import worthwhile.source.SourceDefinition;
import worthwhile.source.UrlPattern;

/** {@code GET /companion}: what the companion does, what it never does, and how to install it. */
final class CompanionPage implements Handler {
  private final SiteInstance instance;
  private final Pages pages;
  private final Visitors visitors;

  CompanionPage(SiteInstance instance, Pages pages, Visitors visitors) {
    this.instance = instance;
    this.pages = pages;
    this.visitors = visitors;
  }

  /**
   * What the page shows.
   *
   * @param token whether the script needs an access token here
   * @param signedIn whether somebody is signed in who can make one
   */
  record View(List<Line> lines, boolean token, boolean signedIn) {}

  /**
   * One source.
   *
   * @param places addresses of which something is passed on
   * @param byHand whether tasks can be noted by hand
   * @param keep how long a task counts after it was seen, in words
   */
  record Line(
      String name,
      String platformUrl,
      List<String> places,
      List<String> dropped,
      boolean byHand,
      String keep) {}

  @Override
  public void handle(Context ctx) {
    Layout layout =
        Layout.of(
            Labels.part("companion.companion"),
            Labels.part("companion.a-script-for-your-own-browser-that-passes-on"),
            "/companion");
    boolean atMachine = visitors.isAtMachine(ctx) && instance.accounts().local().isPresent();
    View view = new View(lines(), !atMachine, visitors.of(ctx).isPresent());
    Answer.html(ctx, 200, pages.render(ctx, "companion/companion", layout, view));
  }

  private List<Line> lines() {
    return UserScript.forwarding(instance).stream()
        .map(source -> line(source, source.companion().orElseThrow()))
        .toList();
  }

  private static Line line(SourceDefinition source, Companion companion) {
    List<String> places =
        java.util.stream.Stream.concat(companion.responses().stream(), companion.pages().stream())
            .map(UrlPattern::text)
            .map(text -> text.replaceFirst("^https://", ""))
            .distinct()
            .toList();
    return new Line(
        source.name(),
        Urls.platform(source.platform()),
        places,
        companion.drop().keys(),
        companion.saveTask(),
        Show.span(companion.keep()));
  }
}
