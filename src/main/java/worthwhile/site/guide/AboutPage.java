package worthwhile.site.guide;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Function;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /about…}: one page that explains this site. */
final class AboutPage implements Handler {
  private final AboutTopic topic;
  private final SiteInstance instance;
  private final Pages pages;
  private final Function<SiteInstance, Object> view;

  /**
   * A page.
   *
   * @param view what it shows beside its words
   */
  AboutPage(
      AboutTopic topic, SiteInstance instance, Pages pages, Function<SiteInstance, Object> view) {
    this.topic = topic;
    this.instance = instance;
    this.pages = pages;
    this.view = view;
  }

  @Override
  public void handle(Context ctx) {
    var layout = GuideRoutes.layout(instance, topic.title(), topic.lead(), topic.path());
    String page = pages.render(ctx, topic.template(), layout, view.apply(instance));
    Answer.html(ctx, 200, page);
  }
}
