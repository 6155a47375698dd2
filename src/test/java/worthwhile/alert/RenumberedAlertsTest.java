package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.usd;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.store.TestDatabase;

/** A source that gives the same work another number tells nothing new. */
class RenumberedAlertsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final String WORDS =
      "Draw around all the triangles, squares and circles that are in the picture, twenty for"
          + " each.";

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private static JobPostingBuilder numbered(String number) {
    return task(number).title("Match shapes in pictures of rooms").description(WORDS);
  }

  private static void listed(AlertScene scene, JobPostingBuilder row) {
    scene.pass(Duration.ofDays(1));
    scene.listing(row, task("other").title("Count birds"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isToldOnceHoweverOftenItIsNumberedAnew(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, hook("a"), mail()));
      for (int day = 0; day < 4; day++) {
        listed(scene, numbered("n" + day));
        scene.run();
      }
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:n0", "mill:n0");
      assertThat(scene.ledger(search))
          .contains("mill:n1 merged alert-told-before", "mill:n3 merged alert-told-before");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void alsoWhereItHadTwoNumbersBetweenTwoLooks(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      listed(scene, numbered("n0"));
      scene.run();
      listed(scene, numbered("n1"));
      listed(scene, numbered("n2"));
      scene.run();
      listed(scene, numbered("n3"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:n0");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isToldWhereItsPayRoseSinceItWasTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      listed(scene, numbered("n0"));
      scene.run();
      listed(scene, numbered("n1").baseSalary(usd("2.2")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new");
      listed(scene, numbered("n2").baseSalary(usd("2.4")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "pay-rose");
      listed(scene, numbered("n3").baseSalary(usd("2.4")));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:n0", "mill:n2");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoWasNotToldOfItIs(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      listed(scene, numbered("n0"));
      scene.run();
      SavedSearch later = scene.save(wanted(SHAPES, hook("b")));
      listed(scene, numbered("n1"));
      scene.run();
      assertThat(scene.ledger(later)).containsExactly("mill:n1 sent new");
      assertThat(scene.told()).containsExactly("mill:n0", "mill:n1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHadEndedAndIsPutUpAgainIsTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      listed(scene, numbered("n0"));
      scene.run();
      for (int day = 0; day < 3; day++) {
        scene.pass(Duration.ofDays(1));
        scene.listing(task("other").title("Count birds"));
        scene.run();
      }
      listed(scene, numbered("n1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:n0", "mill:n1");
    }
  }
}
