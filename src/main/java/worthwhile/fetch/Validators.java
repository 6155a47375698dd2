package worthwhile.fetch;

import java.util.Optional;

/** What makes the next request for the same page conditional (RFC 9110 section 8.8). */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing known: the request is unconditional. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
