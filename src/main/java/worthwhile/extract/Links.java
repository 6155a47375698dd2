package worthwhile.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import worthwhile.source.Requests;

/** Addresses as pages write them, made absolute. */
final class Links {
  private Links() {}

  /** An http or https address; absent for anything else (mailto, javascript, broken). */
  static Optional<String> absolute(URI base, String text) {
    String link = text.strip();
    if (link.isEmpty() || link.startsWith("#")) return Optional.empty();
    return Requests.uri(link)
        .map(uri -> resolved(base, uri))
        .filter(uri -> uri.getHost() != null && uri.getScheme() != null)
        .filter(uri -> uri.getScheme().toLowerCase(Locale.ROOT).matches("https?"))
        .map(URI::toString);
  }

  private static URI resolved(URI base, URI link) {
    // java.net.URI drops the path when only a query is given (RFC 3986 keeps it).
    if (link.toString().startsWith("?")) {
      String whole = base.toString().replaceFirst("[?#].*$", "");
      return Requests.uri(whole + link).orElse(link);
    }
    URI root = base.getPath() == null || base.getPath().isEmpty() ? base.resolve("/") : base;
    return root.resolve(link);
  }
}
