package worthwhile.site.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import worthwhile.reputation.ScoreRules;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** The guide and the pages about this site. */
public final class GuideRoutes {
  /** Every page that search engines may keep: the index, the articles, what explains the site. */
  public static final List<String> PATHS =
      Stream.of(
              Stream.of(Article.INDEX),
              Stream.of(Article.values()).map(Article::path),
              Stream.of(AboutTopic.values()).map(AboutTopic::path))
          .flatMap(paths -> paths)
          .toList();

  private GuideRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    LiveFigures figures = new LiveFigures(instance, visitors);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.page(Article.INDEX, new ArticlesPage(instance, pages)));
    routes.add(Route.page(Article.INDEX + "/{name}", new ArticlePage(instance, figures, pages)));
    routes.add(Route.page(StylePage.PATH, new StylePage(instance, pages)));
    for (AboutTopic topic : AboutTopic.values())
      routes.add(
          Route.page(topic.path(), new AboutPage(topic, instance, pages, of -> view(topic, of))));
    return new Feature("guide", List.copyOf(routes));
  }

  /** Path of the template that has these words in the reader's language. */
  static String template(String name) {
    return "guide/" + Labels.language() + "/" + name;
  }

  private static Object view(AboutTopic topic, SiteInstance instance) {
    return switch (topic) {
      case SITE -> List.of(AboutTopic.values());
      case PAY -> AboutPay.of(instance);
      case TRUST -> ScoreRules.inForce();
      case TRACES -> AboutTraces.of(instance.settings());
    };
  }

  /** The head of a page that search engines may keep; where its address is known, under that. */
  static Layout layout(SiteInstance instance, String title, String description, String path) {
    Layout layout = Layout.of(title, description, path);
    return instance
        .settings()
        .baseUrl()
        .map(base -> layout.withHead("<link rel=\"canonical\" href=\"" + base + path + "\">"))
        .orElse(layout);
  }
}
