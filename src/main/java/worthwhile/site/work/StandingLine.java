package worthwhile.site.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.earn.ApprovalAsked;
import worthwhile.work.earn.ApprovalRate;

/**
 * How a worker stands on a platform, beside what its open tasks ask for.
 *
 * @param next the least share that open tasks ask for and that she does not reach; absent if there
 *     is none
 * @param tasks how many of them ask for just that
 */
record StandingLine(ApprovalRate rate, Optional<ApprovalAsked> next, int tasks) {
  /** Of fewer decisions there is no share to tell. */
  private static final int FEWEST = 5;

  private static final int PLATFORMS = 5;
  private static final int PAGES = 3;

  /** Of the platforms with the most decided work. */
  static List<StandingLine> of(List<ApprovalRate> rates, SiteInstance instance) {
    return rates.stream()
        .filter(rate -> rate.decided() >= FEWEST)
        .sorted(Comparator.comparing(ApprovalRate::decided).reversed())
        .limit(PLATFORMS)
        .map(rate -> line(rate, instance))
        .toList();
  }

  private static StandingLine line(ApprovalRate rate, SiteInstance instance) {
    Map<ApprovalAsked, Integer> missed = new HashMap<>();
    for (List<String> requirements : requirements(rate.platform(), instance))
      requirements.stream()
          .flatMap(each -> ApprovalAsked.of(each).stream())
          .max(Comparator.comparing(ApprovalAsked::percent))
          .filter(asked -> !rate.reaches(asked))
          .ifPresent(asked -> missed.merge(asked, 1, Integer::sum));
    Optional<ApprovalAsked> next =
        missed.keySet().stream()
            .min(Comparator.comparing(ApprovalAsked::percent).thenComparing(ApprovalAsked::isMore));
    return new StandingLine(rate, next, next.map(missed::get).orElse(0));
  }

  /** What the newest open tasks of a platform ask for, at most 300 of them. */
  private static List<List<String>> requirements(String platform, SiteInstance instance) {
    List<List<String>> all = new ArrayList<>();
    Map<String, List<String>> asked = Map.of("platform", List.of(platform), "size", List.of("100"));
    if (!(SearchQuery.parse(asked) instanceof SearchQuery.Parsed.Valid(SearchQuery query)))
      return all;
    for (int page = 1; page <= PAGES; page++) {
      SearchResult found = instance.index().search(query.withPage(page));
      found.hits().forEach(hit -> all.add(hit.posting().job().qualifications()));
      if ((long) page * query.size() >= found.total()) break;
    }
    return all;
  }

  String text() {
    Reason known =
        Reason.of("own-approval").with("percent", rate.percent()).with("decided", rate.decided());
    return next.map(asked -> known.said() + " " + beyond(asked)).orElseGet(known::said);
  }

  private String beyond(ApprovalAsked asked) {
    return Reason.of("own-approval-next")
        .with("row", rate.inARow(asked).orElse(0))
        .with("share", asked.percent())
        .with("more", asked.isMore() ? "yes" : "no")
        .with("tasks", tasks)
        .said();
  }
}
