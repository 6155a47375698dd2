package worthwhile.site.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;
import worthwhile.text.Escaped;

/** Addresses that pages and answers link to. */
public final class Urls {
  /** Longest that a header of ours repeats: proxies refuse answers with longer ones. */
  private static final int LONGEST = 3_500;

  private Urls() {}

  /** Whether an address is short enough to stand in a header. */
  public static boolean fits(String address) {
    return address.length() <= LONGEST;
  }

  /** The host of an address of the web; brackets around IPv6. */
  public static String hostOf(String url) {
    return Optional.ofNullable(URI.create(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  /** Scheme, host and port of an address of the web, as browsers write them. */
  public static String origin(String url) {
    URI uri = URI.create(url);
    boolean usual =
        uri.getPort() == -1 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
    return uri.getScheme() + "://" + hostOf(url) + (usual ? "" : ":" + uri.getPort());
  }

  /** One segment of a path; ids hold colons, slashes and any other character. */
  public static String segment(String text) {
    String encoded = Escaped.idInAddress(text);
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }

  public static String task(String id) {
    return "/tasks/" + segment(id);
  }

  /** A requester's page. */
  public static String requester(RequesterId id) {
    return "/requesters/" + segment(id.toString());
  }

  /** The page of the requester with this id on a platform. */
  public static String requester(String platform, String identifier) {
    return requester(RequesterId.identified(platform, identifier));
  }

  /** The page about a worker's own piece that was rejected or not paid. */
  public static String afterRejection(@Nullable UUID work) {
    return "/work/" + work + "/after-rejection";
  }

  public static String platform(String id) {
    return "/platforms/" + segment(id);
  }

  /** A path with these parameters behind it. */
  public static String of(String path, Map<String, List<String>> parameters) {
    String query =
        parameters.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String pair(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  /** A value of a parameter. */
  public static String parameter(String text) {
    return encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The address if it leads to the web; nothing else is ever rendered as a link, nor what carries
   * user information: the host that a reader sees first would not be where it leads.
   */
  public static Optional<String> web(@Nullable String url) {
    if (url == null) return Optional.empty();
    try {
      URI uri = new URI(url.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') < 0
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The host of an address without {@code www.}; absent if it does not lead to the web. */
  public static Optional<String> host(String url) {
    return web(url)
        .map(text -> URI.create(text).getHost())
        .map(host -> host.startsWith("www.") ? host.substring(4) : host);
  }
}
