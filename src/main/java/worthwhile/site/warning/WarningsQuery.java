package worthwhile.site.warning;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.posting.Sentences;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.store.posting.Warned;

/**
 * Which warnings are asked for.
 *
 * @param page from 1
 */
record WarningsQuery(Warned.Filter filter, int page) {
  static final int SIZE = 20;
  private static final int LAST_PAGE = 500;

  static final WarningsQuery ALL = new WarningsQuery(Warned.Filter.ALL, 1);

  /** The query, or what is wrong with the parameters. */
  sealed interface Parsed {
    record Valid(WarningsQuery query) implements Parsed {}

    record Invalid(List<Mistake> mistakes) implements Parsed {}
  }

  static Parsed parse(Context ctx, SiteInstance instance) {
    List<Mistake> mistakes =
        new ArrayList<>(
            ApiQuery.unknown(ctx, List.of("code", "severity", "by", "platform", "page")));
    Warned.Filter filter =
        new Warned.Filter(
            one(ctx, "code", WarningsQuery::code, "a code of /warnings/guide", mistakes),
            constant(ctx, "severity", Warning.Severity.values(), mistakes),
            constant(ctx, "by", Warning.By.values(), mistakes),
            one(
                ctx,
                "platform",
                word -> instance.sources().platform(word).map(Platform::id),
                "the id of a platform, see /platforms",
                mistakes));
    int page =
        one(ctx, "page", WarningsQuery::number, "a number from 1 to " + LAST_PAGE, mistakes)
            .orElse(1);
    return mistakes.isEmpty()
        ? new Parsed.Valid(new WarningsQuery(filter, page))
        : new Parsed.Invalid(mistakes);
  }

  private static Optional<String> code(String word) {
    return Optional.of(word)
        .filter(each -> each.matches("[a-z][a-z0-9-]{0,50}"))
        .filter(each -> Sentences.english().part(each).isPresent());
  }

  private static Optional<Integer> number(String word) {
    return Optional.of(word)
        .filter(each -> each.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= LAST_PAGE);
  }

  private static <T extends Enum<T>> Optional<T> constant(
      Context ctx, String name, T[] constants, List<Mistake> mistakes) {
    String allowed = Arrays.stream(constants).map(Worded::wordOf).collect(Collectors.joining(", "));
    return one(
        ctx,
        name,
        word ->
            Arrays.stream(constants).filter(each -> Worded.wordOf(each).equals(word)).findFirst(),
        allowed,
        mistakes);
  }

  /** What a parameter says; absent if it is not given or a mistake, which is noted. */
  private static <T> Optional<T> one(
      Context ctx,
      String name,
      Function<String, Optional<T>> read,
      String allowed,
      List<Mistake> mistakes) {
    List<String> given = ctx.queryParams(name).stream().filter(word -> !word.isBlank()).toList();
    if (given.isEmpty()) return Optional.empty();
    Optional<T> meant = given.size() == 1 ? read.apply(given.getFirst().strip()) : Optional.empty();
    if (meant.isEmpty()) mistakes.add(new Mistake(name, given.getLast(), allowed));
    return meant;
  }

  /** The warned postings of this page. */
  Warned.Part part(SiteInstance instance) {
    return instance.store().warned().part(filter, (page - 1) * SIZE, SIZE);
  }

  /** The address of a page of the same. */
  String at(String path, int page) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    filter.code().ifPresent(code -> parameters.put("code", List.of(code)));
    filter.severity().ifPresent(each -> parameters.put("severity", List.of(Worded.wordOf(each))));
    filter.by().ifPresent(each -> parameters.put("by", List.of(Worded.wordOf(each))));
    filter.platform().ifPresent(id -> parameters.put("platform", List.of(id)));
    if (page > 1) parameters.put("page", List.of(String.valueOf(page)));
    return Urls.of(path, parameters);
  }

  Optional<String> previous() {
    return page > 1 ? Optional.of(at(WarningsPage.PATH, page - 1)) : Optional.empty();
  }

  Optional<String> next(long total) {
    boolean more = page < LAST_PAGE && (long) page * SIZE < total;
    return more ? Optional.of(at(WarningsPage.PATH, page + 1)) : Optional.empty();
  }
}
