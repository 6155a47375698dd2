package worthwhile.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.source.Ask;
import worthwhile.source.FetchRules.Auth;
import worthwhile.source.PageRequest;
import worthwhile.source.PageRules;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.Template;

/**
 * Where the secrets of a request may go: to the hosts that the definition itself names, so that
 * neither a redirect nor an address found on a page carries a key away, and only encrypted.
 *
 * @param named hosts that the definition's own addresses begin with; empty if it has none, which
 *     leaves the request's own
 */
record Credentials(PageRequest request, SourceDefinition source, Set<String> named) {
  static Credentials of(PageRequest request, SourceDefinition source) {
    Set<String> named =
        Stream.concat(Stream.of(source.listing()), source.detail().stream())
            .flatMap(Stream::ofNullable)
            .flatMap(Credentials::asks)
            .flatMap(ask -> host(ask.url()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Credentials(request, source, named);
  }

  private static Stream<Ask> asks(PageRules rules) {
    return Stream.concat(
        rules.ask().stream(), rules.withKey().map(PageRules.WithKey::ask).stream());
  }

  /** The host of an address that begins with it; absent if it comes from a page. */
  private static Optional<String> host(Template address) {
    String start = address.parts().isEmpty() ? "" : address.parts().getFirst().text();
    if (!start.matches("(?i)https?://[^/]+(?:/.*)?") || address.parts().getFirst().insert())
      return Optional.empty();
    boolean whole = start.indexOf('/', 8) > 0 || address.parts().size() == 1;
    String authority = start.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
    String host = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return whole ? Optional.of(host) : Optional.empty();
  }

  /** How the request says who asks; absent if its address, body or headers do, or nothing does. */
  Optional<Auth> auth() {
    return request.auth().or(() -> source.fetch().auth());
  }

  /** How a token is got; absent if none is needed. */
  Optional<Auth.Token> token() {
    return auth().filter(Auth.Token.class::isInstance).map(Auth.Token.class::cast);
  }

  /** Whether the request is made with the operator's key, so that the interface's terms govern. */
  boolean keyed() {
    return auth().isPresent()
        || inAddressOrBody()
        || Permission.merged(request, source).values().stream().anyMatch(SecretFill::asks);
  }

  private boolean inAddressOrBody() {
    return SecretFill.asks(request.url().toString())
        || request.body().filter(SecretFill::asks).isPresent();
  }

  /** Whether secrets may go to this address, on the way from the request's own. */
  boolean mayGoTo(URI url) {
    boolean known =
        named.isEmpty() || named.contains(request.url().getHost().toLowerCase(Locale.ROOT));
    return known && Redirect.staysHome(request.url(), url);
  }

  /** Why sending to this address would expose a secret; absent if it would not. */
  Optional<Stop> exposed(URI url, boolean mapped) {
    boolean may = mayGoTo(url);
    if (!may && SecretFill.asks(url.toString()))
      return Optional.of(
          new Stop(
              Stop.Kind.UNACCEPTABLE,
              "a secret would go to " + url.getHost() + ", which is not its own host"));
    boolean open = "http".equalsIgnoreCase(url.getScheme()) && !mapped;
    return may && open && keyed()
        ? Optional.of(
            new Stop(
                Stop.Kind.NOT_ALLOWED,
                "a secret would travel unprotected to " + url.getHost() + ": use https"))
        : Optional.empty();
  }
}
