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
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;
import worthwhile.store.TestDatabase;

/** A warning that is found later is sent to those who were told before, wherever the posting is. */
class LaterWarningAlertsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final String LURE =
      "Before you can withdraw, deposit 50 USDT to clear the negative balance of your account.";
  private static final Timetable EVENING =
      new Timetable(
          new Rhythm.Digest(List.of(LocalTime.of(18, 0))), Optional.empty(), ZoneOffset.UTC);

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private static void warn(AlertScene scene, Warning.Severity... severities) {
    List<Warning> warnings =
        List.of(severities).stream()
            .map(
                severity ->
                    new Warning(
                        "upfront-fee",
                        severity,
                        "pay first",
                        Warning.By.RULE,
                        scene.clock.instant(),
                        Map.of()))
            .toList();
    Posting posting = scene.store.postings().byId("mill:1").orElseThrow();
    Posting warned = posting.with(posting.assessment().warned(null, warnings, List.of()));
    scene.store.write(
        writing -> {
          writing.reassess(List.of(warned), scene.clock.instant());
          return warned;
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofWhatIsMissingAtOnceAndNotAgainWhenItIsBack(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.listing(task("1"), task("2"));
      scene.run();
      scene.listing(task("2"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1", "mill:2");
      warn(scene, Warning.Severity.DANGER);
      scene.run();
      assertThat(scene.ledger(search)).contains("mill:1 sent warning");
      scene.pass(Duration.ofHours(1));
      scene.listing(task("1").description(LURE), task("2"));
      scene.run();
      assertThat(scene.ledger(search))
          .containsOnlyOnce("mill:1 sent warning")
          .contains("mill:1 held alert-danger");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofWhatIsEvergreenMeanwhile(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.run();
      scene.come(task("1").state(PostingState.EVERGREEN));
      scene.run();
      warn(scene, Warning.Severity.CAUTION);
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "warning");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofWhatWasMissingAndIsBackWithADangerBetweenTwoLooks(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.listing(task("1"), task("2"));
      scene.run();
      scene.pass(Duration.ofHours(1));
      scene.listing(task("2"));
      scene.pass(Duration.ofHours(1));
      scene.listing(task("1").description(LURE), task("2"));
      scene.run();
      assertThat(scene.ledger(search)).contains("mill:1 sent warning", "mill:1 held alert-danger");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofWhatWasSortedAnewBetweenTwoLooks(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.run();
      scene.store.write(
          writing -> {
            writing.sort(List.of(writing.posting("mill:1").orElseThrow()), scene.clock.instant());
            return 1;
          });
      warn(scene, Warning.Severity.DANGER);
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "warning");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void notToThoseWhoWereNeverTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.listing(task("1"), task("2"));
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.run();
      scene.listing(task("2"));
      scene.run();
      warn(scene, Warning.Severity.DANGER);
      scene.run();
      assertThat(scene.ledger(search)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatADigestLeftOutAsADangerIsToldWhenItIsCleared(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, EVENING, 10, hook("a")));
      scene.come(task("1"), task("2"));
      scene.run();
      warn(scene, Warning.Severity.DANGER);
      scene.run();
      scene.pass(Duration.ofHours(7));
      scene.run();
      assertThat(scene.ledger(search)).contains("mill:1 out alert-danger", "mill:2 sent new");
      warn(scene);
      scene.run();
      scene.pass(Duration.ofDays(1));
      scene.run();
      assertThat(scene.ledger(search)).contains("mill:1 sent changed");
      warn(scene, Warning.Severity.CAUTION);
      scene.run();
      warn(scene);
      scene.run();
      scene.pass(Duration.ofDays(1));
      scene.run();
      assertThat(scene.ledger(search)).containsOnlyOnce("mill:1 sent changed");
      assertThat(scene.ledger(search)).filteredOn(line -> line.startsWith("mill:2")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasToldAndIsADangerForAWhileIsNotToldAgain(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.run();
      warn(scene, Warning.Severity.DANGER);
      scene.run();
      warn(scene);
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "warning");
    }
  }
}
