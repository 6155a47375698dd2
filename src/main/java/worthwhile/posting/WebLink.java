package worthwhile.posting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that postings carry to the reader. */
final class WebLink {
  /** Browsers take a backslash for a slash, and any number of either. */
  private static final Pattern WITH_USER =
      Pattern.compile(
          "[\\x00-\\x20]*+(?:https?:[/\\\\]*+|[/\\\\]{2,}+)[^/\\\\?#@]*+@.*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private WebLink() {}

  /**
   * The address as it is; null if it carries user information. {@code
   * https://prolific.com@evil.example/} leads to evil.example, and nobody who offers work has a use
   * for such an address.
   */
  static @Nullable String honest(@Nullable String url) {
    return url == null || WITH_USER.matcher(url).matches() ? null : url;
  }
}
