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
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.store.TestDatabase;

/** Whom a change concerns, and who is told of it again. */
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
}
