package worthwhile.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import worthwhile.HandClock;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.Outbox;
import worthwhile.alert.Reach;
import worthwhile.alert.SavedSearches;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.watch.CanaryRoute;
import worthwhile.alert.watch.CanaryWatch;
import worthwhile.alert.watch.ChannelProbes;
import worthwhile.alert.watch.OperatorMail;
import worthwhile.alert.watch.Watchdog;
import worthwhile.fetch.wire.Wire;
import worthwhile.site.http.SiteSettings;
import worthwhile.store.TestDatabase;

/** A site with alerts that are proved by hand, step by step. */
final class CanaryScene implements AutoCloseable {
  final HandClock time = new HandClock(TestPostings.NOW);
  final SiteFixture fixture;
  final CanaryRoute route;
  final AlertFollower follower;
  final Outbox outbox;
  final SavedSearches searches;
  private final Wire wire = Wire.of(Map.of(), 1);

  CanaryScene(TestDatabase kind, Path folder) {
    fixture = SiteFixture.shipped(kind.fresh(folder), folder, SiteSettings.local("1.2.3"), time);
    route = new CanaryRoute(fixture.site.local(), "Worthwhile/test", time);
    Reach reach =
        route.beside(
            new Reach(
                Map.of(ChannelType.WEBHOOK, (_, _) -> new Attempt.Refused("nobody else")), wire));
    follower = follower();
    outbox = new Outbox(fixture.store, reach, "http://here.test", time, new Random(1));
    searches = new SavedSearches(fixture.store, reach, time);
    follower.catchUp();
  }

  /** As another process on the same store has it. */
  AlertFollower follower() {
    return new AlertFollower(fixture.store, fixture.index, time);
  }

  /** As a process has it. */
  CanaryWatch watch() {
    return new CanaryWatch(
        fixture.store,
        route,
        new ChannelProbes(fixture.store, Map.of(), Optional.empty(), time),
        time);
  }

  Watchdog watchdog(Optional<OperatorMail> operator) {
    return new Watchdog(fixture.store, operator, time);
  }

  void send() {
    try {
      while (outbox.step() > 0) outbox.awaitRest(Duration.ofSeconds(10));
      outbox.awaitRest(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All proofs, the newest first. */
  List<Canary> canaries() {
    return fixture.store.alerts(alerts -> alerts.canaries().newest(10));
  }

  URI site() {
    return fixture.site.local();
  }

  @Override
  public void close() {
    outbox.close();
    route.close();
    wire.close();
    fixture.close();
  }
}
