package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.search.HiddenTasks;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.SiteInstance;

/**
 * {@code POST /compare}: puts a task beside those that are compared, or takes it away, and leads to
 * the page that shows them.
 */
final class CompareAnswer implements Handler {
  /** In the address after: the task that had to go because only four fit. */
  static final String LET_GO = "let_go";

  private final SiteInstance instance;
  private final Visitors visitors;

  CompareAnswer(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    List<String> shown = ctx.formParams("shown");
    ComparedTasks before =
        shown.isEmpty()
            ? ComparedTasks.of(ctx)
            : ComparedTasks.first(shown.stream().filter(HiddenTasks::isId).toList());
    Optional<String> off = Optional.ofNullable(ctx.formParam("off"));
    ComparedTasks now = off.map(before::without).orElseGet(() -> before.with(task(ctx)));
    now.keep(ctx, instance.settings());
    ctx.redirect(next(ctx, before, now, off), HttpStatus.SEE_OTHER);
  }

  private String task(Context ctx) {
    return Optional.ofNullable(ctx.formParam(ComparedTasks.PARAMETER))
        .filter(HiddenTasks::isId)
        .filter(id -> instance.posting(id, visitors.of(ctx)).isPresent())
        .orElseThrow(() -> new HttpRefusal(404, "No such task", Reason.of("no-task-so-named")));
  }

  private static String next(
      Context ctx, ComparedTasks before, ComparedTasks now, Optional<String> off) {
    String address = now.address(BackLink.of(ctx));
    Optional<String> gone =
        before.ids().stream().filter(id -> off.isEmpty() && !now.ids().contains(id)).findFirst();
    if (gone.isEmpty()) return address;
    Map<String, List<String>> told = new LinkedHashMap<>();
    told.put(LET_GO, List.of(gone.get()));
    return address + Urls.of("", told).replace('?', '&');
  }
}
