package worthwhile.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How this instance presents itself and what it may reach.
 *
 * @param version of Worthwhile, sent with every request
 * @param contact where a site's operator can reach ours: a URL about the crawler or an e-mail
 *     address; absent if not set
 * @param loopbackOnly whether this instance serves only its own computer
 * @param mapped host name to the URL that stands in for it; the only hosts that may lie on loopback
 * @param delay time between requests to mapped hosts in place of the polite one; absent for the
 *     polite one
 * @param secrets the operator's keys
 * @param parking hosts that asked to be left alone
 */
public record FetchSettings(
    String version,
    Optional<String> contact,
    boolean loopbackOnly,
    Map<String, URI> mapped,
    Optional<Duration> delay,
    Secrets secrets,
    Clock clock,
    Pause pause,
    Parking parking) {
  /** Characters that would break out of a User-Agent comment (RFC 9110 section 5.6.5). */
  private static final Pattern UNSAFE = Pattern.compile("[()\\\\\\p{Cntrl}]|[^\\p{ASCII}]");

  public FetchSettings {
    Objects.requireNonNull(secrets, "secrets");
    contact = contact.map(String::strip).filter(text -> !text.isEmpty());
    contact.filter(text -> UNSAFE.matcher(text).find()).ifPresent(FetchSettings::badContact);
    mapped =
        mapped.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    entry -> checkedMapping(entry.getKey(), entry.getValue())));
    if (delay.isPresent() && delay.get().isNegative())
      throw new IllegalArgumentException("delay " + delay.get() + " is negative; use 0 or more");
  }

  /** A personal instance with real time and nothing mapped. */
  public static FetchSettings personal(String version, Secrets secrets) {
    return new FetchSettings(
        version,
        Optional.empty(),
        true,
        Map.of(),
        Optional.empty(),
        secrets,
        Clock.systemUTC(),
        Pause.SLEEP,
        Parking.NONE);
  }

  /**
   * The User-Agent of every request. An instance that serves others carries its contact; a personal
   * one says that it is one, and that no contact is set if so, since it has no page of its own to
   * point to.
   */
  public String agent() {
    String where = contact.map(text -> "+" + text).orElse("no contact set");
    String comment = loopbackOnly ? "personal instance; " + where : where;
    return "Worthwhile/" + version + " (" + comment + ")";
  }

  private static void badContact(String contact) {
    throw new IllegalArgumentException(
        "contact \""
            + contact
            + "\" holds characters that may not stand in a User-Agent; use a plain URL or e-mail"
            + " address");
  }

  private static URI checkedMapping(String host, URI url) {
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    boolean https = "https".equalsIgnoreCase(url.getScheme());
    if ((!http && !https) || url.getHost() == null)
      throw new IllegalArgumentException(
          "mapping " + host + "=" + url + " needs a whole URL such as http://127.0.0.1:8080");
    return url;
  }
}
