package worthwhile.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Where a redirect leads. */
final class Redirect {
  static final int MOST = 5;

  private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

  private Redirect() {}

  /** Whether a status is a redirect that is followed. */
  static boolean is(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** The absolute target without fragment; absent if the server's address makes no sense. */
  static Optional<URI> target(URI from, String location) {
    String cut = location.strip().replaceFirst("(?s)#.*", "");
    try {
      URI resolved = from.resolve(URI.create(encoded(cut)));
      return cut.isEmpty() ? Optional.empty() : Optional.of(resolved.normalize());
    } catch (IllegalArgumentException e) {
      // The caller says that the target is not understood.
      return Optional.empty();
    }
  }

  /** Percent-encodes what servers forget to. */
  private static String encoded(String location) {
    StringBuilder text = new StringBuilder();
    for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 255);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (alphanumeric || LEGAL.indexOf(c) >= 0) text.append(c);
      else text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return text.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  /** Whether two addresses are of the same host and not weaker protected. */
  static boolean staysHome(URI from, URI to) {
    boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost());
    boolean weaker =
        "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
    return sameHost && from.getPort() == to.getPort() && !weaker;
  }
}
