package worthwhile.site.search;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.pay.money.UsedRate;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.Sort;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * A search as a feed.
 *
 * @param title what was searched
 * @param home address of the search page
 * @param self address of the feed
 * @param base where the site is, without a slash at its end
 * @param id the same under whatever address the feed was asked for
 * @param floor what pay is seen against
 * @param today day on which it is told
 */
record Feed(
    String title,
    String home,
    String self,
    String base,
    String id,
    List<Posting> postings,
    Floor floor,
    LocalDate today) {
  /** The feed of a request; absent if its parameters were wrong and the client has been told. */
  static Optional<Feed> of(Context ctx, SiteInstance instance) {
    return ApiSearch.of(ctx, instance).map(search -> feed(ctx, search, instance));
  }

  private static Feed feed(Context ctx, ApiSearch search, SiteInstance instance) {
    SearchQuery query = search.query();
    SearchResult result = instance.index().search(ordered(ctx, query));
    String base = instance.base(ctx);
    return new Feed(
        title(query, instance),
        base + Urls.of("/", search.withFloor(query.withPage(1).toParameters())),
        base + Urls.of(ctx.path(), search.toParameters()),
        base,
        id(instance.settings(), Urls.of(ctx.path(), search.toParameters())),
        result.hits().stream().map(SearchResult.Hit::posting).toList(),
        search.floor(),
        instance.today());
  }

  /** Newest first unless its address names an order: else what is new might never be among them. */
  private static SearchQuery ordered(Context ctx, SearchQuery query) {
    return ctx.queryParam("sort") == null
        ? query.withSort(Sort.NEWEST).withPage(query.page())
        : query;
  }

  /**
   * What names a path of this site for ever: its address, if the operator has said under which one
   * people reach it. Else the address is the one that happened to be asked for, and no part of it.
   */
  private static String id(SiteSettings settings, String path) {
    return settings
        .baseUrl()
        .map(base -> base + path)
        .orElse("urn:worthwhile:" + path.substring(1).replace('?', ':'));
  }

  private static String title(SearchQuery query, SiteInstance instance) {
    String filters =
        String.join(", ", Chips.active(query, instance).stream().map(Chips.Active::label).toList());
    return filters.isEmpty() ? "Worthwhile: all tasks" : "Worthwhile: " + filters;
  }

  /** What names a posting's entry in every feed. */
  static String id(Posting posting, SiteSettings settings) {
    return id(settings, Urls.task(posting.id()));
  }

  /** The address of a posting's page here. */
  String page(Posting posting) {
    return base + Urls.task(posting.id());
  }

  static Instant published(Posting posting) {
    return posting.job().datePosted() != null ? posting.job().datePosted() : first(posting);
  }

  /** When its entry last changed: when it was first seen here or published, what is later. */
  static Instant updated(Posting posting) {
    Instant published = published(posting);
    return published.isAfter(first(posting)) ? published : first(posting);
  }

  private static Instant first(Posting posting) {
    return posting.standing().firstSeen() == null ? Instant.EPOCH : posting.standing().firstSeen();
  }

  /** When the newest entry changed. */
  Instant updated() {
    return postings.stream()
        .map(Feed::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** A line for each warning that is more than a note, one of pay, then the description. */
  String text(Posting posting) {
    String description = posting.job().description() == null ? "" : posting.job().description();
    return warningLines(posting)
        + payLine(posting)
        + (description.isEmpty() ? "" : "\n\n" + description);
  }

  private static String warningLines(Posting posting) {
    return posting.assessment().warnings().stream()
        .filter(warning -> warning.severity() != Warning.Severity.NOTE)
        .map(Show::warning)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private String payLine(Posting posting) {
    String stated =
        posting.job().baseSalary() == null
            ? "Pay not stated"
            : "Pays " + Show.stated(posting.job().baseSalary());
    if (posting.pay() == null) return stated + ".";
    String unpaid =
        Show.afterUnpaid(posting.pay())
            .map(left -> ", about " + left + " after unpaid time")
            .orElse("");
    String line =
        "%s; about %s/h %s%s"
            .formatted(stated, Show.net(posting.pay()), Show.basis(posting.pay().basis()), unpaid);
    String against = floor.against(posting.pay()).map(words -> ", " + words).orElse("");
    String old =
        UsedRate.of(posting.pay())
            .filter(rate -> rate.isOld(today))
            .map(rate -> " " + rate.reason(today).text())
            .orElse("");
    return line + against + "." + old;
  }
}
