package worthwhile.site.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /platforms}: every place where work is offered, compared in one table. */
final class PlatformsPage implements Handler {
  private final SiteInstance instance;
  private final Pages pages;

  PlatformsPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * The table.
   *
   * @param query absent if the parameters had mistakes
   * @param all number of platforms without any filter
   */
  record View(
      Form form,
      List<Mistake> mistakes,
      Optional<PlatformQuery> query,
      List<PlatformLine> lines,
      int all) {
    /** What a table's column says of its order to those who cannot see it. */
    @Nullable String ariaSort(PlatformSort sort) {
      if (query.map(PlatformQuery::sort).filter(sort::equals).isEmpty()) return null;
      return sort == PlatformSort.OPEN ? "descending" : "ascending";
    }

    /** The address of the same list in another order. */
    String by(PlatformSort sort) {
      return query.map(asked -> asked.by(sort)).orElse("/platforms");
    }
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    if (Parameters.hasBlank(ctx) && Urls.fits(Urls.of("/platforms", given))) {
      ctx.redirect(Urls.of("/platforms", given), HttpStatus.SEE_OTHER);
      return;
    }
    switch (PlatformQuery.parse(given)) {
      case PlatformQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          send(ctx, 400, new View(new Form(given), mistakes, Optional.empty(), List.of(), all()));
      case PlatformQuery.Parsed.Valid(PlatformQuery query) ->
          send(
              ctx,
              200,
              new View(
                  new Form(query.toParameters()),
                  List.of(),
                  Optional.of(query),
                  query.lines(instance),
                  all()));
    }
  }

  private int all() {
    return instance.sources().platforms().size();
  }

  private void send(Context ctx, int status, View view) {
    Layout layout =
        Layout.of(
            "Platforms",
            "Platforms, boards and forums with paid tasks compared: how they pay, from what sum and"
                + " how soon, who may join, and how their tasks reach this site.",
            "/platforms");
    if (!view.form().values().isEmpty()) layout = layout.notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "platform/platforms", layout, view));
  }
}
