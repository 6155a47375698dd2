package worthwhile.source;

import java.util.Map;
import java.util.Optional;

/**
 * How a page is asked for.
 *
 * @param url template of the address
 * @param method GET or POST
 * @param body template of a JSON body
 * @param headers templates by name, beside those of the source
 * @param paging how it goes on
 * @param auth how a token is got; absent if none is needed
 */
public record Ask(
    Template url,
    String method,
    Optional<Template> body,
    Map<String, Template> headers,
    Pagination paging,
    Optional<FetchRules.Auth> auth) {
  public Ask {
    headers = Map.copyOf(headers);
  }
}
