package worthwhile.extract.rule;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as pages write them, made absolute. */
public final class Links {
  /** A visit's number, which old boards write into every link: another one at each visit. */
  private static final Pattern SESSION =
      Pattern.compile(
          "(?<=[?&;])(?:(?:s|sid)=[0-9a-f]{32}|phpsessid=[0-9a-z,-]{20,})(?:&(?:amp;)?|;|(?=#)|$)",
          Pattern.CASE_INSENSITIVE);

  private Links() {}

  /**
   * An http or https address without session ids; absent for anything else (mailto, javascript,
   * broken).
   */
  public static Optional<String> absolute(URI base, String text) {
    String link = withoutSession(text.strip());
    if (link.isEmpty() || link.startsWith("#")) return Optional.empty();
    return WebAddress.resolve(base, link);
  }

  private static String withoutSession(String link) {
    String kept = SESSION.matcher(link).replaceAll("");
    return kept.equals(link) ? link : kept.replaceFirst("(?<![?&;])[?&;]++(?=#|$)", "");
  }
}
