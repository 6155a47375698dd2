package worthwhile.site.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Reason;

/**
 * Whether a request comes from this site's own pages. Browsers say so by {@code Sec-Fetch-Site};
 * older ones by {@code Origin}. What says neither is no browser, and carries no cookie that
 * somebody else could make use of.
 */
public final class Origin {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Optional<String> authority;

  /**
   * @param baseUrl where people reach the site, if a proxy may have changed the {@code Host}
   */
  Origin(Optional<String> baseUrl) {
    authority = baseUrl.map(url -> authority(URI.create(url)));
  }

  /**
   * Refuses what a page of another site makes a browser send. Requests that carry a token are no
   * concern: no other site can add one.
   */
  public void refuseForeign(Context ctx) {
    if (Visitors.token(ctx).isPresent() || isOwn(ctx)) return;
    throw new HttpRefusal(403, "Sent from another site", Reason.of("from-another-site"));
  }

  /** Whether no page of another site has a part in it. */
  public boolean isOwn(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) return OWN.contains(site);
    String origin = ctx.header("Origin");
    return origin == null || isOwn(origin, ctx.host());
  }

  private boolean isOwn(String origin, String host) {
    try {
      String from = authority(URI.create(origin));
      return from.equals(lower(host)) || authority.filter(from::equals).isPresent();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /**
   * Whether what a browser sends of its own accord (cookies, being on this machine) may count: not
   * where another site's page reads in the background, but where a person follows its link.
   */
  boolean isTrusted(Context ctx) {
    return isOwn(ctx) || "navigate".equals(ctx.header("Sec-Fetch-Mode"));
  }

  private static String authority(URI uri) {
    return uri.getRawAuthority() == null ? "" : lower(uri.getRawAuthority());
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
