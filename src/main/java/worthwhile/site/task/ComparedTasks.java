package worthwhile.site.task;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.search.HiddenTasks;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Urls;
import worthwhile.site.view.BackLink;

/**
 * Tasks that a worker puts side by side, the first one first: at most {@link #MOST}. Her browser
 * keeps them in a cookie of their own until it is closed, so that she can gather them from several
 * searches; the address of the page names them, so that it can be kept and passed on.
 *
 * @param ids of postings, each once
 */
record ComparedTasks(List<String> ids) {
  static final String PATH = "/compare";
  static final String PARAMETER = "task";

  /** Most that fit side by side. */
  static final int MOST = 4;

  static final ComparedTasks NONE = new ComparedTasks(List.of());

  private static final String COOKIE = "compare";

  ComparedTasks {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    if (ids.size() > MOST) throw new IllegalArgumentException("too many: " + ids.size());
  }

  /** The first of these, as many as fit. */
  static ComparedTasks first(Collection<String> ids) {
    return new ComparedTasks(new LinkedHashSet<>(ids).stream().limit(MOST).toList());
  }

  /** What the cookie of a request says; what makes no sense in it is passed over. */
  static ComparedTasks of(Context ctx) {
    String cookie = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    return first(
        Arrays.stream(cookie.split("\\+"))
            .flatMap(ComparedTasks::decoded)
            .filter(HiddenTasks::isId)
            .toList());
  }

  private static Stream<String> decoded(String word) {
    try {
      return Stream.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException garbled) {
      return Stream.empty();
    }
  }

  /** These and another one; where there is no room for it, without the first. */
  ComparedTasks with(String id) {
    List<String> all = new ArrayList<>(ids);
    if (!all.contains(id)) all.add(id);
    return new ComparedTasks(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** These but for one. */
  ComparedTasks without(String id) {
    return new ComparedTasks(ids.stream().filter(each -> !each.equals(id)).toList());
  }

  /** Has the browser keep them until it is closed. */
  void keep(Context ctx, SiteSettings settings) {
    String value =
        String.join(
            "+",
            ids.stream()
                .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"))
                .toList());
    String lifetime = ids.isEmpty() ? "; Max-Age=0" : "";
    String secure = settings.https() ? "; Secure" : "";
    ctx.res()
        .addHeader(
            "Set-Cookie",
            COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + lifetime + secure);
  }

  /** The address of the page that shows them. */
  String address(BackLink back) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put(PARAMETER, ids);
    if (!back.value().isEmpty()) parameters.put(BackLink.NAME, List.of(back.value()));
    return Urls.of(PATH, parameters);
  }
}
