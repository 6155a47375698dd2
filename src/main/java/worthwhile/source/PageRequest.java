package worthwhile.source;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request that a source asks for. Headers, body and query may hold {@code {secret:NAME}}, which
 * is filled in only when it is sent, so that a request can be logged as it stands; in the URL the
 * braces are encoded, {@code %7Bsecret:NAME%7D}.
 *
 * @param page which kind of page it asks for
 * @param auth how a token for it is got; absent if it needs none
 */
public record PageRequest(
    URI url,
    String method,
    Optional<String> body,
    Map<String, String> headers,
    PageKind page,
    Optional<FetchRules.Auth> auth) {
  public PageRequest {
    Objects.requireNonNull(url, "url");
    headers = Map.copyOf(headers);
  }

  /** A request that needs no token. */
  public PageRequest(
      URI url, String method, Optional<String> body, Map<String, String> headers, PageKind page) {
    this(url, method, body, headers, page, Optional.empty());
  }

  /** The name under which the answer is kept: what was asked for, not where redirects led. */
  public String key() {
    return url + body.map(text -> "#" + text).orElse("");
  }

  /** A plain GET of a listing. */
  public static PageRequest get(URI url) {
    return new PageRequest(url, "GET", Optional.empty(), Map.of(), new PageKind.Listing());
  }
}
