package worthwhile.site.alert;

import worthwhile.alert.Backtest;
import worthwhile.alert.ChannelLimits;
import worthwhile.alert.SavedSearches;
import worthwhile.site.http.HttpRefusal;
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

  static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", "You have no such saved search.");
  }
}
