package worthwhile.site;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.site.http.ClientBounds;
import worthwhile.site.http.Clients;
import worthwhile.site.http.SiteSettings;

/**
 * Keeps one client from holding all connections: closes those that one address opens beyond its
 * share, and those on which a request comes too slowly. A connection without any traffic is closed
 * by the server itself.
 */
final class OpenConnections extends AbstractLifeCycle implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

  /** Nanoseconds between two words on connections that are refused: a minute. */
  private static final long QUIET = 60_000_000_000L;

  private final Server server;
  private final SiteSettings settings;
  private final ClientBounds clientBounds;
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  /** Whose each counted connection is: one that is closed does not tell any more. */
  private final Map<Connection, String> counted = new ConcurrentHashMap<>();

  private final Map<Connection, Pace> paces = new ConcurrentHashMap<>();
  private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
  private @Nullable ScheduledExecutorService watch;

  OpenConnections(Server server, SiteSettings settings) {
    this.server = server;
    this.settings = settings;
    this.clientBounds = settings.clientBounds();
  }

  @Override
  protected void doStart() {
    for (Connector connector : server.getConnectors())
      if (connector instanceof AbstractConnector own) {
        own.addBean(this, false);
        own.setIdleTimeout(clientBounds.idle().toMillis());
      }
    watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("connections").daemon().factory());
    long pause = Math.clamp(clientBounds.head().toMillis() / 4, 10, 1_000);
    var _ = watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    if (watch != null) watch.shutdownNow();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http)
      paces.put(connection, new Pace(http, clientBounds));
    client(connection).ifPresent(address -> count(connection, address));
  }

  private void count(Connection connection, String address) {
    counted.put(connection, address);
    if (byAddress.merge(address, 1, Integer::sum) > clientBounds.connections())
      refuse(connection, address);
  }

  /** Told to the operator once in a while: whoever fills the connections must not fill the log. */
  private void refuse(Connection connection, String address) {
    String why = clientBounds.connections() + " connections of " + address + " are open already";
    long now = System.nanoTime();
    long until = quietUntil.get();
    if (now - until >= 0 && quietUntil.compareAndSet(until, now + QUIET))
      LOG.info("{}; more are closed. A proxy belongs into trusted-proxies.", why);
    close(connection, why);
  }

  @Override
  public void onClosed(Connection connection) {
    paces.remove(connection);
    String address = counted.remove(connection);
    if (address != null) byAddress.computeIfPresent(address, (_, n) -> n == 1 ? null : n - 1);
  }

  /** Whose connections are counted with it; absent for those that may stand for many clients. */
  private Optional<String> client(Connection connection) {
    if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote)
        || remote.getAddress() == null) return Optional.empty();
    InetAddress address = remote.getAddress();
    boolean many =
        address.isLoopbackAddress() || settings.proxies().contains(address.getHostAddress());
    return many ? Optional.empty() : Optional.of(Clients.network(address.getHostAddress()));
  }

  private void look() {
    long now = System.nanoTime();
    paces.forEach(
        (connection, pace) -> {
          try {
            look(connection, pace.at(now));
          } catch (RuntimeException e) { // The others are looked at all the same, and next time.
            LOG.warn("{} could not be looked at", connection, e);
          }
        });
  }

  private static void look(Connection connection, Pace.Verdict verdict) {
    switch (verdict) {
      case GOOD -> {}
      case SLOW_HEAD -> close(connection, "the head of a request takes too long");
      // Whoever reads the body is told, and answers before the connection ends.
      case SLOW_BODY -> {
        String why = "the body of a request comes too slowly";
        if (connection.onIdleExpired(new TimeoutException(why))) close(connection, why);
      }
    }
  }

  private static void close(Connection connection, String why) {
    LOG.debug("{} is closed: {}", connection, why);
    connection.getEndPoint().close();
  }
}
