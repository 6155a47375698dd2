package worthwhile.site.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.intake.Kinds;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.Apart;
import worthwhile.search.Besides;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.Dimension;
import worthwhile.search.HiddenTasks;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.Sort;
import worthwhile.site.view.SiteInstance;

/** Open tasks like one task that pay more an hour, for a worker who may do them. */
final class BetterTasks {
  static final int MOST = 3;

  /** Looked at, since not all that a search finds will do. */
  private static final int LOOKED_AT = 12;

  private static final int WORDS = 5;
  private static final int SHORTEST_WORD = 4;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final SiteInstance instance;

  BetterTasks(SiteInstance instance) {
    this.instance = instance;
  }

  /**
   * A task that pays more.
   *
   * @param platform its name
   * @param can whether she may do it
   */
  record Better(Posting posting, Pay pay, String platform, CanI can) {}

  /**
   * The best paid at most three, of the same category and kind, else with words of the title. None
   * where it is not known what the task itself pays.
   *
   * @param own what the reader alone finds
   */
  List<Better> than(
      Posting posting,
      ToldOfHer her,
      BlockedRequesters blocked,
      HiddenTasks hidden,
      Optional<Besides> own) {
    Pay pay = posting.pay();
    if (pay == null || !pay.currency().equals("USD")) return List.of();
    Map<String, List<String>> alike = alike(posting);
    if (alike.isEmpty()) return List.of();
    alike.put("min_hourly", List.of(pay.net().max(BigDecimal.ZERO).add(CENT).toPlainString()));
    if (!her.countries().isEmpty())
      alike.put(Dimension.COUNTRY.field(), List.copyOf(her.countries()));
    if (!blocked.isEmpty()) alike.put(BlockedRequesters.PARAMETER, blocked.words());
    return SearchQuery.parse(alike) instanceof SearchQuery.Parsed.Valid(SearchQuery query)
        ? found(query, pay, her, own, without(posting, hidden))
        : List.of();
  }

  private static Set<String> without(Posting posting, HiddenTasks hidden) {
    Set<String> without = new HashSet<>(hidden.ids());
    without.add(posting.id());
    posting.standing().duplicates().stream().map(Duplicate::id).forEach(without::add);
    return without;
  }

  /** What a search for its like asks for; empty where nothing tells what that is. */
  private static Map<String, List<String>> alike(Posting posting) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    String category = posting.job().occupationalCategory();
    String words = words(posting.job().title());
    if (isTelling(category)) alike.put(Dimension.CATEGORY.field(), List.of(category));
    else if (words.isEmpty()) return alike;
    else alike.put("q", List.of(words));
    alike.put(Dimension.KIND.field(), List.of(Kinds.of(posting.job()).word()));
    alike.put("include_unknown_pay", List.of("false"));
    alike.put("max_severity", List.of("note"));
    alike.put("sort", List.of(Sort.HOURLY.parameter()));
    alike.put("size", List.of(Integer.toString(LOOKED_AT)));
    return alike;
  }

  private static boolean isTelling(@Nullable String category) {
    return category != null && !category.isBlank() && !category.equals("other");
  }

  private static String words(String title) {
    return Arrays.stream(title.split("[^\\p{L}\\p{M}]+"))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .limit(WORDS)
        .collect(Collectors.joining(" "));
  }

  private List<Better> found(
      SearchQuery query, Pay than, ToldOfHer her, Optional<Besides> own, Set<String> without) {
    SearchResult result = instance.search(query, own, without);
    List<Better> better = new ArrayList<>();
    if (result.relaxed().isPresent()) return better;
    for (SearchResult.Hit hit : result.hits()) {
      Pay pay = hit.posting().pay();
      if (better.size() == MOST || pay == null) break;
      if (isSure(hit) && pay.net().compareTo(than.net()) > 0) better.add(better(hit, pay, her));
    }
    return better;
  }

  /** Whether it is open for certain, and its pay more than a guess from tasks like it. */
  private static boolean isSure(SearchResult.Hit hit) {
    boolean fits = hit.group().isEmpty() || hit.group().get() == Apart.COUNTRY_NOT_STATED;
    Pay pay = hit.posting().pay();
    return fits
        && hit.posting().state() == PostingState.OPEN
        && pay != null
        && pay.basis() != Pay.Basis.SIMILAR;
  }

  private Better better(SearchResult.Hit hit, Pay pay, ToldOfHer her) {
    Posting posting = hit.posting().offered();
    String platform = instance.platformName(posting.job().platform());
    return new Better(posting, pay, platform, CanI.of(posting, her, instance));
  }
}
