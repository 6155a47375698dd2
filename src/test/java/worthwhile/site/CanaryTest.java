package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.Wanted;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.saved.Watched;
import worthwhile.alert.watch.CanaryWatch;
import worthwhile.alert.watch.Watchdog;
import worthwhile.posting.Reason;
import worthwhile.store.TestDatabase;

/** An invented task that goes all the way, and is seen by nobody else. */
class CanaryTest {
  @TempDir private Path folder;

  private static Wanted everything() {
    return new Wanted(
        "Everything",
        Map.of(),
        Watched.POSTINGS,
        new Timetable(new Rhythm.Instantly(), Optional.empty(), ZoneOffset.UTC),
        1_000,
        false,
        List.of(new Destination.Feed("")));
  }

  private static List<Delivery> told(CanaryScene scene, String search) {
    return scene.fixture.store.alerts(
        alerts -> alerts.deliveries().ofSearch(search, Optional.empty(), 0, 10));
  }

  private static List<String> troubles(CanaryScene scene) {
    return scene.fixture.store.alerts(alerts -> alerts.troubles().open()).stream()
        .map(trouble -> trouble.kind().word())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itArrivesAndNobodyElseHearsOfIt(TestDatabase kind) {
    try (CanaryScene scene = new CanaryScene(kind, folder)) {
      SavedSearch all = ((Wanted.Outcome.Kept) scene.searches.add("anna", everything())).search();
      long revision = scene.fixture.store.postings().revision();
      CanaryWatch watch = scene.watch();
      assertThat(watch.step()).isTrue();
      scene.time.move(Duration.ofMillis(300));
      scene.follower.catchUp();
      scene.time.move(Duration.ofMillis(200));
      scene.send();
      scene.time.move(Duration.ofMillis(100));
      assertThat(watch.step()).isFalse();

      Canary canary = scene.canaries().getFirst();
      assertThat(canary.isProved()).isTrue();
      assertThat(canary.matched()).hasValue(canary.begun().plusMillis(300));
      assertThat(canary.handed()).hasValue(canary.begun().plusMillis(500));
      assertThat(canary.seen()).hasValue(canary.begun().plusMillis(600));

      assertThat(told(scene, all.id())).as("a search for everything hears nothing of it").isEmpty();
      assertThat(scene.fixture.store.postings().revision()).isEqualTo(revision);
      assertThat(scene.fixture.store.changes().after(0, 10)).isEmpty();
      assertThat(scene.fixture.json("/api/v1/postings?q=canary").path("total").asInt()).isZero();
      assertThat(scene.fixture.get("/tasks/~canary:1").statusCode()).isEqualTo(404);
      assertThat(scene.fixture.json("/api/v1/saved-searches").path("total").asInt()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoProcessesSendOneAndItIsToldOnce(TestDatabase kind) {
    try (CanaryScene scene = new CanaryScene(kind, folder)) {
      CanaryWatch one = scene.watch();
      CanaryWatch other = scene.watch();
      assertThat(List.of(one.step(), other.step())).containsExactly(true, false);
      AlertFollower elsewhere = scene.follower();
      int told = scene.follower.catchUp() + elsewhere.catchUp() + scene.follower.catchUp();
      assertThat(told).as("its webhook and its feed").isEqualTo(2);
      scene.send();
      other.step();
      assertThat(scene.canaries()).singleElement().matches(Canary::isProved);
      scene.time.move(Duration.ofMinutes(15));
      assertThat(other.step()).isTrue();
      assertThat(one.step()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whereItStoppedIsSaidAndTwiceInARowIsATrouble(TestDatabase kind) {
    try (CanaryScene scene = new CanaryScene(kind, folder)) {
      CanaryWatch watch = scene.watch();
      Watchdog watchdog = scene.watchdog(Optional.empty());
      watch.step();
      scene.time.move(Duration.ofMinutes(2));
      watch.step();
      watchdog.look();
      assertThat(codes(scene)).containsExactly("canary-not-matched");
      assertThat(troubles(scene)).isEmpty();

      scene.time.move(Duration.ofMinutes(13));
      watch.step();
      scene.follower.catchUp();
      scene.time.move(Duration.ofMinutes(2));
      watch.step();
      watchdog.look();
      assertThat(codes(scene)).containsExactly("canary-not-handed", "canary-not-matched");
      assertThat(troubles(scene)).containsExactly("canary");
      assertThat(scene.fixture.get("/status").body())
          .contains("its message did not arrive")
          .doesNotContain("127.0.0.1", "canary.invalid");
      assertThat(scene.fixture.get("/health/ready").statusCode()).isEqualTo(200);

      scene.time.move(Duration.ofMinutes(13));
      watch.step();
      scene.follower.catchUp();
      scene.send();
      watch.step();
      watchdog.look();
      assertThat(troubles(scene)).as("one look is not enough").containsExactly("canary");
      scene.time.move(Duration.ofMinutes(11));
      watchdog.look();
      assertThat(troubles(scene)).isEmpty();
      Trouble over = scene.fixture.store.alerts(alerts -> alerts.troubles().newest(1)).getFirst();
      assertThat(over.told()).as("the log was told").isPresent();
      assertThat(over.over()).isPresent();
    }
  }

  private static List<String> codes(CanaryScene scene) {
    return scene.canaries().stream()
        .flatMap(canary -> canary.trouble().map(Reason::code).stream())
        .toList();
  }

  @Test
  void whatNobodyFollowedProvesNothing() {
    try (CanaryScene scene = new CanaryScene(TestDatabase.SQLITE, folder)) {
      CanaryWatch watch = scene.watch();
      watch.step();
      scene.time.move(Duration.ofDays(2));
      assertThat(scene.watch().step()).isTrue();
      assertThat(scene.canaries()).singleElement().matches(canary -> canary.ended().isEmpty());
      scene.follower.catchUp();
      scene.send();
      watch.step();
      scene.time.move(Duration.ofDays(8));
      watch.step();
      assertThat(scene.canaries()).as("what is old is forgotten").hasSize(1);
      assertThat(told(scene, CanarySearch.ID)).isEmpty();
    }
  }

  @Test
  void whatIsNotSignedIsRefused() {
    try (CanaryScene scene = new CanaryScene(TestDatabase.SQLITE, folder)) {
      String body = "{\"data\":{\"postings\":[{\"id\":\"~canary:1\"}]}}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      assertThat(scene.fixture.post("/alerts/canary", bytes).statusCode()).isEqualTo(403);
      scene.watch().step();
      assertThat(
              scene
                  .fixture
                  .post(
                      "/alerts/canary",
                      bytes,
                      "webhook-id",
                      "x",
                      "webhook-timestamp",
                      Long.toString(scene.time.instant().getEpochSecond()),
                      "webhook-signature",
                      "v1,AAAA")
                  .statusCode())
          .isEqualTo(403);
      assertThat(scene.canaries().getFirst().handed()).isEmpty();
    }
  }
}
