package worthwhile.site.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.ChannelType;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.alert.Alerts;

/** Counts of alerts and how the last proof went; not a number where the database is away. */
final class AlertMeters {
  private final SiteInstance instance;

  /** As it was when it was asked last. */
  private volatile Optional<Seen> seen = Optional.empty();

  /**
   * What the store has.
   *
   * @param canary the last proof that ended
   */
  private record Seen(
      long due,
      Optional<Instant> oldest,
      long failed,
      Map<String, Long> sent,
      Optional<Canary> canary,
      Instant at) {}

  AlertMeters(SiteInstance instance, MeterRegistry registry) {
    this.instance = instance;
    gauge(registry, "alerts.due", "Deliveries that are due", Seen::due, "");
    gauge(
        registry,
        "alerts.oldest.due",
        "How long the oldest waits that should have been tried; 0 if none does",
        now -> now.oldest().map(at -> age(at, now)).orElse(0.0),
        "seconds");
    gauge(registry, "alerts.failed", "Deliveries given up in the last day", Seen::failed, "");
    gauge(
        registry,
        "canary.age",
        "Time since the last proof that alerts work began",
        now -> now.canary().map(last -> age(last.begun(), now)).orElse(Double.NaN),
        "seconds");
    gauge(
        registry,
        "canary.result",
        "1 if the last proof that alerts work went well, else 0",
        now -> now.canary().map(last -> last.isProved() ? 1.0 : 0.0).orElse(Double.NaN),
        "");
    for (ChannelType type : ChannelType.values())
      FunctionCounter.builder("worthwhile.alerts.sent", this, all -> all.sent(type))
          .description("Deliveries that were sent")
          .tag("channel", type.word())
          .register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String meaning,
      ToDoubleFunction<Seen> value,
      String unit) {
    Gauge.builder(
            "worthwhile." + name,
            this,
            all -> all.seen.map(value::applyAsDouble).orElse(Double.NaN))
        .description(meaning)
        .baseUnit(unit.isEmpty() ? null : unit)
        .register(registry);
  }

  private static double age(Instant since, Seen now) {
    return Math.max(0, Duration.between(since, now.at()).toSeconds());
  }

  private double sent(ChannelType type) {
    return seen.map(now -> now.sent().getOrDefault(type.word(), 0L)).orElse(0L);
  }

  /** Looks anew. */
  void look(Dispensable asked) {
    seen = asked.ask(() -> Optional.of(instance.store().alerts(this::look)), Optional.empty());
  }

  private Seen look(Alerts alerts) {
    Instant now = instance.now();
    return new Seen(
        alerts.queue().due(now, CanarySearch.ACCOUNT).values().stream()
            .mapToLong(Long::longValue)
            .sum(),
        alerts.queue().oldestUntried(now),
        alerts.queue().failedSince(now.minus(Duration.ofDays(1)), CanarySearch.ACCOUNT),
        alerts.queue().sent(),
        alerts.canaries().ended(1).stream().findFirst(),
        now);
  }
}
