package worthwhile.site.block;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.search.HiddenTasks;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;

/**
 * {@code POST /me/hidden}: takes a task out of the reader's lists or puts it back, and leads back
 * to where she was. Only her browser remembers it.
 */
public final class HideAnswer implements Handler {
  /** Where forms that hide are sent to. */
  public static final String PATH = "/me/hidden";

  private final SiteInstance instance;
  private final Visitors visitors;

  public HideAnswer(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    String id = Optional.ofNullable(ctx.formParam("posting")).filter(HiddenTasks::isId).orElse("");
    boolean back = "no".equals(ctx.formParam("hide"));
    Optional<Posting> posting = instance.posting(id, visitors.of(ctx));
    Remembered browser = Remembered.of(ctx);
    HiddenTasks before = browser.hidden();
    if (posting.isEmpty() && !before.ids().contains(id)) throw unknown();
    List<String> ids = copies(id, posting);
    browser
        .withHidden(back ? before.without(ids) : before.with(ids))
        .keep(ctx, instance.settings());
    ctx.redirect(next(ctx, id, back), HttpStatus.SEE_OTHER);
  }

  private static HttpRefusal unknown() {
    return new HttpRefusal(404, "No such task", Reason.of("no-task-so-named"));
  }

  /** The task under every id that it has here: else a copy of it would take its place. */
  private static List<String> copies(String id, Optional<Posting> posting) {
    List<String> ids = new ArrayList<>();
    posting.stream()
        .flatMap(known -> known.standing().duplicates().stream())
        .map(Duplicate::id)
        .filter(HiddenTasks::isId)
        .forEach(ids::add);
    ids.add(id);
    return ids;
  }

  private static String next(Context ctx, String id, boolean back) {
    BackLink list = BackLink.of(ctx);
    String page = Optional.ofNullable(ctx.formParam("page")).orElse("");
    if (page.equals("me")) return list.on("/me") + "#hidden";
    String address = list.href();
    if (back) return address;
    String sign = address.contains("?") ? "&" : "?";
    return address + sign + HiddenTasks.PARAMETER + "=" + Urls.parameter(id) + "#results";
  }
}
