package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.alert.Backtest;
import worthwhile.alert.ChannelLimits;
import worthwhile.alert.OwnChannels;
import worthwhile.alert.SavedSearches;
import worthwhile.alert.Trials;
import worthwhile.alert.Wanted;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Reason;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.SiteInstance;

/** What pages and calls about alerts have in common. */
record AlertDesk(
    SiteInstance instance,
    SavedSearches searches,
    OwnChannels channels,
    Trials trials,
    Backtest backtest,
    ChannelLimits limits) {
  /** That a platform is read again is said for so long. */
  private static final Duration BACK = Duration.ofDays(3);

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

  /** The newest of each platform that is not read, or was not until lately. */
  List<Silence> silences() {
    Instant now = instance.now();
    Map<String, Silence> newest = new LinkedHashMap<>();
    instance.store().alerts(alerts -> alerts.silences().since(now.minus(BACK))).stream()
        .filter(silence -> silence.isSettled(now))
        .forEach(silence -> newest.putIfAbsent(silence.platform(), silence));
    return List.copyOf(newest.values());
  }

  /** What is wrong and what is allowed, for a reader. */
  static String words(Mistake mistake) {
    return AlertWords.field(mistake.parameter())
        + ": "
        + Labels.part("platform.allowed-is")
        + " "
        + mistake.allowed();
  }

  /** All that is wrong, each a sentence. */
  static String words(List<Mistake> mistakes) {
    return mistakes.stream().map(AlertDesk::words).collect(Collectors.joining(". "));
  }

  static HttpRefusal noChannel() {
    return new HttpRefusal(404, "Not found", Reason.of("no-such-channel"));
  }

  static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", Reason.of("no-such-saved-search"));
  }

  /** Puts something else in the place of a saved search and shows its page. */
  void change(Context ctx, SavedSearch search, Function<SavedSearch, Wanted> wish) {
    switch (searches.change(search.account(), search.id(), wish)) {
      case Wanted.Outcome.Kept _ ->
          ctx.redirect("/alerts/" + search.id() + "?done=changed", HttpStatus.SEE_OTHER);
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          throw new HttpRefusal(400, "Not changed", words(mistakes));
      case Wanted.Outcome.Absent _ -> throw absent();
    }
  }
}
