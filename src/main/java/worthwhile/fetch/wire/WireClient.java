package worthwhile.fetch.wire;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connections to hosts, made with the first request: a start does not wait until the certificates
 * that are trusted are read.
 */
final class WireClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A server that sends more or longer headers has something else in mind. */
  private static final ManagedHttpClientConnectionFactory BOUNDED_HEADERS =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(Http1Config.custom().setMaxHeaderCount(300).setMaxLineLength(65_536).build())
          .build();

  private final DnsResolver names;
  private final int atOnce;
  private @Nullable CloseableHttpClient made;
  private boolean closed;

  /**
   * @param atOnce connections to one host
   */
  WireClient(DnsResolver names, int atOnce) {
    this.names = names;
    this.atOnce = atOnce;
  }

  /**
   * The client itself.
   *
   * @throws IllegalStateException after it was closed
   */
  synchronized CloseableHttpClient get() {
    if (closed) throw new IllegalStateException("the connections are closed");
    if (made == null) made = make();
    return made;
  }

  private CloseableHttpClient make() {
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(CONNECT))
            .setTimeToLive(TimeValue.ofMinutes(2))
            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(BOUNDED_HEADERS)
                .setDefaultConnectionConfig(connections)
                .setMaxConnPerRoute(atOnce)
                .setMaxConnTotal(64 * atOnce)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .evictExpiredConnections()
        .evictIdleConnections(TimeValue.ofMinutes(1))
        .build();
  }

  synchronized void close() {
    closed = true;
    if (made != null) made.close(CloseMode.IMMEDIATE);
  }
}
