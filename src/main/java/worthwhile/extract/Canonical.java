package worthwhile.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses without what changes from visit to visit. */
public final class Canonical {
  /** Those of them that are never all by which a page is known. */
  private static final String SENDER =
      "utm_\\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|_hs\\w+|mkt_tok|phpsessid|jsessionid";

  private static final Pattern SENT =
      Pattern.compile("(?<=[?&])(?:" + SENDER + ")(?:=[^&]*)?(?:&|$)", Pattern.CASE_INSENSITIVE);

  /**
   * Query parameters that say who sent the visitor, which visit this is, or that the link is
   * signed; none of them says which page it is. "ref", "source" and "id" are not among them: boards
   * use them for identity.
   */
  private static final Pattern VOLATILE =
      Pattern.compile(
          SENDER
              + "|trk|trackingid|refid"
              + "|gh_src|lever-source|lever-origin|sid|s|session(?:_?id)?|sessid|adref|se|v"
              + "|sig|signature|token|access_token|expires|x-amz-[\\w-]+|nonce|ts|timestamp|_t|cache|cb",
          Pattern.CASE_INSENSITIVE);

  /** "s" and "v" are session and campaign only where they look like it; "?s=12" can be a page. */
  private static final Pattern SHORT = Pattern.compile("(?:s|v|se|ts|cb|_t|cache)=.{0,15}");

  private static final Pattern SESSION_IN_PATH =
      Pattern.compile(";(?:jsessionid|sid)=[^/?#]*", Pattern.CASE_INSENSITIVE);

  private Canonical() {}

  /**
   * The address in one spelling: host in lower case, no default port, no fragment unless it is a
   * route ("#!/" or "#/"), no tracking, session or signature parameters, the others in order of
   * their names, no slash at the end. What is no absolute http(s) address comes back as it is; null
   * stays null.
   */
  public static @Nullable String url(@Nullable String url) {
    if (url == null) return null;
    try {
      URI uri = new URI(url.strip().replace(" ", "%20"));
      if (uri.getHost() == null || uri.getScheme() == null) return url;
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) return url;
      return scheme + "://" + host(uri, scheme) + path(uri) + query(uri) + fragment(uri);
    } catch (URISyntaxException notAnAddress) {
      return url; // Compared as it is spelled.
    }
  }

  /**
   * The address as it stands, without who sent the visitor, her session and a fragment that is no
   * route: what a thing is known by that has no identifier. A signature or a token stays: it may be
   * all that tells two pages apart.
   */
  static String identity(String url) {
    int hash = url.indexOf('#');
    String page = hash < 0 ? url : url.substring(0, hash);
    String route = hash < 0 ? "" : url.substring(hash);
    String steady = SENT.matcher(SESSION_IN_PATH.matcher(page).replaceAll("")).replaceAll("");
    boolean kept = route.startsWith("#/") || route.startsWith("#!/");
    return steady.replaceFirst("[?&]$", "") + (kept ? route : "");
  }

  /**
   * The same without scheme and "www.": for telling whether two sources point to the same page.
   *
   * @return null if the address is no absolute http(s) address
   */
  public static @Nullable String target(@Nullable String url) {
    String canonical = url(url);
    if (canonical == null || !canonical.matches("https?://.+")) return null;
    return canonical.replaceFirst("^https?://(?:www\\.)?", "");
  }

  private static String host(URI uri, String scheme) {
    int usual = scheme.equals("https") ? 443 : 80;
    boolean plain = uri.getPort() < 0 || uri.getPort() == usual;
    return uri.getHost().toLowerCase(Locale.ROOT) + (plain ? "" : ":" + uri.getPort());
  }

  private static String path(URI uri) {
    String path = SESSION_IN_PATH.matcher(uri.getRawPath()).replaceAll("");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(URI uri) {
    if (uri.getRawQuery() == null) return "";
    String kept =
        Arrays.stream(uri.getRawQuery().split("&"))
            .filter(pair -> !pair.isBlank() && !isVolatile(pair))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean isVolatile(String pair) {
    String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
    return VOLATILE.matcher(name).matches() && !SHORT.matcher(pair).matches();
  }

  private static String fragment(URI uri) {
    String fragment = uri.getRawFragment();
    boolean route = fragment != null && (fragment.startsWith("/") || fragment.startsWith("!/"));
    return route ? "#" + fragment : "";
  }
}
