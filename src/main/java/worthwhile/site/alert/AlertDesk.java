package worthwhile.site.alert;

import io.javalin.http.Context;
import worthwhile.alert.Backtest;
import worthwhile.alert.ChannelLimits;
import worthwhile.alert.OwnChannels;
import worthwhile.alert.SavedSearches;
import worthwhile.alert.Trials;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;

/** What pages and calls about alerts have in common. */
record AlertDesk(
    SiteInstance instance,
    SavedSearches searches,
    OwnChannels channels,
    Trials trials,
    Backtest backtest,
    ChannelLimits limits) {
  static AlertDesk of(SiteInstance instance, ChannelLimits limits) {
    return new AlertDesk(
        instance,
        new SavedSearches(instance.store(), limits, instance.clock()),
        new OwnChannels(instance.store(), instance.clock()),
        new Trials(instance.store(), limits, instance.clock()),
        new Backtest(instance.index()),
        limits);
  }

  /** The saved search that a path names; 404 if it is not the visitor's. */
  SavedSearch own(Context ctx, Visitor visitor) {
    return searches.of(visitor.account().id(), ctx.pathParam("id")).orElseThrow(AlertDesk::absent);
  }

  /** The number of a channel that a path names; one that nobody has where it names none. */
  static long channel(Context ctx) {
    String number = ctx.pathParam("number");
    return number.matches("[1-9][0-9]{0,17}") ? Long.parseLong(number) : 0;
  }

  /** What is wrong and what is allowed, for a reader. */
  static String words(Mistake mistake) {
    return AlertWords.field(mistake.parameter()) + ": allowed is " + mistake.allowed();
  }

  static HttpRefusal noChannel() {
    return new HttpRefusal(404, "Not found", "Your saved search has no such channel.");
  }

  static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", "You have no such saved search.");
  }
}
