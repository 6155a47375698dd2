package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.source.Runs;

/** {@code GET /metrics}: counts and times in the Prometheus text format. */
public final class Metrics implements Handler {
  /** Newest runs that the gauge by source and outcome counts. */
  private static final int RUNS = 500;

  private final SiteInstance instance;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge runs =
      MultiGauge.builder("worthwhile.runs")
          .description("Newest " + RUNS + " runs by source and outcome")
          .register(registry);
  private final MultiGauge ages =
      MultiGauge.builder("worthwhile.source.last.success.age")
          .description("Time since a source last told us what is on offer")
          .baseUnit("seconds")
          .register(registry);

  private final AlertMeters alerts;

  public Metrics(SiteInstance instance) {
    this.instance = instance;
    this.alerts = new AlertMeters(instance, registry);
    Gauge.builder("worthwhile.index.postings", instance.index(), index -> index.size())
        .description("Postings in the index")
        .register(registry);
    Gauge.builder("worthwhile.index.revision", instance.index(), index -> index.revision())
        .description("Store revision that the index has reached")
        .register(registry);
  }

  /**
   * Notes one answered request.
   *
   * @param millis from its arrival until its answer was made
   */
  public void note(Context ctx, float millis) {
    Duration took =
        Duration.ofNanos(
            BigDecimal.valueOf(millis)
                .multiply(BigDecimal.valueOf(1_000_000), MathContext.DECIMAL64)
                .longValue());
    Timer.builder("worthwhile.http.requests")
        .description("Answered requests")
        .tag("method", method(ctx))
        .tag("route", route(ctx))
        .tag("status", Integer.toString(ctx.statusCode()))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))
        .register(registry)
        .record(took);
  }

  /** Methods are the client's to invent: only known ones become a label. */
  private static String method(Context ctx) {
    return switch (ctx.method().name()) {
      case "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE" -> ctx.method().name();
      default -> "other";
    };
  }

  private static String route(Context ctx) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null || endpoint.path.equals("*") ? "none" : endpoint.path;
  }

  @Override
  public void handle(Context ctx) {
    Dispensable asked = new Dispensable();
    runs.register(asked.ask(this::countedRuns, List.of()), true);
    ages.register(asked.ask(this::lastSuccesses, List.of()), true);
    alerts.look(asked);
    Answer.send(
        ctx, 200, "text/plain; version=0.0.4; charset=utf-8", "no-store", registry.scrape());
  }

  private List<MultiGauge.Row<?>> countedRuns() {
    Map<Tags, Long> counts =
        instance.store().runs().newest(RUNS).stream()
            .collect(Collectors.groupingBy(Metrics::labels, Collectors.counting()));
    return counts.entrySet().stream()
        .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Tags labels(Runs.Run run) {
    return Tags.of("source", run.source(), "outcome", run.outcome());
  }

  private List<MultiGauge.Row<?>> lastSuccesses() {
    Instant now = instance.now();
    return instance.store().sourceStates().all().stream()
        .filter(state -> state.lastSuccess().isPresent())
        .<MultiGauge.Row<?>>map(
            state ->
                MultiGauge.Row.of(
                    Tags.of("source", state.source()),
                    Duration.between(state.lastSuccess().get(), now).toSeconds()))
        .toList();
  }
}
