package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;

/**
 * {@code /country}: a search's country out of all there are. The search page itself offers the few
 * that its results name: all of them would be a tenth of each page.
 */
final class CountryPage implements Handler {
  static final String PATH = "/country";

  private final Pages pages;

  CountryPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param rest what else the search asks for, by parameter
   */
  record View(SearchView.Countries countries, Map<String, List<String>> rest) {}

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> rest = new LinkedHashMap<>(ctx.queryParamMap());
    SearchView.Countries countries = SearchChoices.countries(new Form(rest), List.of());
    rest.keySet().removeAll(List.of("country", "page"));
    rest.replaceAll((_, values) -> values.stream().filter(value -> !value.isEmpty()).toList());
    Layout layout =
        Layout.of(
                Labels.part("country.heading"),
                Labels.part("search.find-tasks-that-are-worth-your-time"),
                "")
            .notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "search/country", layout, new View(countries, rest)));
  }
}
