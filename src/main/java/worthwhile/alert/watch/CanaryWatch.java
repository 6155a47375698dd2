package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.CanaryTask;
import worthwhile.alert.saved.Canary;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.store.alert.CanaryRows;

/**
 * Proves every quarter of an hour that alerts work: begins a proof, follows it to its end, and
 * looks whether the channels can be signed in to. Beginning is a transaction of which only one
 * process comes first; any may follow a proof to its end.
 */
public final class CanaryWatch {
  /** From the begin of a proof to that of the next. */
  static final Duration EVERY = Duration.ofMinutes(15);

  /** A proof that takes longer has failed. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Proofs can be read so long. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** What a proof told itself is kept so long. */
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(1);

  private final Store store;
  private final CanaryRoute route;
  private final ChannelProbes probes;
  private final Clock clock;

  public CanaryWatch(Store store, CanaryRoute route, ChannelProbes probes, Clock clock) {
    this.store = store;
    this.route = route;
    this.probes = probes;
    this.clock = clock;
  }

  /** Begins a proof if one is due, and follows those under way; whether it began one. */
  public boolean step() {
    Instant now = clock.instant();
    for (Canary open : store.alerts(alerts -> alerts.canaries().open())) follow(open, now);
    if (store.alerts(alerts -> !alerts.canaries().isDue(now, EVERY))) return false;
    boolean begun = store.changeAlerts(alerts -> begin(alerts, now));
    if (begun) probes.run();
    return begun;
  }

  private static boolean begin(Alerts alerts, Instant now) {
    CanaryRows canaries = alerts.canaries();
    if (canaries.beginIfDue(now, EVERY).isEmpty()) return false;
    CanarySearch.channels(alerts, now);
    canaries.thin(
        CanarySearch.ACCOUNT, CanaryTask.PREFIX, now.minus(KEPT), now.minus(DELIVERIES_KEPT));
    return true;
  }

  private void follow(Canary canary, Instant now) {
    Duration age = Duration.between(canary.begun(), now);
    if (age.compareTo(EVERY) >= 0)
      store.changeAlerts(alerts -> alerts.canaries().forget(canary.number()));
    else if (canary.matched().isPresent() && canary.handed().isPresent() && isFed(canary))
      end(canary, Optional.empty());
    else if (age.compareTo(PATIENCE) >= 0) end(canary, Optional.of(where(canary)));
  }

  private boolean isFed(Canary canary) {
    return store
        .alerts(CanarySearch::feedSecret)
        .filter(secret -> route.isFed(secret, CanaryTask.id(canary.number())))
        .isPresent();
  }

  private void end(Canary canary, Optional<Reason> trouble) {
    Instant at = clock.instant();
    store.changeAlerts(
        alerts -> {
          if (trouble.isEmpty()) alerts.canaries().seen(canary.number(), at);
          return alerts.canaries().end(canary.number(), at, trouble);
        });
  }

  /** Where on its way it stopped. */
  private static Reason where(Canary canary) {
    if (canary.matched().isEmpty()) return Reason.of("canary-not-matched");
    if (canary.handed().isEmpty()) return Reason.of("canary-not-handed");
    return Reason.of("canary-not-fed");
  }
}
