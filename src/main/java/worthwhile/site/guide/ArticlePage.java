package worthwhile.site.guide;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /guide/NAME}: one article, with what is open on this instance now. */
final class ArticlePage implements Handler {
  private final SiteInstance instance;
  private final LiveFigures figures;
  private final Pages pages;

  ArticlePage(SiteInstance instance, LiveFigures figures, Pages pages) {
    this.instance = instance;
    this.figures = figures;
    this.pages = pages;
  }

  @Override
  public void handle(Context ctx) {
    Article article =
        Article.of(ctx.pathParam("name"))
            .orElseThrow(() -> new Missing(Reason.of("no-such-article")));
    Dispensable asked = new Dispensable();
    ArticleView view =
        figures.areThere()
            ? view(article, figures.reader(ctx, asked))
            : new ArticleView(article, List.of(), "", Optional.empty());
    var layout = GuideRoutes.layout(instance, article.title(), article.lead(), article.path());
    String template = GuideRoutes.template(article.word());
    Answer.html(ctx, 200, pages.render(ctx, template, asked.said(layout), view));
  }

  private ArticleView view(Article article, LiveFigures.Reader reader) {
    List<LiveLine> lines =
        article.searches().stream()
            .flatMap(search -> figures.line(search, reader).stream())
            .toList();
    Optional<Map<String, Long>> categories =
        article == Article.TRADES ? figures.categories(reader) : Optional.empty();
    return new ArticleView(article, lines, Show.countries(reader.countries()), categories);
  }
}
