package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Relaxed;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.platform.NamedPlatform;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Paging;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /}: the search. */
final class SearchPage implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;

  SearchPage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    if (Parameters.hasBlank(ctx) && Urls.fits(Urls.of("/", given))) {
      ctx.redirect(Urls.of("/", given), HttpStatus.SEE_OTHER);
      return;
    }
    List<String> floor = given.remove(Floor.NAME);
    if (floor != null && !rememberFloor(ctx, given, floor.getLast())) return;
    switch (SearchQuery.parse(given)) {
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) -> refuse(ctx, given, mistakes);
      case Parsed.Valid(SearchQuery query) -> {
        Optional<Besides> own = instance.besides(visitors.signedIn(ctx));
        if (instance.index().size() == 0 && own.isEmpty()) waiting(ctx, query);
        else show(ctx, query, own);
      }
    }
  }

  /** Whether it can be understood; else the reader has been told. */
  private boolean rememberFloor(Context ctx, Map<String, List<String>> given, String text) {
    return switch (Floor.choice(text, instance.today(), instance::rates)) {
      case Floor.Choice.Made(Floor floor) -> {
        floor.remember(ctx);
        yield true;
      }
      case Floor.Choice.Mistaken(String allowed) -> {
        refuse(ctx, given, List.of(new Parsed.Mistake(Floor.NAME, text, allowed)));
        yield false;
      }
    };
  }

  private void refuse(Context ctx, Map<String, List<String>> given, List<Parsed.Mistake> mistakes) {
    Form form = new Form(given);
    SearchView view =
        new SearchView(
            form,
            mistakes,
            List.of(),
            List.of(),
            SearchChoices.of(form, Map.of(), instance),
            SearchChoices.countries(form, List.of()),
            Floor.choices(instance.today()),
            Optional.empty(),
            Optional.empty());
    Answer.html(
        ctx, 400, pages.render(ctx, "search/search", Layout.error("Check your search"), view));
  }

  private void waiting(Context ctx, SearchQuery query) {
    Form form = new Form(query.toParameters());
    List<SiteInstance.Standing> standings = instance.standings();
    boolean moving = standings.stream().anyMatch(FirstRuns::isMoving);
    SearchView view =
        new SearchView(
            form,
            List.of(),
            List.of(),
            NamedPlatform.in(query.q(), instance),
            SearchChoices.of(form, Map.of(), instance),
            SearchChoices.countries(form, List.of()),
            Floor.choices(instance.today()),
            Optional.empty(),
            Optional.of(new SearchView.FirstRun(standings, moving)));
    Layout layout = noticed(layout(query)).withRefresh(moving ? 5 : 0);
    Answer.html(ctx, 200, pages.render(ctx, "search/search", layout, view));
  }

  private void show(Context ctx, SearchQuery query, Optional<Besides> own) {
    SearchResult result = instance.search(query, own);
    Form form = new Form(query.toParameters());
    List<SearchView.Chip> chips = Chips.of(query, instance);
    Dispensable asked = new Dispensable();
    List<NamedPlatform> named = asked.ask(() -> NamedPlatform.in(query.q(), instance), List.of());
    List<SearchView.Chip> wider =
        result.total() == 0 ? widening(query, own, chips) : List.<SearchView.Chip>of();
    SearchView view =
        new SearchView(
            form,
            List.of(),
            chips,
            named,
            SearchChoices.of(form, result.facets(), instance),
            SearchChoices.countries(form, result.facets().getOrDefault("country", List.of())),
            Floor.choices(instance.today()),
            Optional.of(results(query, result, wider, named.isEmpty(), asked)),
            Optional.empty());
    Layout layout = asked.said(noticed(layout(query)));
    Answer.html(ctx, 200, pages.render(ctx, "search/search", layout, view));
  }

  /** Says that not everything can be found yet, where that is so. */
  private Layout noticed(Layout layout) {
    return instance.condition().isCatchingUp()
        ? layout.withNotice(Reason.of("index-catching-up"))
        : layout;
  }

  /** No other spelling is proposed for the name of a platform. */
  private SearchView.Results results(
      SearchQuery query,
      SearchResult result,
      List<SearchView.Chip> wider,
      boolean maySuggest,
      Dispensable asked) {
    long pageCount = Paging.pages(query, result.total());
    return new SearchView.Results(
        result.total(),
        result.relaxed().orElse(null) instanceof Relaxed.AnyWord,
        instead(query, result),
        rows(query, result, asked),
        GroupLine.sure(query, result),
        GroupLine.of(query, result),
        query.page(),
        pageCount,
        Paging.previous(query, result.total()).map(SearchPage::url),
        Paging.next(query, result.total()).map(SearchPage::url),
        result.suggestion().filter(text -> maySuggest).map(text -> suggestion(query, text)),
        UnknownValue.in(query, result, instance).stream()
            .map(each -> unknown(query, each))
            .toList(),
        wider,
        feeds(query));
  }

  /** The search with what was probably meant is one tap away, unless it stands among the words. */
  private static SearchView.Unknown unknown(SearchQuery query, UnknownValue value) {
    Optional<SearchView.Suggestion> meant =
        value
            .nearest()
            .filter(_ -> query.has(value.parameter(), value.value()))
            .map(nearest -> suggestion(query, value, nearest));
    return new SearchView.Unknown(value, meant);
  }

  private static SearchView.Suggestion suggestion(
      SearchQuery query, UnknownValue value, String nearest) {
    SearchQuery without = query.toggled(value.parameter(), value.value());
    boolean there = without.has(value.parameter(), nearest);
    SearchQuery meant = there ? without : without.toggled(value.parameter(), nearest);
    return new SearchView.Suggestion(nearest, url(meant));
  }

  private static Optional<SearchView.Suggestion> instead(SearchQuery query, SearchResult result) {
    return result.relaxed().orElse(null) instanceof Relaxed.Respelled(String words)
        ? Optional.of(suggestion(query, words))
        : Optional.empty();
  }

  private List<ResultRow> rows(SearchQuery query, SearchResult result, Dispensable asked) {
    List<String> ids =
        result.hits().stream()
            .flatMap(hit -> hit.posting().standing().duplicates().stream())
            .map(Duplicate::id)
            .toList();
    Map<String, Posting> duplicates =
        asked.ask(() -> instance.store().postings().byIds(ids), Map.of());
    var now = instance.now();
    Set<String> countries = query.chosen(Dimension.COUNTRY);
    return result.hits().stream()
        .map(hit -> ResultRow.of(hit, countries, duplicates, instance, now))
        .toList();
  }

  /** Which single filter to drop, with how many results that would bring; the most first. */
  private List<SearchView.Chip> widening(
      SearchQuery query, Optional<Besides> own, List<SearchView.Chip> chips) {
    record Wider(SearchView.Chip chip, long total) {}
    List<Wider> found = new ArrayList<>();
    for (Chips.Active active : Chips.active(query, instance)) {
      long total = instance.search(active.without(), own).total();
      String label = active.label() + " (" + Show.count(total, "result", "results") + ")";
      if (total > 0) found.add(new Wider(new SearchView.Chip(label, url(active.without())), total));
    }
    return found.stream()
        .sorted((a, b) -> Long.compare(b.total(), a.total()))
        .map(Wider::chip)
        .limit(Math.max(1, Math.min(5, chips.size() + 1)))
        .toList();
  }

  private static SearchView.Suggestion suggestion(SearchQuery query, String text) {
    return new SearchView.Suggestion(text, url(query.withWords(Optional.of(text))));
  }

  private Layout layout(SearchQuery query) {
    String title = query.q().map(words -> words + " – tasks").orElse("Tasks that pay");
    Layout layout =
        Layout.of(
                title,
                "Micro-tasks, studies and small jobs from many platforms, with what each really"
                    + " pays per hour.",
                "/")
            .withFeeds(feeds(query));
    return query.toParameters().isEmpty() ? layout : layout.notIndexed();
  }

  private static String feeds(SearchQuery query) {
    return Urls.of("", query.withPage(1).toParameters());
  }

  static String url(SearchQuery query) {
    return Urls.of("/", query.toParameters());
  }
}
