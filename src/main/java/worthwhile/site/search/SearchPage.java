package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.Fit;
import worthwhile.search.HiddenTasks;
import worthwhile.search.PostingIndex.Viewer;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Relaxed;
import worthwhile.search.Sort;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.me.FirstGuess;
import worthwhile.site.me.LastVisit;
import worthwhile.site.me.ShortForm;
import worthwhile.site.me.TypedNumbers;
import worthwhile.site.platform.NamedPlatform;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.JoinedPlatforms;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Paging;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /}: the search. */
final class SearchPage implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final Blocking blocking;
  private final JoinedPlatforms joined;

  SearchPage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.blocking = new Blocking(instance, visitors);
    this.joined = new JoinedPlatforms(instance.store());
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> typed = Parameters.filled(ctx);
    Map<String, List<String>> given = TypedNumbers.plain(typed);
    boolean detour = Parameters.hasBlank(ctx) || !given.equals(typed);
    if (detour && Urls.fits(Urls.of("/", given))) {
      ctx.redirect(Urls.of("/", given), HttpStatus.SEE_OTHER);
      return;
    }
    PersonalWords words = PersonalWords.of(given, instance);
    Optional<Instant> news = news(given, words.mistakes());
    if (!words.mistakes().isEmpty()) {
      refuse(ctx, given, words.mistakes());
      return;
    }
    Remembered remembered = remembered(ctx, words);
    Dispensable dispensable = new Dispensable();
    PageAddress address =
        new PageAddress(
            remembered,
            dispensable.ask(() -> blocking.of(ctx), remembered.blocked()),
            given.getOrDefault(HiddenTasks.PARAMETER, List.of()).contains(HiddenTasks.SHOW),
            news);
    Map<String, List<String>> asked = address.asked(given);
    switch (SearchQuery.parse(asked)) {
      case Parsed.Valid(SearchQuery query) ->
          answer(ctx, new Asked(query, given, address, dispensable));
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) ->
          BeyondReach.last(asked, mistakes)
              .ifPresentOrElse(
                  last -> answer(ctx, new Asked(last, given, address, dispensable)),
                  () -> refuse(ctx, given, mistakes));
    }
  }

  /** What was first seen until then is not listed; absent for all. */
  private static Optional<Instant> news(
      Map<String, List<String>> given, List<Parsed.Mistake> mistakes) {
    Optional<String> text =
        given.getOrDefault(PageAddress.NEW, List.of()).stream().reduce((_, last) -> last);
    Optional<Instant> moment = text.flatMap(PageAddress::moment);
    if (text.isPresent() && moment.isEmpty())
      mistakes.add(
          new Parsed.Mistake(
              PageAddress.NEW, text.get(), "a moment to the minute such as 2026-11-29T07:10Z"));
    return moment;
  }

  /**
   * What a request asks for.
   *
   * @param given the parameters as the address has them
   */
  private record Asked(
      SearchQuery query,
      Map<String, List<String>> given,
      PageAddress address,
      Dispensable dispensable) {
    Asked with(SearchQuery made) {
      return new Asked(made, given, address, dispensable);
    }

    /** How many requesters are left out because they are blocked. */
    int blocked() {
      List<RequesterId> ids = query.withoutRequester();
      return Math.toIntExact(address.blocked().ids().stream().filter(ids::contains).count());
    }

    /** Ids of the tasks that are passed over because the reader hid them. */
    Set<String> passedOver() {
      return address.showsHidden() ? Set.of() : Set.copyOf(address.remembered().hidden().ids());
    }

    boolean leavesOpen(String parameter) {
      return !given.containsKey(parameter);
    }

    String here() {
      return address.of(query);
    }

    Form form() {
      return new Form(address.parameters(query));
    }
  }

  /** With what the address says; but a link of another site is followed, not remembered. */
  private Remembered remembered(Context ctx, PersonalWords words) {
    Remembered known = Remembered.of(ctx);
    return visitors.origin().isOwn(ctx) ? known.with(words.said()) : known;
  }

  private void answer(Context ctx, Asked asked) {
    asked.address().remembered().keep(ctx, instance.settings());
    Optional<Besides> own = instance.besides(visitors.signedIn(ctx));
    if (instance.index().size() == 0 && own.isEmpty()) waiting(ctx, asked);
    else show(ctx, asked, own);
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
            SearchChoices.countries(form, List.of()).few(),
            SearchView.Frame.NONE,
            Optional.empty(),
            Optional.empty());
    Answer.html(
        ctx,
        400,
        pages.render(
            ctx, "search/search", Layout.error(Labels.part("search.check-your-search")), view));
  }

  private void waiting(Context ctx, Asked asked) {
    SearchQuery query = asked.query();
    Form form = asked.form();
    List<SiteInstance.Standing> standings = instance.standings();
    boolean moving = standings.stream().anyMatch(FirstRuns::isMoving);
    SearchView view =
        new SearchView(
            form,
            List.of(),
            List.of(),
            NamedPlatform.in(query.q(), instance),
            SearchChoices.of(form, Map.of(), instance),
            SearchChoices.countries(form, List.of()).few(),
            SearchView.Frame.NONE,
            Optional.empty(),
            Optional.of(new SearchView.FirstRun(standings, moving)));
    Layout layout = noticed(layout(asked)).withRefresh(moving ? 5 : 0);
    Answer.html(ctx, 200, pages.render(ctx, "search/search", layout, view));
  }

  /**
   * Where nothing has all the words, the best match stands first; where the usual kinds of work
   * have nothing, those of all kinds are shown.
   */
  private Made made(Asked asked, Viewer viewer) {
    SearchQuery query = asked.query();
    SearchResult result = instance.search(query, viewer);
    boolean narrowed = asked.leavesOpen("kind") && !query.chosen(Dimension.KIND).isEmpty();
    if (result.total() == 0 && narrowed) {
      SearchQuery wide = query.changed(Dimension.KIND.field(), List.of());
      SearchResult wider = instance.search(wide, viewer);
      if (wider.total() > 0) return new Made(wide, wider, true);
    }
    if (result.relaxed().orElse(null) instanceof Relaxed.AnyWord && asked.leavesOpen("sort")) {
      SearchQuery best = query.withSort(Sort.RELEVANCE).withPage(query.page());
      return new Made(best, instance.search(best, viewer), false);
    }
    return new Made(query, result, false);
  }

  /**
   * A search that was made.
   *
   * @param otherKinds whether it found nothing among the kinds of work that are usual
   */
  private record Made(SearchQuery query, SearchResult result, boolean otherKinds) {}

  private void show(Context ctx, Asked asked, Optional<Besides> own) {
    Dispensable dispensable = asked.dispensable();
    Viewer viewer = viewer(ctx, asked, own);
    Made made = made(asked, viewer);
    SearchQuery query = made.query();
    SearchResult result = made.result();
    Asked shown = asked.with(query);
    Form form = shown.form();
    Optional<Instant> since = LastVisit.of(ctx, instance.now(), instance.settings()).since();
    List<SearchView.Chip> chips = Chips.of(query, asked.address(), instance);
    List<NamedPlatform> named =
        dispensable.ask(() -> NamedPlatform.in(query.q(), instance), List.of());
    List<SearchView.Chip> wider =
        result.total() == 0 ? widening(shown, viewer, chips) : List.<SearchView.Chip>of();
    SearchView view =
        new SearchView(
            form,
            List.of(),
            chips,
            named,
            SearchChoices.of(form, result.facets(), instance),
            SearchChoices.countries(form, result.facets().getOrDefault("country", List.of())).few(),
            new SearchView.Frame(
                KindStrip.of(query, result, asked.address()),
                made.otherKinds(),
                RememberedLine.of(asked.address().remembered(), shown.blocked(), instance),
                asked.address().boxes(),
                SearchChoices.orders(query, asked.address()),
                since.flatMap(moment -> news(shown, result, viewer, moment)),
                ShortForm.of(
                    asked.address().remembered(),
                    FirstGuess.of(ctx, asked.address().remembered(), dispensable, instance)),
                asked.here()),
            Optional.of(
                results(
                    shown,
                    result,
                    wider,
                    named.isEmpty(),
                    rows(shown, result, around(ctx, shown, result, viewer, since)),
                    viewer)),
            Optional.empty());
    Layout layout = dispensable.said(noticed(layout(asked)));
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
      Asked shown,
      SearchResult result,
      List<SearchView.Chip> wider,
      boolean maySuggest,
      List<ResultRow> rows,
      Viewer viewer) {
    SearchQuery query = shown.query();
    PageAddress address = shown.address();
    long pageCount = Paging.pages(query, result.total());
    return new SearchView.Results(
        result.total(),
        result.relaxed().orElse(null) instanceof Relaxed.AnyWord,
        instead(shown, result),
        RowGroup.of(rows, result.groups()),
        GroupLine.listed(result),
        GroupLine.sure(query, result),
        groups(shown, result, viewer),
        hidden(shown, result, viewer),
        shown.dispensable().ask(() -> Freshness.of(result.hits(), instance), List.of()),
        query.page(),
        pageCount,
        Paging.previous(query, result.total()).map(address::of),
        Paging.next(query, result.total()).map(address::of),
        result.suggestion().filter(text -> maySuggest).map(text -> suggestion(shown, text)),
        UnknownValue.in(query, result, instance).stream()
            .map(each -> unknown(shown, each))
            .toList(),
        wider,
        feeds(shown));
  }

  /** What the list leaves out, and why. */
  private List<GroupLine> groups(Asked shown, SearchResult result, Viewer viewer) {
    SearchQuery query = shown.query();
    PageAddress address = shown.address();
    List<GroupLine> lines = new ArrayList<>(GroupLine.of(query, result, address::of));
    if (result.relaxed().isEmpty())
      lines.addAll(
          GroupLine.unfit(query, result.total(), wider -> total(wider, viewer), address::of));
    return lines;
  }

  /** How many tasks a search finds whose words are not given up. */
  private long total(SearchQuery query, Viewer viewer) {
    SearchResult found = instance.search(query.withSort(Sort.NEWEST).withSize(1), viewer);
    return found.relaxed().isPresent() ? 0 : found.total();
  }

  private Optional<SearchView.News> news(
      Asked shown, SearchResult result, Viewer viewer, Instant since) {
    if (viewer.seenAfter().isPresent() || result.relaxed().isPresent() || result.total() == 0)
      return Optional.empty();
    SearchQuery query = shown.query().withPage(1);
    long news = total(query, viewer.seenAfter(since));
    if (news == 0) return Optional.empty();
    Reason text =
        Reason.of("news-since").with("n", news).with("when", Show.age(since, instance.now()));
    return Optional.of(
        new SearchView.News(
            text.said(), since, shown.address().since(Optional.of(since)).of(query)));
  }

  /** For whom is searched: what she alone finds, what she hid, and what suits her. */
  private Viewer viewer(Context ctx, Asked asked, Optional<Besides> own) {
    Remembered remembered = asked.address().remembered();
    Fit fit =
        asked.dispensable().ask(() -> joined.fit(visitors.of(ctx), remembered), remembered.fit());
    return new Viewer(own, asked.passedOver(), fit, asked.address().newSince());
  }

  private ResultRow.Around around(
      Context ctx, Asked shown, SearchResult result, Viewer viewer, Optional<Instant> since) {
    return new ResultRow.Around(
        shown.query().chosen(Dimension.COUNTRY),
        worked(ctx, result, shown.dispensable()),
        shown.address().remembered().hidden(),
        viewer.fit(),
        shown.query().sort() == Sort.BEST,
        since,
        new BackLink(shown.here()),
        instance.now());
  }

  /** The search with what was probably meant is one tap away, unless it stands among the words. */
  private static SearchView.Unknown unknown(Asked shown, UnknownValue value) {
    Optional<SearchView.Suggestion> meant =
        value
            .nearest()
            .filter(_ -> shown.query().has(value.parameter(), value.value()))
            .map(nearest -> suggestion(shown, value, nearest));
    return new SearchView.Unknown(value, meant);
  }

  private static SearchView.Suggestion suggestion(Asked shown, UnknownValue value, String nearest) {
    SearchQuery without = shown.query().toggled(value.parameter(), value.value());
    boolean there = without.has(value.parameter(), nearest);
    SearchQuery meant = there ? without : without.toggled(value.parameter(), nearest);
    return new SearchView.Suggestion(nearest, shown.address().of(meant));
  }

  private static Optional<SearchView.Suggestion> instead(Asked shown, SearchResult result) {
    return result.relaxed().orElse(null) instanceof Relaxed.Respelled(String words)
        ? Optional.of(suggestion(shown, words))
        : Optional.empty();
  }

  /** For which requesters of these results the reader worked: one question for the whole page. */
  private Set<RequesterId> worked(Context ctx, SearchResult result, Dispensable asked) {
    Set<RequesterId> requesters =
        result.hits().stream()
            .flatMap(hit -> RequesterId.of(hit.posting().job()).stream())
            .collect(Collectors.toSet());
    return asked.ask(
        () ->
            visitors
                .of(ctx)
                .map(account -> instance.store().work().workedFor(account.id(), requesters))
                .orElse(Set.of()),
        Set.of());
  }

  /** What the list leaves out because the reader hid it is what it would have beside. */
  private HiddenLine hidden(Asked shown, SearchResult result, Viewer viewer) {
    PageAddress address = shown.address();
    List<String> ids = address.remembered().hidden().ids();
    long count = address.showsHidden() ? ids.size() : 0;
    if (!shown.passedOver().isEmpty())
      count =
          Math.max(0, instance.search(shown.query(), viewer.withAll()).total() - result.total());
    Optional<String> last =
        HiddenLine.last(shown.given().getOrDefault(HiddenTasks.PARAMETER, List.of()), address);
    return new HiddenLine(
        count,
        address.showsHidden(),
        address.showingHidden(!address.showsHidden()).of(shown.query().withPage(1)),
        last.map(
            id ->
                HiddenLine.task(
                    id,
                    shown
                        .dispensable()
                        .ask(() -> instance.store().postings().byId(id), Optional.empty()))));
  }

  private List<ResultRow> rows(Asked shown, SearchResult result, ResultRow.Around around) {
    Dispensable asked = shown.dispensable();
    List<String> ids =
        result.hits().stream()
            .flatMap(hit -> hit.posting().standing().duplicates().stream())
            .map(Duplicate::id)
            .toList();
    Map<String, Posting> duplicates =
        asked.ask(() -> allowed(instance.store().postings().byIds(ids), shown.query()), Map.of());
    return result.hits().stream()
        .map(hit -> ResultRow.of(hit, duplicates, around, instance))
        .toList();
  }

  /** Without those of requesters that the search leaves out. */
  private static Map<String, Posting> allowed(Map<String, Posting> postings, SearchQuery query) {
    List<RequesterId> left = query.withoutRequester();
    if (left.isEmpty()) return postings;
    Map<String, Posting> allowed = new HashMap<>(postings);
    allowed
        .values()
        .removeIf(copy -> RequesterId.of(copy.job()).filter(left::contains).isPresent());
    return allowed;
  }

  /** Which single filter to drop, with how many results that would bring; the most first. */
  private List<SearchView.Chip> widening(Asked shown, Viewer viewer, List<SearchView.Chip> chips) {
    record Wider(SearchView.Chip chip, long total) {}
    List<Wider> found = new ArrayList<>();
    for (Chips.Active active : Chips.active(shown.query(), instance)) {
      long total = instance.search(active.without(), viewer.withAll()).total();
      String label = active.widened() + " (" + Show.count(total, "results") + ")";
      if (total > 0)
        found.add(
            new Wider(new SearchView.Chip(label, shown.address().of(active.without())), total));
    }
    return found.stream()
        .sorted((a, b) -> Long.compare(b.total(), a.total()))
        .map(Wider::chip)
        .limit(Math.max(1, Math.min(5, chips.size() + 1)))
        .toList();
  }

  private static SearchView.Suggestion suggestion(Asked shown, String text) {
    SearchQuery other = shown.query().withWords(Optional.of(text));
    return new SearchView.Suggestion(text, shown.address().of(other));
  }

  private Layout layout(Asked asked) {
    String title =
        asked
            .query()
            .q()
            .map(words -> Labels.part("search.tasks", "words", words))
            .orElse(Labels.part("search.tasks-that-pay"));
    Layout layout =
        Layout.of(title, Labels.part("search.micro-tasks-studies-and-small-jobs-from-many"), "/")
            .withFeeds(feeds(asked));
    return asked.given().isEmpty() ? layout : layout.notIndexed();
  }

  /** The order of a list is none of a feed's: who follows a search waits for what is new. */
  private static String feeds(Asked asked) {
    SearchQuery first = asked.query().withPage(1);
    return Urls.of("", first.withSort(SearchQuery.defaultSort(first.q())).toParameters());
  }
}
