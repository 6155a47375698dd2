package worthwhile.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.message.MailText;
import worthwhile.alert.message.PushBody;
import worthwhile.alert.message.WebhookBody;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.store.TestDatabase;

/** Who waits for a platform to wake is told once of each waking. */
class WakingTest {
  private static final Map<String, List<String>> MILL = Map.of("platform", List.of("mill"));

  @TempDir private Path folder;

  private static Wanted woke(Map<String, List<String>> query, Destination... to) {
    return WantedBuilder.builder(wanted(query, to)).watches(Watched.WOKE).build();
  }

  /** Time goes by, and the source is read every few hours without anything new. */
  private static void quiet(AlertScene scene, Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minusHours(3)) {
      scene.pass(Duration.ofHours(3));
      scene.come();
      scene.run();
    }
  }

  private static void come(AlertScene scene, JobPostingBuilder... tasks) {
    scene.come(tasks);
    scene.run();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsFirstPostingsAreToldOnceAndSayWhy(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      come(scene, task("a"));
      scene.saveConfirmed(woke(MILL, mail(), hook("a")));
      scene.save(woke(Map.of("platform", List.of("elsewhere")), hook("b")));
      scene.run();
      quiet(scene, Duration.ofHours(27));
      come(scene, task("b"), task("c"));
      assertThat(scene.reasons()).containsExactly("woke", "woke");
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:b", "mill:c", "mill:b", "mill:c");

      AlertMessage message = scene.arrived.getFirst().message();
      assertThat(MailText.subject(message)).startsWith("new tasks after a long time (mill): ");
      String since = "the first since 2026-11-20 12:00 UTC";
      assertThat(MailText.plain(message))
          .contains("mill: it has new tasks, " + since, "Match shapes b");
      assertThat(MailText.html(message)).contains(since, "http://here.test/platforms/mill");
      for (ChatMarkup markup : ChatMarkup.values())
        assertThat(ChatText.of(message, markup).text()).contains("Match shapes", "mill");
      assertThat(new String(PushBody.of(message, PushBody.LONGEST), UTF_8))
          .contains(since, "Match shapes b");
      assertThat(WebhookBody.of(message))
          .contains("\"reason\":\"woke\"", "\"platforms\":[{", "\"postings\":[{");

      scene.pass(Duration.ofMinutes(20));
      come(scene, task("d"));
      assertThat(scene.reasons()).as("one message for a waking").hasSize(2);
      quiet(scene, Duration.ofHours(90));
      come(scene, task("e"));
      assertThat(scene.reasons()).as("another waking").hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoWantsPostingsIsToldOfThemAsBefore(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      come(scene, task("a"));
      scene.save(wanted(MILL, hook("a")));
      scene.save(WantedBuilder.builder(wanted(MILL, hook("b"))).watches(Watched.CHANGES).build());
      scene.run();
      quiet(scene, Duration.ofHours(27));
      come(scene, task("b"));
      assertThat(scene.reasons()).containsExactly("new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lessThanADayOrThriceItsUsualGapIsNoQuiet(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      come(scene, task("a"));
      scene.save(woke(MILL, hook("a")));
      scene.run();
      for (int i = 0; i < 4; i++) {
        quiet(scene, Duration.ofHours(21));
        come(scene, task("b" + i));
      }
      quiet(scene, Duration.ofHours(60));
      come(scene, task("c"));
      assertThat(scene.arrived).as("less than three times its usual gap").isEmpty();
      quiet(scene, Duration.ofHours(66));
      come(scene, task("d"));
      assertThat(scene.told()).containsExactly("mill:d");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSilenceOfABrokenSourceIsNoQuietNorIsTheFirstReading(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.save(woke(Map.of(), hook("a")));
      scene.run();
      come(scene, task("a"));
      assertThat(scene.arrived).as("nothing came before").isEmpty();
      scene.pass(Duration.ofHours(40));
      come(scene, task("b"));
      assertThat(scene.arrived).as("nobody looked").isEmpty();
      quiet(scene, Duration.ofHours(125));
      come(scene, task("c"));
      assertThat(scene.told()).containsExactly("mill:c");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHappenedWhileNothingRanIsToldOnceAndAtMostTwentyPostings(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      come(scene, task("a"));
      SavedSearch search = scene.save(woke(MILL, hook("a")));
      scene.run();
      quiet(scene, Duration.ofHours(30));
      JobPostingBuilder[] many = new JobPostingBuilder[30];
      for (int i = 0; i < many.length; i++) many[i] = task("many" + i);
      scene.come(many);
      scene.pass(Duration.ofHours(5));
      scene.come(task("later"));
      scene.restart();
      scene.run();
      scene.restart();
      scene.run();
      assertThat(scene.arrived).hasSize(1);
      assertThat(scene.told()).hasSize(20).allMatch(id -> id.startsWith("mill:many"));
      assertThat(scene.ledger(search)).hasSize(20).allMatch(line -> line.endsWith("alert-woke"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPostingThatOnlyALaterLookFindsIsStillOfTheWaking(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      come(scene, task("a"));
      scene.save(woke(Map.of("q", List.of("rare")), hook("a")));
      scene.run();
      quiet(scene, Duration.ofHours(27));
      come(scene, task("b"));
      scene.pass(Duration.ofMinutes(10));
      come(scene, task("rare"));
      assertThat(scene.told()).containsExactly("mill:rare");
    }
  }
}
