package worthwhile.site.me;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.HiddenTasks;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Urls;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Remembered;

/**
 * Tasks that a worker puts side by side, the first one first: at most {@link #MOST}. Her browser
 * keeps them in a cookie of their own until it is closed, so that she can gather them from several
 * searches; the address of the page names them, so that it can be kept and passed on.
 *
 * @param ids of postings, each once
 */
public record ComparedTasks(List<String> ids) {
  public static final String PATH = "/compare";
  public static final String PARAMETER = "task";

  /** Most that fit side by side. */
  public static final int MOST = 4;

  public static final ComparedTasks NONE = new ComparedTasks(List.of());

  private static final String COOKIE = "compare";

  public ComparedTasks {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    if (ids.size() > MOST) throw new IllegalArgumentException("too many: " + ids.size());
  }

  /** The first of these, as many as fit. */
  public static ComparedTasks first(Collection<String> ids) {
    return new ComparedTasks(new LinkedHashSet<>(ids).stream().limit(MOST).toList());
  }

  /** What the cookie of a request says; what makes no sense in it is passed over. */
  public static ComparedTasks of(Context ctx) {
    String cookie = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    return first(
        Arrays.stream(cookie.split("\\+"))
            .flatMap(word -> Remembered.decoded(word).stream())
            .filter(HiddenTasks::isId)
            .toList());
  }

  /** These and another one; where there is no room for it, without the first. */
  public ComparedTasks with(String id) {
    List<String> all = new ArrayList<>(ids);
    if (!all.contains(id)) all.add(id);
    return new ComparedTasks(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** These but for one. */
  public ComparedTasks without(String id) {
    return new ComparedTasks(ids.stream().filter(each -> !each.equals(id)).toList());
  }

  /** Has the browser keep them until it is closed. */
  public void keep(Context ctx, SiteSettings settings) {
    String value = String.join("+", ids.stream().map(Remembered::word).toList());
    if (ids.isEmpty()) Cookies.keep(ctx, settings, COOKIE, "", Duration.ZERO);
    else Cookies.keepUntilClosed(ctx, settings, COOKIE, value);
  }

  /** Has the browser forget them. */
  public static void forget(Context ctx, SiteSettings settings) {
    if (ctx.cookie(COOKIE) != null) NONE.keep(ctx, settings);
  }

  /** The address of the page that shows them. */
  public String address(BackLink back) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put(PARAMETER, ids);
    if (!back.value().isEmpty()) parameters.put(BackLink.NAME, List.of(back.value()));
    return Urls.of(PATH, parameters);
  }
}
