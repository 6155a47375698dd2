package worthwhile.site.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.Urls;

/** Pages of a search. */
public final class Paging {
  /** Above what a search needs for one link, unless it leaves out many requesters. */
  private static final int LONGEST_LINKS = 3_500;

  private Paging() {}

  /** Number of pages that can be asked for. */
  public static long pages(SearchQuery query, long total) {
    long reachable = Math.min(total, (long) (SearchQuery.REACH / query.size()) * query.size());
    return Math.ceilDiv(reachable, query.size());
  }

  /** The page before; from beyond the end, the last one. */
  public static Optional<SearchQuery> previous(SearchQuery query, long total) {
    long before = Math.min(query.page() - 1L, pages(query, total));
    return before >= 1 ? Optional.of(query.withPage((int) before)) : Optional.empty();
  }

  public static Optional<SearchQuery> next(SearchQuery query, long total) {
    return query.page() < pages(query, total)
        ? Optional.of(query.withPage(query.page() + 1))
        : Optional.empty();
  }

  /**
   * The {@code Link} header (RFC 8288) of one page. Each link repeats the search: of a long one
   * only as many are told as proxies still take, where to go next before all others; empty where
   * that is none.
   *
   * @param further adds what else the address carries
   */
  public static String links(
      String path,
      SearchQuery query,
      long total,
      UnaryOperator<Map<String, List<String>>> further) {
    List<String> links = new ArrayList<>();
    next(query, total).ifPresent(page -> links.add(link(path, page, "next", further)));
    previous(query, total).ifPresent(page -> links.add(link(path, page, "prev", further)));
    links.add(link(path, query.withPage(1), "first", further));
    long last = Math.max(1, pages(query, total));
    links.add(link(path, query.withPage((int) last), "last", further));
    while (String.join(", ", links).length() > LONGEST_LINKS) links.removeLast();
    return String.join(", ", links);
  }

  private static String link(
      String path,
      SearchQuery query,
      String relation,
      UnaryOperator<Map<String, List<String>>> further) {
    String address = Urls.of(path, further.apply(query.toParameters()));
    return "<" + address + ">; rel=\"" + relation + "\"";
  }

  public static BigDecimal millis(long nanos) {
    return BigDecimal.valueOf(nanos, 6).setScale(2, RoundingMode.HALF_UP);
  }
}
