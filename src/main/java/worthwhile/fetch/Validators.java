package worthwhile.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes the next request for the same page conditional (RFC 9110 section 8.8).
 *
 * @param content hash of a body that was read as content before: an answer with the same one is not
 *     looked at for a refusal again; absent where every answer is to be judged
 */
public record Validators(
    Optional<String> etag, Optional<String> lastModified, Optional<String> content) {
  private static final Pattern CODED = Pattern.compile("--?(?:gzip|br|deflate)\"$");

  /** Nothing known: the request is unconditional. */
  public static final Validators NONE = Validators.of(Optional.empty(), Optional.empty());

  /** These, where every answer is to be judged. */
  public static Validators of(Optional<String> etag, Optional<String> lastModified) {
    return new Validators(etag, lastModified, Optional.empty());
  }

  /** The same, where this body was read as content. */
  public Validators knowing(String hash) {
    return new Validators(etag, lastModified, Optional.of(hash));
  }

  /** What an answer carries, header names in lower case. */
  static Validators of(Map<String, String> headers) {
    return of(
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
