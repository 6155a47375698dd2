package worthwhile.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes the next request for the same page conditional (RFC 9110 section 8.8). */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  private static final Pattern CODED = Pattern.compile("--?(?:gzip|br|deflate)\"$");

  /** Nothing known: the request is unconditional. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** What an answer carries, header names in lower case. */
  static Validators of(Map<String, String> headers) {
    return new Validators(
        Optional.ofNullable(headers.get("etag")).map(Validators::uncoded),
        Optional.ofNullable(headers.get("last-modified")));
  }

  /**
   * A tag without the suffix that Jetty ({@code --gzip}) and Apache httpd ({@code -gzip}) add to
   * the tag of a compressed answer: httpd does not know its own suffix again (its bug 45023) and
   * would never answer "not modified"; Jetty knows the tag either way.
   */
  private static String uncoded(String tag) {
    return CODED.matcher(tag).replaceFirst("\"");
  }

  /** Whether there is nothing to compare with. */
  boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
