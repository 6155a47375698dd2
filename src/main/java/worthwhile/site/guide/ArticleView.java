package worthwhile.site.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;

/**
 * What the page of an article shows beside its words.
 *
 * @param lines what is open now; none while the index cannot tell
 * @param countries for whom that was counted, as her browser remembers; empty for anybody
 * @param categories open tasks by category of work; absent while that cannot be told
 */
public record ArticleView(
    Article article,
    List<LiveLine> lines,
    String countries,
    Optional<Map<String, Long>> categories) {
  public ArticleView {
    lines = List.copyOf(lines);
  }

  /** The search for all work of a category. */
  public static String url(String category) {
    return Urls.of("/", Map.of("category", List.of(category))) + "&kind=any";
  }

  /** A category and how many tasks of it are open: Translation (12); the name where unknown. */
  public String named(String category) {
    String name = Labels.category(category);
    return categories
        .map(counts -> name + " (" + Show.number(counts.getOrDefault(category, 0L)) + ")")
        .orElse(name);
  }

  public Optional<Article> next() {
    return article.next();
  }
}
