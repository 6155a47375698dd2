package worthwhile.site.http;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator decides about the site.
 *
 * @param host address to listen on; {@code 127.0.0.1} unless the operator opens it
 * @param port port to listen on; 0 takes any free one
 * @param version of the program, for the footer and the crawler's page
 * @param baseUrl where people reach the site, without a slash at its end; absent: as the request
 *     says
 * @param contact how to reach the operator: an e-mail address or an http(s) link; absent if none is
 *     set
 * @param demo whether the postings are invented
 * @param requestsPerMinute what one client address may ask; more is answered with 429
 * @param signUpOpen whether people may make themselves an account
 * @param proxies addresses of proxies whose word on the client's address is believed
 * @param metricsToken with which others than this machine may read the metrics; absent: they may
 *     not
 * @param switchedOn ids of sources that are off by default and read here all the same
 * @param clientBounds with slow clients, and with many connections of one
 */
@RecordBuilder
public record SiteSettings(
    String host,
    int port,
    String version,
    Optional<String> baseUrl,
    Optional<String> contact,
    boolean demo,
    int requestsPerMinute,
    boolean signUpOpen,
    Set<String> proxies,
    Optional<String> metricsToken,
    Set<String> switchedOn,
    ClientBounds clientBounds) {
  /** Enough for a person, a feed reader and a polite program behind one address. */
  public static final int GENEROUS = 6_000;

  public SiteSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(version, "version");
    if (port < 0 || port > 65_535)
      throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
    if (requestsPerMinute < 1)
      throw new IllegalArgumentException("requestsPerMinute must be 1 or more");
    proxies = Set.copyOf(proxies);
    switchedOn = Set.copyOf(switchedOn);
    baseUrl = baseUrl.map(SiteSettings::web);
  }

  /** Loopback, any free port, a generous limit. */
  public static SiteSettings local(String version) {
    return new SiteSettings(
        "127.0.0.1",
        0,
        version,
        Optional.empty(),
        Optional.empty(),
        false,
        GENEROUS,
        true,
        Set.of(),
        Optional.empty(),
        Set.of(),
        ClientBounds.USUAL);
  }

  /**
   * Whether what comes from this machine may have come from anywhere: people reach the instance
   * under another address than it listens on, and no proxy between is known that would tell them
   * apart.
   */
  public boolean behindUnknownProxy() {
    return proxies.isEmpty() && isLoopback(host) && !personal();
  }

  /** Whether people come by https. */
  public boolean https() {
    return baseUrl.map(url -> url.startsWith("https://")).orElse(false);
  }

  /** Whether only the machine itself can reach the instance: it has one user, its owner. */
  boolean personal() {
    return isLoopback(host)
        && baseUrl.map(url -> isLoopback(URI.create(url).getHost())).orElse(true);
  }

  /** Whether a host's name or address means the machine itself. */
  public static boolean isLoopback(String host) {
    if (host == null) return false;
    return host.equals("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }

  private static String web(String url) {
    String scheme = URI.create(url).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme))
      throw new IllegalArgumentException(
          "the base URL must start with http:// or https://, not " + url);
    return url.replaceFirst("/+$", "");
  }
}
