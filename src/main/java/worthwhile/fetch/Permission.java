package worthwhile.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import worthwhile.source.About.GovernedBy;
import worthwhile.source.Access;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;

/** Our own rules on what may be sent, looked at before anything is. */
final class Permission {
  private static final Set<String> OURS =
      Set.of(
          "cookie",
          "referer",
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "x-forwarded-for");

  private static final Set<String> METHODS = Set.of("GET", "POST");

  private Permission() {}

  /** Why a request of a source may not be sent; absent if it may. */
  static Optional<Stop> refusal(
      FetchSettings settings, PageRequest request, SourceDefinition source, SecretFill fill) {
    return contact(settings)
        .or(() -> access(source))
        .or(() -> secrets(fill))
        .or(() -> address(request.url()))
        .or(() -> method(request.method()))
        .or(() -> headers(request, source))
        .map(reason -> new Stop(Stop.Kind.NOT_ALLOWED, reason));
  }

  private static Optional<String> contact(FetchSettings settings) {
    if (settings.loopbackOnly() || settings.contact().isPresent()) return Optional.empty();
    return Optional.of(
        "an instance that serves others must say who runs it before it crawls: set contact"
            + " (in worthwhile.toml or WORTHWHILE_CONTACT) to a URL about it or an e-mail address");
  }

  private static Optional<String> access(SourceDefinition source) {
    Access access = source.about().access();
    return switch (access) {
      case PUBLIC, KEY -> Optional.empty();
      case SESSION ->
          Optional.of("readable only inside a worker's login, through that worker's own browser");
      case EXPORT -> Optional.of("readable only from a worker's own exported file");
      case APP -> Optional.of("readable only in the platform's own app");
      case CLOSED -> Optional.of("the platform has closed");
    };
  }

  private static Optional<String> secrets(SecretFill fill) {
    List<String> missing = List.copyOf(fill.missing());
    if (missing.isEmpty()) return Optional.empty();
    String names = String.join(", ", missing);
    return Optional.of(
        "not allowed without a key: set secret "
            + names
            + " (environment variable "
            + names
            + " or data/secrets.toml)");
  }

  /** Why an address is none that may be asked; absent if it may be. */
  static Optional<String> address(URI url) {
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https"))
      return Optional.of("only http and https are fetched, not \"" + scheme + ":\"");
    if (url.getHost() == null || url.getHost().isEmpty())
      return Optional.of("the address names no host that can be understood");
    return url.getRawUserInfo() == null
        ? Optional.empty()
        : Optional.of("the address carries a user name; use a secret in a header instead");
  }

  private static Optional<String> method(String method) {
    return METHODS.contains(method)
        ? Optional.empty()
        : Optional.of("method " + method + " could change something; use GET or POST");
  }

  private static Optional<String> headers(PageRequest request, SourceDefinition source) {
    for (Map.Entry<String, String> header : merged(request, source).entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (OURS.contains(name))
        return Optional.of("header " + header.getKey() + " is not for a source to set: remove it");
      if (name.equals("user-agent") && disguises(header.getValue(), source))
        return Optional.of(
            "a User-Agent of its own is only for an interface whose terms prescribe one, and never"
                + " a browser's: remove it");
    }
    return Optional.empty();
  }

  private static boolean disguises(String agent, SourceDefinition source) {
    return source.about().governedBy() == GovernedBy.ROBOTS
        || agent.toLowerCase(Locale.ROOT).contains("mozilla");
  }

  /** Headers of the source and the request, the request's own winning, names without case. */
  static Map<String, String> merged(PageRequest request, SourceDefinition source) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(source.fetch().headers());
    headers.putAll(request.headers());
    return headers;
  }
}
