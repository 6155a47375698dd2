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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.ProcessId;

/** What becomes of a message between its being due and its being sent. */
class OutboxTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void quietHoursHoldTheMessageAndNotTheLook(TestDatabase kind) throws Exception {
    QuietHours quiet = new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 0));
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, instantlyBut(quiet), 10, hook("a")));
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).isEmpty();
      assertThat(scene.ledger(search)).containsExactly("mill:1 due new");
      scene.pass(Duration.ofHours(2));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsGoneWhenItsTimeComesIsNotTold(TestDatabase kind) throws Exception {
    Timetable digest =
        new Timetable(
            new Rhythm.Digest(List.of(LocalTime.of(18, 0))), Optional.empty(), ZoneOffset.UTC);
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, digest, 10, mail()));
      scene.come(task("1"), task("2"), task("3"));
      scene.run();
      scene.come(task("2").totalJobOpenings(0));
      scene.pass(Duration.ofHours(6));
      scene.run();
      assertThat(scene.arrived).hasSize(1);
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:1", "mill:3");
      assertThat(scene.arrived.getFirst().message().gone()).isEqualTo(1);
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 sent new", "mill:2 out alert-gone", "mill:3 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatFilledWhileAnotherWasSlowlySentIsNotTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      for (String each : List.of("1", "2", "3")) {
        scene.come(task(each));
        scene.find();
      }
      scene.meanwhile =
          () -> {
            scene.meanwhile = () -> {};
            scene.pass(Duration.ofSeconds(2));
            scene.come(task("2").totalJobOpenings(0));
          };
      scene.send();
      assertThat(scene.told()).containsExactly("mill:1", "mill:3");
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 sent new", "mill:2 out alert-gone", "mill:3 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLedgerOfASearchHasWhatItFoundAndNothingElse(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch shapes = scene.saveConfirmed(wanted(SHAPES, mail()));
      SavedSearch lines = scene.save(wanted(Map.of("q", List.of("lines")), mail()));
      scene.come(task("1"));
      scene.run();
      scene.come(task("2").title("Draw lines"), task("3").title("Shapes and lines"));
      scene.run();
      assertThat(postings(scene, shapes)).containsExactlyInAnyOrder("mill:1", "mill:2", "mill:3");
      assertThat(postings(scene, lines)).containsExactlyInAnyOrder("mill:2", "mill:3");
      assertThat(ledger(scene, shapes.id(), 1)).as("what comes after the newest").hasSize(1);
      assertThat(ledger(scene, "of-nobody", 0)).isEmpty();
    }
  }

  /** What stands in the deliveries that name a search: a message may be of two. */
  private static List<String> postings(AlertScene scene, SavedSearch search) {
    return ledger(scene, search.id(), 0).stream()
        .flatMap(each -> each.items().stream().map(Delivery.Item::posting))
        .toList();
  }

  private static List<Delivery> ledger(AlertScene scene, String search, int skip) {
    return scene.store.alerts(
        alerts -> alerts.deliveries().ofSearch(search, Optional.empty(), skip, 9));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDigestWithNothingLeftIsNotSent(TestDatabase kind) throws Exception {
    Timetable digest =
        new Timetable(
            new Rhythm.Digest(List.of(LocalTime.of(18, 0))), Optional.empty(), ZoneOffset.UTC);
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, digest, 10, mail()));
      scene.come(task("1"));
      scene.run();
      scene.come(task("1").totalJobOpenings(0));
      scene.pass(Duration.ofHours(6));
      scene.run();
      assertThat(scene.arrived).isEmpty();
      assertThat(scene.ledger(search)).containsExactly("mill:1 out alert-gone");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDeletedSearchTellsNothingThatStillWaits(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, mail()));
      scene.come(task("1"));
      scene.match();
      assertThat(scene.searches.delete(AlertScene.ANNA, search.id())).isTrue();
      scene.come(task("2"));
      scene.run();
      assertThat(scene.arrived).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFailureIsTriedAgainWithTheSameIdAndNeverTwiceOnceItArrived(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.answer = new Attempt.Later(Optional.empty(), "it answered 500");
      scene.come(task("1"));
      scene.run();
      String id =
          scene
              .store
              .alerts(alerts -> alerts.deliveries().ofSearch(search.id(), Optional.empty(), 0, 9))
              .getFirst()
              .id();
      scene.answer = new Attempt.Sent();
      scene.run();
      assertThat(scene.arrived).as("not before its time").isEmpty();
      scene.pass(Duration.ofSeconds(7));
      scene.run();
      scene.restart();
      scene.pass(Duration.ofDays(1));
      scene.run();
      assertThat(scene.arrived).hasSize(1);
      assertThat(scene.arrived.getFirst().message().delivery()).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsRefusedIsGivenUpAtOnceAndKept(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.answer = new Attempt.Refused("it answered 404");
      scene.come(task("1"));
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 failed alert-refused");
      List<Delivery> failed = scene.store.alerts(alerts -> alerts.deliveries().failed(10));
      assertThat(failed).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTurnsOutToBeDangerousBeforeItIsSentIsLeftOutAndSaidSo(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"), task("2"));
      scene.match();
      scene.come(
          task("2")
              .description(
                  "Before you can withdraw, deposit 50 USDT to clear the negative balance of your"
                      + " account."));
      scene.send();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 sent new", "mill:2 out alert-danger");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAttemptThatLastsLongIsNotMadeByAnotherProcessToo(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.match();
      int[] taken = {0};
      try (Outbox other = scene.outbox()) {
        scene.meanwhile =
            () -> {
              scene.pass(Duration.ofSeconds(40));
              scene.outbox.step();
              scene.pass(Duration.ofSeconds(40));
              taken[0] += other.step();
            };
        scene.send();
      }
      assertThat(taken[0]).isZero();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAProcessThatDiedHadTakenIsSentByAnother(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.match();
      scene.store.changeAlerts(
          alerts ->
              alerts
                  .deliveries()
                  .claim("dead", scene.clock.instant(), Duration.ofSeconds(45), Set.of(), 10));
      scene.send();
      assertThat(scene.told()).isEmpty();
      scene.pass(Duration.ofSeconds(46));
      scene.send();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAProcessOfThisComputerHadIsSentAsSoonAsItIsGone(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.match();
      ProcessId gone = new ProcessId(ProcessId.self().place(), Integer.MAX_VALUE, 1);
      scene.store.changeAlerts(
          alerts ->
              alerts
                  .deliveries()
                  .claim(gone + " word", scene.clock.instant(), Duration.ofHours(1), Set.of(), 10));
      scene.send();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasFoundHereIsInHandHereAndNobodyElses(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind);
        Outbox other = scene.outbox()) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.find();
      assertThat(other.step()).isZero();
      scene.pass(Duration.ofSeconds(30));
      assertThat(scene.outbox.step()).isEqualTo(1);
      scene.outbox.awaitRest(Duration.ofSeconds(10));
      scene.pass(Duration.ofMinutes(2));
      assertThat(other.step()).isZero();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.ledger(search)).containsExactly("mill:1 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsInHandWhenAProgramEndsIsAnybodysAtOnce(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.find();
      scene.restart();
      scene.send();
      assertThat(scene.told()).containsExactly("mill:1");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatComesForSomebodyWhoIsBeingServedFollows(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      int[] came = {1};
      scene.meanwhile =
          () -> {
            if (came[0] > 2) return;
            scene.come(task(Integer.toString(++came[0])));
            scene.find();
            assertThat(scene.outbox.step()).isZero();
          };
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1", "mill:2", "mill:3");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServerThatPutsSomeMailboxesOffHoldsUpNobodyElse(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 8; i++)
        scene.saveConfirmed(wanted(SHAPES, new Destination.Mail("m" + i + "@home.test", "")));
      scene.saveConfirmed(wanted(Map.of("q", List.of("lines")), AlertScene.mail()));
      scene.run();
      int[] asked = {0};
      scene.meanwhile = () -> asked[0]++;
      scene.answer = new Attempt.Later(Optional.empty(), "450 4.2.0 greylisted");
      scene.come(task("1"));
      scene.run();
      assertThat(asked[0]).isEqualTo(8);
      scene.come(task("2").title("Draw lines"));
      scene.run();
      assertThat(asked[0]).as("the ninth mailbox is tried").isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServerThatIsAwayIsLeftAloneForAWhileAndLosesNothing(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 8; i++)
        scene.saveConfirmed(wanted(SHAPES, new Destination.Mail("m" + i + "@home.test", "")));
      int[] asked = {0};
      scene.meanwhile = () -> asked[0]++;
      scene.answer = new Attempt.Away("the mail server was not reached");
      scene.come(task("1"));
      scene.run();
      scene.pass(Duration.ofSeconds(7));
      scene.run();
      assertThat(asked[0]).as("attempts at a server that is away").isLessThan(16);
      scene.answer = new Attempt.Sent();
      scene.pass(Duration.ofMinutes(15));
      scene.run();
      assertThat(scene.told()).hasSize(8);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMailboxGetsNoMoreMessagesADayThanItsChannelTakes(TestDatabase kind) throws Exception {
    int most = ChannelType.MAIL.mostPerDay();
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, AlertScene.mail()));
      for (int i = 0; i <= most; i++) {
        scene.come(task("n" + i));
        scene.run();
        scene.pass(Duration.ofSeconds(1));
      }
      assertThat(scene.arrived).hasSize(most);
      assertThat(scene.ledger(search)).contains("mill:n" + most + " capped alert-channel-cap");
    }
  }
}
