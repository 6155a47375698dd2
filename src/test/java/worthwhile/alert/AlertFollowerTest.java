package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.instantlyBut;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.usd;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.alert.saved.Timetable;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.store.TestDatabase;

/** The ways in which alerts fail their readers elsewhere, each shown not to be so here. */
class AlertFollowerTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Map<String, List<String>> WELL_PAID =
      Map.of("min_hourly", List.of("12"), "include_unknown_pay", List.of("false"));

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsStillTrueIsNotToldAgainAfterARestart(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"), task("2").title("Draw lines"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      scene.restart();
      scene.come(task("1"), task("2").title("Draw lines"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.ledger(search)).containsExactly("mill:1 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsBlockedIsNotToldOf(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      RequesterId stone = RequesterId.named("mill", "Stone Lab");
      scene.come(task("1"));
      scene.match();
      scene.block(stone);
      scene.come(task("2"), task("3").hiringOrganization(Organization.named("Other Lab")));
      scene.run();
      assertThat(scene.told()).as("also what waited already").containsExactly("mill:3");
      assertThat(scene.ledger(search))
          .containsExactly(
              "mill:1 out alert-blocked", "mill:2 held alert-blocked", "mill:3 sent new");
      scene.unblock(stone);
      scene.come(task("4"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:3", "mill:4");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneAccountsBlockIsNoneOfAnothers(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      RequesterId stone = RequesterId.named("mill", "Stone Lab");
      scene.store.changeAlerts(
          alerts -> {
            alerts.blocked().block("berta", stone, AlertScene.NOW);
            alerts.blocked().block("berta", RequesterId.identified("mill", "b"), AlertScene.NOW);
            alerts.blocked().block("berta", stone, AlertScene.NOW.plusSeconds(1));
            return stone;
          });
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.store.<List<RequesterId>>alerts(alerts -> alerts.blocked().of("berta")))
          .as("blocked again is blocked last")
          .containsExactly(RequesterId.identified("mill", "b"), stone);
      scene.store.changeAlerts(
          alerts -> {
            alerts.blocked().clear("berta");
            return stone;
          });
      assertThat(scene.store.<List<RequesterId>>alerts(alerts -> alerts.blocked().of("berta")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatCameWhileNothingRanIsToldAfterwards(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.match();
      scene.come(task("2"));
      scene.restart();
      scene.run();
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:1", "mill:2");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasThereBeforeTheSearchIsNotTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1"));
      scene.save(wanted(SHAPES, hook("a")));
      scene.run();
      scene.come(task("1").baseSalary(usd("2.1")));
      scene.run();
      assertThat(scene.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPostingThatWasForgottenAndComesBackIsNotNewAgain(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.run();
      scene.pass(Duration.ofDays(60));
      assertThat(
              scene.store.postings().forget("mill", scene.clock.instant(), scene.clock.instant()))
          .isEqualTo(1);
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 merged alert-told-before", "mill:1 sent new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFullTaskThatReopensIsToldEachTime(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1").totalJobOpenings(5));
      scene.run();
      for (int round = 0; round < 2; round++) {
        scene.come(task("1").totalJobOpenings(0));
        scene.run();
        scene.come(task("1").totalJobOpenings(3));
        scene.run();
      }
      assertThat(scene.reasons()).containsExactly("new", "reopened", "reopened");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMereEditIsNotTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.run();
      scene.come(task("1").title("Match shapes and colours 1").baseSalary(usd("2.1")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatDidNotMatchAndMatchesNowIsToldAsChangedOnce(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1").baseSalary(usd("1")), task("2"));
      scene.save(wanted(WELL_PAID, hook("a")));
      scene.run();
      scene.come(task("1").baseSalary(usd("1.5")), task("2").baseSalary(usd("2.2")));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.reasons()).containsExactly("changed");
      scene.come(task("1").baseSalary(usd("1")));
      scene.run();
      scene.come(task("1").baseSalary(usd("1.5")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("changed");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void payThatRisesByAFifthIsToldAndNotByLess(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1").baseSalary(usd("2")));
      scene.run();
      scene.come(task("1").baseSalary(usd("2.3")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new");
      scene.come(task("1").baseSalary(usd("2.4")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "pay-rose");
      scene.come(task("1").baseSalary(usd("2.6")));
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "pay-rose");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoSearchesOfOnePersonGiveOneMessageThatNamesBoth(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch one = scene.saveConfirmed(wanted(SHAPES, mail(), hook("a")));
      SavedSearch two = scene.saveConfirmed(wanted(WELL_PAID, mail(), hook("a")));
      scene.come(task("1"));
      scene.run();
      assertThat(scene.arrived).hasSize(3);
      assertThat(scene.arrived)
          .filteredOn(each -> each.to().type().word().equals("mail"))
          .singleElement()
          .satisfies(
              each -> assertThat(each.message().searches()).containsOnlyKeys(one.id(), two.id()));
    }
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
  void moreThanWantedOnADayIsCappedAndSaid(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, AlertScene.instantly(), 2, hook("a")));
      scene.come(task("1"), task("2"), task("3"));
      scene.run();
      assertThat(scene.told()).hasSize(2);
      assertThat(scene.ledger(search)).filteredOn(line -> line.contains("capped")).hasSize(1);
      scene.pass(Duration.ofDays(1));
      scene.come(task("4"));
      scene.run();
      assertThat(scene.told()).hasSize(3);
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
              .alerts(alerts -> alerts.deliveries().ofSearch(search.id(), 0, 9))
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
  void aBrokenSearchIsReportedAndTheOthersStillHear(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch broken = scene.save(wanted(SHAPES, hook("a")));
      scene.save(wanted(SHAPES, hook("b")));
      scene.store.changeAlerts(
          alerts ->
              alerts
                  .searches()
                  .replace(
                      SavedSearchBuilder.builder(broken)
                          .query(Map.of("min_wage", List.of("9")))
                          .build()));
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      assertThat(scene.searches.of(AlertScene.ANNA, broken.id()).orElseThrow().trouble())
          .hasValueSatisfying(why -> assertThat(why).contains("min_wage"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesThatOneReleaseLeftOutAreCarriedOverOrReported(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1"));
      SavedSearch known = scene.save(wanted(SHAPES, hook("a")));
      SavedSearch unknown = scene.save(wanted(SHAPES, hook("b")));
      leavesOut(scene, known, "STONE  lab");
      leavesOut(scene, unknown, "Stone Lab", "Nobody: Ltd");
      scene.come(task("2"), task("3").hiringOrganization(Organization.named("Other Lab")));
      scene.restart();
      scene.run();
      assertThat(scene.told()).containsExactly("mill:3");
      SavedSearch carried = scene.searches.of(AlertScene.ANNA, known.id()).orElseThrow();
      assertThat(carried.query())
          .isEqualTo(
              Map.of(
                  "q",
                  SHAPES.get("q"),
                  BlockedRequesters.PARAMETER,
                  List.of("mill:name:stone lab")));
      assertThat(carried.trouble()).isEmpty();
      SavedSearch broken = scene.searches.of(AlertScene.ANNA, unknown.id()).orElseThrow();
      assertThat(broken.query().get(BlockedRequesters.FORMER)).hasSize(2);
      assertThat(broken.trouble())
          .hasValueSatisfying(why -> assertThat(why).contains("no longer by name"));
    }
  }

  private static void leavesOut(AlertScene scene, SavedSearch search, String... names) {
    Map<String, List<String>> query = new LinkedHashMap<>(search.query());
    query.put(BlockedRequesters.FORMER, List.of(names));
    SavedSearch former = SavedSearchBuilder.builder(search).query(query).build();
    scene.store.changeAlerts(alerts -> alerts.searches().replace(former));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBurstIsToldInDeliveriesOfAHundred(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(
          IntStream.rangeClosed(1, 730)
              .mapToObj(n -> task("n" + n))
              .toArray(JobPostingBuilder[]::new));
      scene.run();
      assertThat(scene.told()).hasSize(730).doesNotHaveDuplicates();
      assertThat(scene.arrived)
          .allSatisfy(each -> assertThat(each.postings()).hasSizeLessThanOrEqualTo(100));
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
  void aDangerIsToldToNobodyAndAWarningThatComesLaterToEverybodyWhoWasTold(TestDatabase kind)
      throws Exception {
    String lure =
        "Before you can withdraw, deposit 50 USDT to clear the negative balance of your account.";
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"), task("2").description(lure));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1");
      scene.come(task("1").description(lure));
      scene.run();
      scene.run();
      assertThat(scene.reasons()).containsExactly("new", "warning");
      assertThat(scene.ledger(search))
          .contains("mill:1 sent new", "mill:1 sent warning", "mill:2 held alert-danger");
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
