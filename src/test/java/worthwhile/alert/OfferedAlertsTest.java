package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.posting.PostingState;
import worthwhile.store.TestDatabase;

/** What is offered without an end is told like anything else that a search finds. */
class OfferedAlertsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Timetable EVENING =
      new Timetable(
          new Rhythm.Digest(List.of(LocalTime.of(18, 0))), Optional.empty(), ZoneOffset.UTC);

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEvergreenPostingIsTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1").state(PostingState.EVERGREEN));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.ledger(search)).containsExactly("mill:1 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEvergreenPostingThatIsStillThereIsNotToldAgain(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.listing(task("1"));
      scene.run();
      scene.listing(task("1").state(PostingState.EVERGREEN));
      scene.run();
      scene.pass(Duration.ofDays(1));
      scene.listing(task("1").state(PostingState.EVERGREEN));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatBecameEvergreenBeforeADigestIsToldInIt(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, EVENING, 10, hook("a")));
      scene.come(task("1"));
      scene.run();
      scene.come(task("1").state(PostingState.EVERGREEN));
      scene.run();
      scene.pass(Duration.ofHours(7));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }
}
