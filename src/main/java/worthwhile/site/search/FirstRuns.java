package worthwhile.site.search;

import worthwhile.posting.Reason;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** What the first crawl is doing, source by source. */
final class FirstRuns {
  private FirstRuns() {}

  /** Whether something is still to come from this source soon. */
  static boolean isMoving(SiteInstance.Standing standing) {
    return standing.running().isPresent() || standing.condition().equals("new");
  }

  /** One line for people. */
  static String line(SiteInstance.Standing standing) {
    if (standing.running().isPresent()) {
      var run = standing.running().get();
      return Labels.part(
          "search.reading-now",
          "pages",
          Show.count(run.pages(), "pages"),
          "postings",
          Show.count(run.items(), "postings"));
    }
    return switch (standing.condition()) {
      case "new" -> Labels.part("search.waiting-for-its-turn");
      case "ok" -> Labels.part("search.read");
      default -> standing.reason().map(Reason::said).orElse(Labels.word(standing.condition()));
    };
  }
}
