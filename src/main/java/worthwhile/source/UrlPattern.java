package worthwhile.source;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of one https host: the path as it stands, with {@code *} for any characters. The query
 * is not looked at.
 *
 * @param text as it is spelled, such as {@code https://app.example.org/tasks/*}
 */
public record UrlPattern(String text) {
  private static final Pattern SPELLING =
      Pattern.compile("https://([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(/[^\\s?#]*)");

  public UrlPattern {
    if (!SPELLING.matcher(text).matches())
      throw new IllegalArgumentException("not a pattern: " + text);
  }

  /** The pattern; absent if it is not spelled as one. */
  public static Optional<UrlPattern> of(String text) {
    return SPELLING.matcher(text).matches() ? Optional.of(new UrlPattern(text)) : Optional.empty();
  }

  /** The one host, in lower case. */
  public String host() {
    return parts().group(1);
  }

  /** Whether the address is one of these. */
  public boolean matches(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getUserInfo() == null
        && (address.getPort() == -1 || address.getPort() == 443)
        && address.getHost() != null
        && Pattern.matches(
            regex(),
            "https://" + address.getHost().toLowerCase(Locale.ROOT) + address.getRawPath());
  }

  /** What addresses without their query match as a whole; Java and browsers read it alike. */
  public String regex() {
    return "^" + text.replaceAll("[^A-Za-z0-9*]", "\\\\$0").replace("*", ".*") + "$";
  }

  private Matcher parts() {
    Matcher matcher = SPELLING.matcher(text);
    if (!matcher.matches()) throw new IllegalStateException(text);
    return matcher;
  }

  @Override
  public String toString() {
    return text;
  }
}
