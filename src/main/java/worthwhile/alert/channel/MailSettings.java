package worthwhile.alert.channel;

import java.net.URI;
import java.util.Optional;

/**
 * How mail is sent.
 *
 * @param secure whether the connection is secret from its begin ({@code smtps}) or must become so
 *     ({@code starttls}); plain else
 * @param user to sign in with; absent if the server does not ask
 * @param from address that it comes from
 */
public record MailSettings(
    String host,
    int port,
    Secure secure,
    Optional<String> user,
    Optional<String> password,
    String from) {
  /** How a connection is kept secret. */
  public enum Secure {
    PLAIN,
    STARTTLS,
    TLS
  }

  /** Reads {@code smtp://HOST:PORT}, {@code smtps://…} or {@code starttls://USER:PASSWORD@…}. */
  public static Optional<MailSettings> parse(String text, String from) {
    try {
      URI uri = URI.create(text);
      if (uri.getScheme() == null || uri.getHost() == null) return Optional.empty();
      Optional<Secure> secure =
          switch (uri.getScheme()) {
            case "smtp" -> Optional.of(Secure.PLAIN);
            case "starttls" -> Optional.of(Secure.STARTTLS);
            case "smtps" -> Optional.of(Secure.TLS);
            default -> Optional.empty();
          };
      String[] who = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
      return secure.map(
          kind ->
              new MailSettings(
                  uri.getHost(),
                  uri.getPort() > 0 ? uri.getPort() : usual(kind),
                  kind,
                  who.length == 2 ? Optional.of(who[0]) : Optional.empty(),
                  who.length == 2 ? Optional.of(who[1]) : Optional.empty(),
                  from));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static int usual(Secure kind) {
    return switch (kind) {
      case PLAIN -> 25;
      case STARTTLS -> 587;
      case TLS -> 465;
    };
  }
}
