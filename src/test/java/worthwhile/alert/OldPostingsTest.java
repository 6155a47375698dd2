package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.usd;
import static worthwhile.alert.AlertScene.wanted;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.WorkReport;
import worthwhile.store.TestDatabase;

/** What a search found before anything happened to it is not announced by what happens. */
class OldPostingsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Map<String, List<String>> SHORT =
      Map.of("q", List.of("shapes"), "max_minutes", List.of("10"));
  private static final String WORDS =
      "Draw around all the triangles, squares and circles that are in the picture, twenty for"
          + " each.";

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private static void copyComes(AlertScene scene, String source) {
    JobPosting copy =
        JobPosting.builder(source, source, "9")
            .title("Match shapes 1")
            .url("https://" + source + ".test/9")
            .description(WORDS)
            .hiringOrganization(Organization.named("Stone Lab"))
            .timeRequired(Duration.ofMinutes(6))
            .baseSalary(usd("2"))
            .build();
    scene.tail.take(
        Batch.Rows.of(source, scene.clock.instant())
            .outcome(RunOutcome.Read.PARTIAL)
            .items(List.of(copy))
            .build());
  }

  private static JobPostingBuilder timed(int... minutes) {
    return task("1")
        .timeRequired(null)
        .reports(
            Arrays.stream(minutes)
                .mapToObj(
                    each ->
                        new WorkReport("w" + each, BigDecimal.valueOf(each), null, null, "forum"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoseCopyComesIsNotNewItself(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1").description(WORDS));
      scene.run();
      scene.pass(Duration.ofDays(30));
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, hook("a"), mail()));
      copyComes(scene, "quarry");
      scene.run();
      assertThat(scene.told()).containsExactly("quarry:9", "quarry:9");
      copyComes(scene, "pit");
      scene.run();
      assertThat(scene.told()).doesNotContain("mill:1");
      assertThat(scene.ledger(search)).noneMatch(line -> line.startsWith("mill:1"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void thatCameTogetherWithItsCopyIsNew(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1").description(WORDS));
      copyComes(scene, "quarry");
      scene.run();
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:1", "quarry:9");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoseMeasuredTimeMovedIsNotToldUnlessItMatchesOnlyNow(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1").timeMeasured(Duration.ofMinutes(6)));
      scene.run();
      scene.save(wanted(SHAPES, hook("a")));
      scene.save(
          wanted(
              Map.of("min_hourly", List.of("25"), "include_unknown_pay", List.of("false")),
              hook("b")));
      scene.come(task("1").timeMeasured(Duration.ofMinutes(8)));
      scene.run();
      assertThat(scene.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofWhichMoreIsReportedIsNotTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(timed(6));
      scene.run();
      scene.save(wanted(SHORT, hook("a")));
      scene.come(timed(6, 8));
      scene.run();
      assertThat(scene.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void thatIsQuickEnoughOnlyByWhatIsReportedNowIsTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(timed(14));
      scene.run();
      scene.save(wanted(SHORT, hook("a")));
      scene.come(timed(14, 2));
      scene.run();
      assertThat(scene.reasons()).containsExactly("changed");
    }
  }
}
