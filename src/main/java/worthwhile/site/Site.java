package worthwhile.site;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.account.Accounts;
import worthwhile.alert.ChannelLimits;
import worthwhile.crawl.Progress;
import worthwhile.crawl.Web;
import worthwhile.flow.Condition;
import worthwhile.flow.Tail;
import worthwhile.forward.Forwards;
import worthwhile.market.Market;
import worthwhile.search.PostingIndex;
import worthwhile.site.account.AccountRoutes;
import worthwhile.site.account.Reception;
import worthwhile.site.alert.AlertRoutes;
import worthwhile.site.companion.CompanionRoutes;
import worthwhile.site.guide.GuideRoutes;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.Feature;
import worthwhile.site.http.ProtocolErrors;
import worthwhile.site.http.SecurityHeaders;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Visitors;
import worthwhile.site.install.InstallRoutes;
import worthwhile.site.market.MarketRoutes;
import worthwhile.site.minutes.MinutesRoutes;
import worthwhile.site.moderation.ModerationRoutes;
import worthwhile.site.operate.Metrics;
import worthwhile.site.operate.OperateRoutes;
import worthwhile.site.platform.PlatformRoutes;
import worthwhile.site.reputation.ReputationRoutes;
import worthwhile.site.requester.RequesterRoutes;
import worthwhile.site.review.ReviewRoutes;
import worthwhile.site.search.Listeners;
import worthwhile.site.search.SearchRoutes;
import worthwhile.site.task.TaskRoutes;
import worthwhile.site.view.Authorization;
import worthwhile.site.view.ErrorAnswers;
import worthwhile.site.view.JoinedPlatforms;
import worthwhile.site.view.NearDeadlines;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.site.warning.WarningRoutes;
import worthwhile.site.work.ImportPage;
import worthwhile.site.work.WorkRoutes;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;

/** The web server: pages, API, feeds, live stream, health and metrics. Safe to close twice. */
public final class Site implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  /** Pages that search engines may keep, beside those of platforms and tasks. */
  private static final List<String> READABLE =
      List.of(
          "/",
          "/platforms",
          "/platforms/changes",
          "/market",
          "/warnings",
          "/warnings/guide",
          "/about/reputation",
          "/about/crawler",
          "/companion");

  private final Javalin server;
  private final Listeners listeners;
  private final Bulkhead bulkhead;
  private final AtomicBoolean stopping;
  private final Routes routes;
  private final SiteSettings settings;

  private Site(
      Javalin server,
      Listeners listeners,
      Bulkhead bulkhead,
      AtomicBoolean stopping,
      Routes routes,
      SiteSettings settings) {
    this.server = server;
    this.listeners = listeners;
    this.bulkhead = bulkhead;
    this.stopping = stopping;
    this.routes = routes;
    this.settings = settings;
  }

  /**
   * Starts to listen; answered requests see the store and the index as they are then.
   *
   * @param progress runs under way, for the first page of a fresh instance
   * @param forwards takes what workers' browsers pass on
   * @param tail takes what people say
   * @param web by which the proof of who claims to be a requester is read
   * @param condition how database, index and disk fare
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static Site start(
      SiteSettings settings,
      Sources sources,
      Store store,
      PostingIndex index,
      Progress progress,
      Forwards forwards,
      Tail tail,
      Web web,
      Condition condition,
      ChannelLimits limits,
      Clock clock) {
    Accounts accounts = new Accounts(store, clock);
    SiteInstance instance =
        new SiteInstance(
            settings, sources, store, index, accounts, progress, condition, tail, clock);
    Assets assets = Assets.load();
    Visitors visitors = new Visitors(settings, accounts);
    JoinedPlatforms joined = new JoinedPlatforms(store);
    Pages pages =
        new Pages(
            settings,
            assets,
            visitors,
            instance::rates,
            new NearDeadlines(sources, joined),
            account -> store.timers().running(account.id()),
            account -> store.statements(said -> said.notices().unseen(account.id())),
            clock);
    Metrics metrics = new Metrics(instance);
    Listeners listeners = new Listeners(instance);
    Bulkhead bulkhead = Bulkhead.usual();
    AtomicBoolean stopping = new AtomicBoolean();
    Authorization authorization = new Authorization(visitors, clock);
    Market market = new Market(index, store, clock);
    Reception reception = new Reception(instance, visitors, pages, assets);
    List<Feature> features =
        List.of(
            SearchRoutes.of(
                instance, visitors, pages, listeners), // before task, whose ids may hold slashes
            TaskRoutes.of(instance, visitors, pages),
            MinutesRoutes.of(instance, visitors, pages),
            ReviewRoutes.of(instance, visitors, pages),
            RequesterRoutes.of(instance, visitors, pages),
            ReputationRoutes.of(instance, pages),
            MarketRoutes.of(instance, visitors, pages, market),
            PlatformRoutes.of(instance, visitors, pages, joined, market),
            CompanionRoutes.of(instance, visitors, pages, forwards, bulkhead),
            AccountRoutes.of(reception, authorization),
            WorkRoutes.of(instance, visitors, pages, bulkhead),
            ModerationRoutes.of(instance, visitors, pages, web),
            WarningRoutes.of(instance, pages),
            GuideRoutes.of(instance, visitors, pages),
            AlertRoutes.of(instance, pages, limits, stopping::get),
            OperateRoutes.of(instance, pages, metrics, web, stopping::get),
            InstallRoutes.of(instance, pages, readable()));
    Routes routes = new Routes(features, assets, visitors.origin(), authorization);
    Gate gate = new Gate(settings);
    Javalin server =
        Javalin.create(
            config -> {
              server(config, settings);
              config.requestLogger.http((ctx, millis) -> metrics.note(ctx, millis));
              config.routes.before(gate::pass);
              routes.register(config.routes);
              new ErrorAnswers(pages).register(config.routes);
            });
    try {
      server.start();
    } catch (RuntimeException e) {
      listeners.close();
      bulkhead.close();
      throw e;
    }
    return new Site(server, listeners, bulkhead, stopping, routes, settings);
  }

  private static List<String> readable() {
    return Stream.concat(READABLE.stream(), GuideRoutes.PATHS.stream()).toList();
  }

  private static void server(JavalinConfig config, SiteSettings settings) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.maxFileSize(ImportPage.LARGEST_BODY, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(ImportPage.LARGEST_BODY, SizeUnit.BYTES);
    // A worker's file touches no disk before it is read.
    config.jetty.multipartConfig.maxInMemoryFileSize((int) ImportPage.LARGEST_BODY, SizeUnit.BYTES);
    config.http.maxRequestSize = Long.MAX_VALUE; // each route has its own limit
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setUriCompliance(anyId());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyServer(server -> bounds(server, settings));
  }

  /** Ids hold slashes and percent signs; no file is served by path, so none can be reached. */
  private static UriCompliance anyId() {
    return new UriCompliance(
        "ids",
        EnumSet.of(
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.SUSPICIOUS_PATH_CHARACTERS));
  }

  /** Requests that are refused before any handler sees them get the same headers. */
  private static void bounds(Server server, SiteSettings settings) {
    server.setErrorHandler(new ProtocolErrors(SecurityHeaders.of(settings)));
    server.addBean(new OpenConnections(server, settings));
    server.setStopTimeout(2_000);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Where it is reached from this machine. */
  public String url() {
    return "http://"
        + (settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host())
        + ":"
        + port();
  }

  /** The same as an address that is one whatever the host: one of IPv6 stands in brackets. */
  public URI local() {
    String host = settings.host();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    if (everywhere) return URI.create("http://127.0.0.1:" + port());
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  public Routes routes() {
    return routes;
  }

  @Override
  public void close() {
    stopping.set(true);
    listeners.close();
    try {
      server.stop();
    } catch (JavalinException e) {
      LOG.warn("Requests that took too long were cut off at the stop: {}", e.getMessage());
    } finally {
      bulkhead.close();
    }
  }
}
