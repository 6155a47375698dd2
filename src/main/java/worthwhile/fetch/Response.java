package worthwhile.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import worthwhile.text.Sha256;

/**
 * An answer as it came, decompressed; the input of extraction, live or from a file.
 *
 * @param url after redirects
 * @param status HTTP status, 100 to 599
 * @param headers names in lower case, the first value of each
 * @param body decompressed, still undecoded
 * @param at when it was fetched
 */
public record Response(URI url, int status, Map<String, String> headers, byte[] body, Instant at) {
  public Response {
    headers = Map.copyOf(headers);
    if (status < 100 || status > 599) throw new IllegalArgumentException("status " + status);
  }

  /** What tells the body from every other one. */
  public String hash() {
    return Sha256.hex(body);
  }

  /** Value of a header by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
