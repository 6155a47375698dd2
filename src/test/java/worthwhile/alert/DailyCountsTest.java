package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.store.TestDatabase;

/** No more than asked for is told in a day, whoever looks and however often it begins anew. */
class DailyCountsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final int MOST = 100;

  @TempDir private Path folder;
  private int made;

  private void come(AlertScene scene, int many) {
    scene.come(
        IntStream.range(0, many)
            .mapToObj(_ -> task("t" + made++))
            .toArray(JobPostingBuilder[]::new));
  }

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.save(wanted(SHAPES, AlertScene.instantly(), MOST, hook("a")));
    return scene;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void exactlySoManyAreToldAndAsManyTheNextDay(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 5; i++) {
        come(scene, 30);
        scene.run();
      }
      assertThat(scene.told()).hasSize(MOST);
      scene.pass(Duration.ofDays(1));
      come(scene, 130);
      scene.run();
      assertThat(scene.told()).hasSize(2 * MOST);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aProcessThatBeginsAnewCountsOn(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 3; i++) {
        come(scene, 21);
        scene.run();
        scene.restart();
      }
      come(scene, 80);
      scene.run();
      assertThat(scene.told()).hasSizeBetween(MOST - 3 * MOST / 50, MOST);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAnotherProcessToldIsCountedToo(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      AlertFollower other = new AlertFollower(scene.store, scene.index, scene.clock);
      for (int i = 0; i < 4; i++) {
        come(scene, 20);
        scene.run();
        come(scene, 20);
        other.catchUp();
      }
      scene.run();
      assertThat(scene.told()).hasSizeBetween(MOST - 8 * MOST / 50, MOST);
    }
  }
}
