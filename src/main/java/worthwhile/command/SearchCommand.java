package worthwhile.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.UsageException;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Relaxed;
import worthwhile.site.view.Show;

/** {@code search}: the search page's query, in a terminal. */
@Command(
    name = "search",
    description = "Searches the local index.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "words; none finds everything")
  private List<String> words = new ArrayList<>();

  @Option(names = "--min-hourly", paramLabel = "X", description = "least pay per hour, USD")
  private @Nullable String minHourly;

  @Option(names = "--max-minutes", paramLabel = "N", description = "most minutes needed")
  private @Nullable String maxMinutes;

  @Option(
      names = "--min-reputation",
      paramLabel = "X",
      description = "least score of the requester, 0 to 1")
  private @Nullable String minReputation;

  @Option(names = "--platform", paramLabel = "P", description = "repeatable")
  private List<String> platforms = new ArrayList<>();

  @Option(names = "--category", paramLabel = "C", description = "repeatable")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--language", paramLabel = "L", description = "en, es, …; repeatable")
  private List<String> languages = new ArrayList<>();

  @Option(names = "--device", paramLabel = "D", description = "phone, desktop, …; repeatable")
  private List<String> devices = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "S",
      description = "relevance, hourly, newest, reward, ending, best")
  private @Nullable String sort;

  @Option(names = "--limit", paramLabel = "N", description = "rows shown", defaultValue = "20")
  private String limit;

  @Override
  public Integer call() {
    SearchQuery query = query();
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      PostingIndex index = instance.indexToLookAt();
      instance.indexer().catchUp();
      SearchResult result = index.searchOrRelax(query);
      List<Posting> found = result.hits().stream().map(SearchResult.Hit::posting).toList();
      if (common.json()) found.forEach(out::json);
      else {
        TextTable.print(
            out,
            List.of("per hour", "pay", "platform", "title", "link"),
            found.stream().map(SearchCommand::cells).toList());
        out.say("%d of %d", found.size(), result.total());
        result.relaxed().ifPresent(relaxed -> out.say("%s", said(relaxed)));
      }
      return 0;
    }
  }

  private static String said(Relaxed relaxed) {
    return switch (relaxed) {
      case Relaxed.AnyWord() -> "No task has all of these words; these have some of them.";
      case Relaxed.Respelled(String words) ->
          "No task has the words as they are spelled; these are for: " + words;
    };
  }

  private SearchQuery query() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!words.isEmpty()) parameters.put("q", List.of(String.join(" ", words)));
    if (minHourly != null) parameters.put("min_hourly", List.of(minHourly));
    if (maxMinutes != null) parameters.put("max_minutes", List.of(maxMinutes));
    if (minReputation != null) parameters.put("min_reputation", List.of(minReputation));
    if (!platforms.isEmpty()) parameters.put("platform", platforms);
    if (!categories.isEmpty()) parameters.put("category", categories);
    if (!devices.isEmpty()) parameters.put("device", devices);
    if (!languages.isEmpty()) parameters.put("language", languages);
    if (sort != null) parameters.put("sort", List.of(sort));
    parameters.put("size", List.of(limit));
    return switch (SearchQuery.parse(parameters)) {
      case SearchQuery.Parsed.Valid(SearchQuery query) -> query;
      case SearchQuery.Parsed.Invalid(List<SearchQuery.Parsed.Mistake> mistakes) ->
          throw new UsageException(
              mistakes.stream()
                  .map(
                      m ->
                          "%s \"%s\": allowed is %s"
                              .formatted(option(m.parameter()), m.value(), m.allowed()))
                  .collect(Collectors.joining("\n")));
    };
  }

  /** How the command line calls what the address calls so. */
  private static String option(String parameter) {
    return switch (parameter) {
      case "q" -> "QUERY";
      case "size" -> "--limit";
      default -> "--" + parameter.replace('_', '-');
    };
  }

  private static List<String> cells(Posting posting) {
    String hourly =
        posting.pay() == null
            ? "not known"
            : String.format(Locale.ROOT, "%.2f %s", posting.pay().net(), posting.pay().currency());
    MonetaryAmount stated = posting.job().baseSalary();
    return List.of(
        hourly,
        stated == null ? "" : Show.stated(stated),
        posting.job().platform(),
        posting.job().title(),
        posting.job().url() == null ? "" : posting.job().url());
  }
}
