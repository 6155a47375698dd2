package worthwhile.fetch;

import java.util.Map;
import java.util.Optional;

/** What makes the next request for the same page conditional (RFC 9110 section 8.8). */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing known: the request is unconditional. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** What an answer carries, header names in lower case. */
  static Validators of(Map<String, String> headers) {
    return new Validators(
        Optional.ofNullable(headers.get("etag")),
        Optional.ofNullable(headers.get("last-modified")));
  }

  /** Whether there is nothing to compare with. */
  boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
