package worthwhile.site.alert;

import io.javalin.http.Context;
import worthwhile.alert.Backtest;
import worthwhile.alert.ChannelLimits;
import worthwhile.alert.SavedSearches;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;

/** What pages and calls about alerts have in common. */
record AlertDesk(
    SiteInstance instance, SavedSearches searches, Backtest backtest, ChannelLimits limits) {
  static AlertDesk of(SiteInstance instance, ChannelLimits limits) {
    return new AlertDesk(
        instance,
        new SavedSearches(instance.store(), limits, instance.clock()),
        new Backtest(instance.index()),
        limits);
  }

  /** The saved search that a path names; 404 if it is not the visitor's. */
  SavedSearch own(Context ctx, Visitor visitor) {
    return searches.of(visitor.account().id(), ctx.pathParam("id")).orElseThrow(AlertDesk::absent);
  }

  /** What is wrong and what is allowed, for a reader. */
  static String words(Mistake mistake) {
    return AlertWords.field(mistake.parameter()) + ": allowed is " + mistake.allowed();
  }

  static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", "You have no such saved search.");
  }
}
