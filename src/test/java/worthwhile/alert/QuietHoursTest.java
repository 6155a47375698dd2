package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.instantlyBut;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** Nothing arrives in quiet hours, however late it is or often it was tried. */
class QuietHoursTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final QuietHours AFTERNOON =
      new QuietHours(LocalTime.of(12, 1), LocalTime.of(20, 0));

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private static Delivery only(AlertScene scene, SavedSearch search) {
    return scene
        .store
        .alerts(alerts -> alerts.deliveries().ofSearch(search.id(), Optional.empty(), 0, 9))
        .getFirst();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsTriedAgainWaitsForTheirEnd(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, instantlyBut(AFTERNOON), 10, hook("a")));
      scene.answer = new Attempt.Later(Optional.empty(), "503");
      scene.come(task("1"));
      scene.run();
      scene.answer = new Attempt.Sent();
      for (int i = 0; i < 15; i++) {
        scene.pass(Duration.ofMinutes(30));
        scene.run();
      }
      assertThat(scene.told()).isEmpty();
      assertThat(only(scene, search).attempts()).isEqualTo(1);
      scene.pass(Duration.ofMinutes(30));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(only(scene, search).attempts()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasFoundBeforeAndNotSentSinceNothingRanWaitsForTheirEnd(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, instantlyBut(AFTERNOON), 10, hook("a")));
      scene.come(task("1"));
      scene.match();
      scene.pass(Duration.ofHours(2));
      scene.restart();
      scene.run();
      assertThat(scene.told()).isEmpty();
      scene.restart();
      scene.pass(Duration.ofHours(6));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAnotherSearchWantsNowIsSent(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.saveConfirmed(wanted(SHAPES, instantlyBut(AFTERNOON), 10, mail()));
      scene.saveConfirmed(wanted(SHAPES, mail()));
      scene.run();
      scene.come(task("1"));
      scene.match();
      scene.pass(Duration.ofHours(2));
      scene.restart();
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsGoneMeanwhileIsSaidAtOnceToBe(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, instantlyBut(AFTERNOON), 10, hook("a")));
      scene.listing(task("1"), task("2"));
      scene.match();
      scene.pass(Duration.ofHours(2));
      scene.listing(task("2"));
      scene.restart();
      scene.run();
      assertThat(scene.told()).isEmpty();
      scene.pass(Duration.ofHours(6));
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 out alert-gone", "mill:2 sent new");
    }
  }
}
