package worthwhile.site.minutes;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Reason;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.Eligibility;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * {@code /minutes?free=30}: the open tasks that together pay best in a free time, without those
 * that stand in the reader's own list of work already. The time, country, languages, devices, kinds
 * of work, blocked requesters and hidden tasks are those that the browser remembers, where the
 * address says nothing else.
 */
final class MinutesPage implements Handler {
  static final String PATH = "/minutes";
  static final List<Integer> OFFERED = List.of(10, 20, 30, 60, 120);

  /** Of older work the tasks are closed. */
  private static final int MOST_DONE = 500;

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final Blocking blocking;
  private final Planner planner;

  MinutesPage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.blocking = new Blocking(instance, visitors);
    this.planner = new Planner(instance);
  }

  /**
   * The page.
   *
   * @param free minutes, or what was typed and is none
   * @param named whether only tasks were asked for that name the country
   * @param kept further parameters that the form sends along
   * @param canTime whether the reader has a clock of her own here
   */
  record View(
      Optional<Plan> plan,
      List<Mistake> mistakes,
      String free,
      Set<String> countries,
      boolean named,
      Map<String, List<String>> kept,
      boolean canTime,
      SiteInstance instance) {
    String platform(Plan.Chosen chosen) {
      return instance.platformName(chosen.task().posting().job().platform());
    }

    /** The same choice for another time. */
    String at(int minutes) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      all.put(MinutesQuery.FREE, List.of(String.valueOf(minutes)));
      all.putAll(kept);
      if (named) all.put("eligibility", List.of("named"));
      return Urls.of(PATH, all);
    }

    /** What a task says of the countries that are asked for; absent if none is. */
    Optional<String> eligibility(Plan.Chosen chosen) {
      if (countries.isEmpty()) return Optional.empty();
      Eligibility eligibility = Eligibility.of(countries, chosen.task().facts());
      boolean worldwide = eligibility == Eligibility.NAMED && chosen.task().facts().worldwide();
      Set<String> known = chosen.task().facts().keys(Dimension.COUNTRY);
      return Optional.of(
          Reason.of("eligibility")
              .with("state", worldwide ? "worldwide" : eligibility.word())
              .with(
                  "countries", Show.countries(countries.stream().filter(known::contains).toList()))
              .said());
    }

    /** "8 min", "45 s". */
    static String span(Duration span) {
      return Show.span(span);
    }
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    Remembered remembered = Remembered.of(ctx);
    Dispensable asked = new Dispensable();
    PageAddress address =
        new PageAddress(remembered, asked.ask(() -> blocking.of(ctx), remembered.blocked()));
    Map<String, List<String>> search = new LinkedHashMap<>(given);
    List<String> free = search.remove(MinutesQuery.FREE);
    search = new LinkedHashMap<>(address.asked(search));
    search.remove("sort");
    if (free != null) search.put(MinutesQuery.FREE, free);
    else search.put(MinutesQuery.FREE, List.of(usual(remembered)));
    switch (MinutesQuery.parse(search)) {
      case MinutesQuery.Parsed.Valid(MinutesQuery query) ->
          show(ctx, given, Optional.of(query), List.of(), asked);
      case MinutesQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          show(ctx, given, Optional.empty(), mistakes, asked);
    }
  }

  private void show(
      Context ctx,
      Map<String, List<String>> given,
      Optional<MinutesQuery> query,
      List<Mistake> mistakes,
      Dispensable asked) {
    boolean canTime = asked.ask(() -> visitors.of(ctx).isPresent(), false);
    Map<String, List<String>> kept = new LinkedHashMap<>(given);
    kept.keySet().removeAll(List.of(MinutesQuery.FREE, "eligibility"));
    View view =
        new View(
            query.map(valid -> plan(ctx, valid, asked)),
            mistakes,
            query
                .map(valid -> String.valueOf(valid.free().toMinutes()))
                .or(() -> Optional.ofNullable(ctx.queryParam(MinutesQuery.FREE)))
                .filter(text -> text.length() <= MinutesQuery.LONGEST)
                .orElse(usual(Remembered.of(ctx))),
            query.map(MinutesQuery::search).map(MinutesPage::countries).orElse(Set.of()),
            query.map(MinutesQuery::search).filter(SearchQuery::onlyNamed).isPresent(),
            kept,
            canTime,
            instance);
    Layout layout =
        Layout.of(
                Labels.part("minutes.title"),
                Labels.part("minutes.the-open-tasks-that-together-pay-best-in-the"),
                PATH)
            .notIndexed();
    int status = mistakes.isEmpty() ? 200 : 400;
    Answer.html(ctx, status, pages.render(ctx, "minutes/minutes", asked.said(layout), view));
  }

  /** As long as she usually has. */
  private static String usual(Remembered remembered) {
    int minutes = remembered.minutes().orElse(MinutesQuery.USUAL);
    return String.valueOf(Math.max(MinutesQuery.LEAST, minutes));
  }

  private Plan plan(Context ctx, MinutesQuery query, Dispensable asked) {
    Optional<Besides> own = instance.besides(visitors.signedIn(ctx));
    Set<String> without = new HashSet<>(Remembered.of(ctx).hidden().ids());
    without.addAll(asked.ask(() -> done(ctx), List.of()));
    return planner.plan(
        query.search(), query.free(), search -> instance.search(search, own, without));
  }

  /** Tasks that stand in the reader's own list: she has done them. */
  private List<String> done(Context ctx) {
    return visitors
        .of(ctx)
        .map(account -> instance.store().work().postingsOf(account.id(), MOST_DONE))
        .orElse(List.of());
  }

  private static Set<String> countries(SearchQuery search) {
    return search.chosen(Dimension.COUNTRY);
  }
}
