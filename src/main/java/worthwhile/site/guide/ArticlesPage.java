package worthwhile.site.guide;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /guide}: all articles. */
final class ArticlesPage implements Handler {
  private final SiteInstance instance;
  private final Pages pages;

  ArticlesPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  @Override
  public void handle(Context ctx) {
    var layout =
        GuideRoutes.layout(
            instance, Labels.part("articles.title"), Labels.part("articles.lead"), Article.INDEX);
    List<Article> all = List.of(Article.values());
    Answer.html(ctx, 200, pages.render(ctx, "guide/articles", layout, all));
  }
}
