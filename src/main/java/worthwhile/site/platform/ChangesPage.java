package worthwhile.site.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import worthwhile.account.Account;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.JoinedPlatforms;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.text.Escaped;

/** {@code GET /platforms/changes}: deadlines of platforms, and what changed at them. */
final class ChangesPage implements Handler {
  static final String PATH = "/platforms/changes";
  static final String FEED = PATH + ".atom";
  private static final String TELL = "/alerts/new?watches=changes";

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final JoinedPlatforms joined;

  ChangesPage(SiteInstance instance, Visitors visitors, Pages pages, JoinedPlatforms joined) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.joined = joined;
  }

  /**
   * The list.
   *
   * @param names of the platforms asked for; empty for all
   * @param feed address of the same as a feed
   * @param tell address of the form by which its reader is told of the same
   * @param mine address of the changes of those that the reader has joined; absent if she has
   *     joined none or sees just these
   */
  record View(
      List<Mistake> mistakes,
      PlatformChanges changes,
      List<String> names,
      String feed,
      String tell,
      Optional<String> mine) {}

  @Override
  public void handle(Context ctx) {
    switch (ChangesQuery.parse(ctx, instance)) {
      case ChangesQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          send(
              ctx,
              400,
              new View(
                  mistakes,
                  new PlatformChanges(List.of(), List.of()),
                  List.of(),
                  FEED,
                  TELL,
                  Optional.empty()));
      case ChangesQuery.Parsed.Valid(ChangesQuery query) -> send(ctx, 200, view(ctx, query));
    }
  }

  private View view(Context ctx, ChangesQuery query) {
    return new View(
        List.of(),
        PlatformChanges.of(query.platforms(), instance.sources(), instance.store(), instance.now()),
        query.platforms().stream().map(instance::platformName).toList(),
        query.at(FEED),
        query.platforms().isEmpty() ? TELL : query.at("/alerts/new") + "&watches=changes",
        mine(ctx).filter(hers -> !hers.platforms().equals(query.platforms())).map(q -> q.at(PATH)));
  }

  private Optional<ChangesQuery> mine(Context ctx) {
    Dispensable asked = new Dispensable();
    Optional<Account> visitor = asked.ask(() -> visitors.of(ctx), Optional.empty());
    Remembered browser = Remembered.of(ctx);
    Set<String> hers =
        new TreeSet<>(
            asked.ask(() -> joined.of(visitor, browser), Set.copyOf(browser.platforms())));
    hers.removeIf(id -> instance.sources().platform(id).isEmpty());
    return hers.isEmpty() ? Optional.empty() : Optional.of(new ChangesQuery(hers));
  }

  private void send(Context ctx, int status, View view) {
    Layout layout =
        Layout.of(
                Labels.part("platform.changes-at-platforms"),
                Labels.part("platform.deadlines-of-platforms-for-micro-tasks-and"),
                "/platforms")
            .withHead(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Changes at"
                    + " platforms\" href=\""
                    + Escaped.html(view.feed())
                    + "\">");
    if (!view.names().isEmpty() || status != 200) layout = layout.notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "platform/changes", layout, view));
  }
}
