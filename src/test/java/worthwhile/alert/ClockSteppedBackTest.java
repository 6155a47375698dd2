package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** A clock that is put back has nothing sent twice. */
class ClockSteppedBackTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;

  private final CountDownLatch answers = new CountDownLatch(1);

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private void hangs() {
    try {
      answers.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One message hangs, and another to the same place waits aside. */
  private SavedSearch begin(AlertScene scene) {
    SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
    scene.come(task("0"));
    scene.run();
    scene.meanwhile = this::hangs;
    scene.pass(Duration.ofHours(-1));
    scene.come(task("1"));
    scene.find();
    assertThat(scene.outbox.step()).isEqualTo(1);
    scene.come(task("2"));
    scene.find();
    assertThat(scene.outbox.step()).isZero();
    return search;
  }

  private void end(AlertScene scene, SavedSearch search) throws InterruptedException {
    answers.countDown();
    scene.outbox.awaitRest(Duration.ofSeconds(10));
    scene.send();
    assertThat(scene.told()).containsExactly("mill:0", "mill:1", "mill:2");
    assertThat(scene.ledger(search)).allMatch(line -> line.endsWith(" sent new")).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHangsIsNotTakenByAnotherProcess(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind);
        Outbox other = scene.outbox()) {
      SavedSearch search = begin(scene);
      for (int i = 0; i < 12; i++) {
        scene.pass(Duration.ofSeconds(6));
        scene.outbox.step();
        assertThat(other.step()).isZero();
      }
      end(scene, search);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWaitsHereIsHadOnceThoughItsLeaseEnded(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = begin(scene);
      scene.pass(Duration.ofMinutes(2));
      for (int i = 0; i < 3; i++) {
        scene.pass(Duration.ofSeconds(2));
        scene.outbox.step();
      }
      end(scene, search);
    }
  }
}
