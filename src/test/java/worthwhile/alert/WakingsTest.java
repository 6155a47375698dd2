package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.saved.Watched;
import worthwhile.store.TestDatabase;

/** A platform wakes up: postings after a quiet time. */
class WakingsTest {
  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.come(task("0"));
    scene.save(
        WantedBuilder.builder(wanted(Map.of("platform", List.of("mill")), hook("a")))
            .watches(Watched.WOKE)
            .build());
    return scene;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theFirstTasksAfterAQuietDayAreToldAndThoseInBusyTimesAreNot(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.pass(Duration.ofHours(5));
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).as("busy").isEmpty();
      scene.pass(Duration.ofHours(26));
      scene.come(task("2"));
      scene.run();
      scene.pass(Duration.ofMinutes(30));
      scene.come(task("3"));
      scene.run();
      scene.pass(Duration.ofHours(2));
      scene.come(task("4"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:2", "mill:3");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatCameWhileNothingRanWakesItUpAllTheSame(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.pass(Duration.ofHours(30));
      scene.come(task("1"));
      scene.restart();
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlatformThatCouldNotBeReadWasNotQuiet(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.pass(Duration.ofHours(30));
      scene.store.changeAlerts(
          alerts -> {
            alerts
                .silences()
                .add(
                    new Silence(
                        "s",
                        "mill",
                        "Mill",
                        AlertScene.NOW,
                        AlertScene.NOW.plus(Duration.ofHours(3)),
                        AlertScene.NOW.plus(Duration.ofHours(29)),
                        Optional.empty()));
            return 1;
          });
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).isEmpty();
    }
  }
}
