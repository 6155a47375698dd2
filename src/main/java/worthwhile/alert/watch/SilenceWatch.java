package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import worthwhile.alert.saved.Silence;
import worthwhile.source.Emits;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.store.source.SourceStates;

/**
 * Notes which platforms are not read as they should be: none of their sources told what is on offer
 * for three times its usual interval.
 */
public final class SilenceWatch {
  private static final int TIMES = 3;

  /** Where nobody watched for so long, it is watched anew. */
  private static final Duration UNWATCHED = Duration.ofMinutes(15);

  private final Store store;
  private final Supplier<List<SourceDefinition>> sources;
  private final Function<String, String> names;
  private final Clock clock;

  /**
   * A watch.
   *
   * @param sources those that this instance reads by itself
   * @param names of platforms for people, by id
   */
  public SilenceWatch(
      Store store,
      Supplier<List<SourceDefinition>> sources,
      Function<String, String> names,
      Clock clock) {
    this.store = store;
    this.sources = sources;
    this.names = names;
    this.clock = clock;
  }

  /** Notes what is so now; how many platforms are silent. */
  public int look() {
    Instant now = clock.instant();
    Map<String, Instant> silent = silent(now);
    boolean known = store.alerts(alerts -> !alerts.silences().open().isEmpty());
    if (!known && silent.isEmpty()) return 0;
    return store.changeAlerts(alerts -> note(alerts, silent, now));
  }

  private int note(Alerts alerts, Map<String, Instant> silent, Instant now) {
    alerts.canaries().lock();
    Map<String, Instant> fresh = new TreeMap<>(silent);
    for (Silence each : alerts.silences().open()) {
      Optional<Instant> since = Optional.ofNullable(silent.get(each.platform()));
      if (since.filter(at -> !at.isAfter(each.since())).isEmpty())
        alerts.silences().end(each.id(), now);
      else {
        alerts.silences().seen(each.id(), began(each, now), now);
        fresh.remove(each.platform());
      }
    }
    fresh.forEach((platform, since) -> alerts.silences().add(silence(platform, since, now)));
    return silent.size();
  }

  private static Instant began(Silence silence, Instant now) {
    boolean unwatched = silence.seen().plus(UNWATCHED).isBefore(now);
    return unwatched && !silence.isSettled(silence.seen()) ? now : silence.began();
  }

  private Silence silence(String platform, Instant since, Instant now) {
    return new Silence(
        UUID.randomUUID().toString(),
        platform,
        names.apply(platform),
        since,
        now,
        now,
        Optional.empty());
  }

  /** Platforms that are silent, with when they were read last. */
  private Map<String, Instant> silent(Instant now) {
    Map<String, SourceStates.State> states =
        store.sourceStates().all().stream()
            .collect(Collectors.toMap(SourceStates.State::source, Function.identity()));
    Map<String, List<SourceDefinition>> platforms =
        sources.get().stream()
            .filter(source -> source.emits() != Emits.AGGREGATE_RATING)
            .collect(Collectors.groupingBy(SourceDefinition::platform));
    Map<String, Instant> silent = new HashMap<>();
    platforms.forEach(
        (platform, all) -> since(all, states, now).ifPresent(since -> silent.put(platform, since)));
    return silent;
  }

  /** When a platform was read last; absent if it never was, or lately enough. */
  private static Optional<Instant> since(
      List<SourceDefinition> sources, Map<String, SourceStates.State> states, Instant now) {
    Optional<Instant> last = Optional.empty();
    for (SourceDefinition source : sources) {
      Optional<SourceStates.State> state = Optional.ofNullable(states.get(source.id()));
      Optional<Instant> success = state.flatMap(SourceStates.State::lastSuccess);
      if (success.isEmpty()) continue;
      Duration usual = state.get().interval().orElse(source.fetch().every());
      if (!success.get().plus(usual.multipliedBy(TIMES)).isBefore(now)) return Optional.empty();
      last = last.filter(at -> at.isAfter(success.get())).or(() -> success);
    }
    return last;
  }
}
