package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.instantly;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.usd;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.search.SearchQuery;
import worthwhile.store.TestDatabase;

/** Ways in which alerts failed their users elsewhere that show only over days, each not so here. */
class FieldFailuresTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Map<String, List<String>> LINES = Map.of("q", List.of("lines"));
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          ZoneId.of("Europe/Madrid"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  private static Timetable digest(ZoneId zone, Optional<QuietHours> quiet, LocalTime... at) {
    return new Timetable(new Rhythm.Digest(List.of(at)), quiet, zone);
  }

  private static Timetable at18() {
    return digest(ZoneOffset.UTC, Optional.empty(), LocalTime.of(18, 0));
  }

  /** Failure 3: endless repeats, one message a minute. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsSeenAgainEveryMinuteIsNotToldAgainEveryMinute(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.saveConfirmed(wanted(SHAPES, mail(), hook("a")));
      for (int minute = 0; minute < 60; minute++) {
        scene.come(
            task("1")
                .baseSalary(usd(minute % 2 == 0 ? "2" : "2.01"))
                .totalJobOpenings(90 - minute));
        if (minute % 20 == 0) scene.restart();
        scene.run();
        scene.pass(Duration.ofMinutes(1));
      }
      assertThat(scene.told()).containsExactly("mill:1", "mill:1");
    }
  }

  /**
   * Failure 8: a digest dropped what another search had found. What the digests of a search hold
   * together is exactly what it matched, whatever the times, the places and their summer times.
   */
  @ParameterizedTest
  @CsvSource({"1, SQLITE", "2, SQLITE", "3, SQLITE", "4, SQLITE", "5, POSTGRESQL", "6, POSTGRESQL"})
  void theDigestsOfEachSearchHoldTogetherExactlyWhatItMatches(long seed, TestDatabase kind)
      throws Exception {
    Random random = new Random(seed);
    try (AlertScene scene = scene(kind)) {
      // Clocks are put forward in Madrid on 28 March 2027, back on 31 October.
      scene.pass(Duration.ofDays(seed % 2 == 0 ? 124 : 344));
      SavedSearch shapes = scene.saveConfirmed(wanted(SHAPES, random(random), 100_000, mail()));
      SavedSearch lines = scene.saveConfirmed(wanted(LINES, random(random), 100_000, mail()));
      SavedSearch both = scene.saveConfirmed(wanted(Map.of(), random(random), 100_000, mail()));
      Map<String, Set<String>> matched =
          Map.of(
              shapes.id(),
              new TreeSet<>(),
              lines.id(),
              new TreeSet<>(),
              both.id(),
              new TreeSet<>());
      for (int step = 0; step < 60; step++) {
        String name = seed + "-" + step;
        boolean drawn = random.nextBoolean();
        scene.come(task(name).title((drawn ? "Draw lines " : "Match shapes ") + name));
        matched.get(drawn ? lines.id() : shapes.id()).add("mill:" + name);
        matched.get(both.id()).add("mill:" + name);
        if (random.nextInt(8) == 0) scene.restart();
        if (random.nextInt(3) > 0) scene.run();
        scene.pass(Duration.ofMinutes(random.nextInt(300)));
      }
      scene.run();
      scene.pass(Duration.ofDays(2));
      scene.run();
      // Quiet hours, of ten at most, may have held the last ones.
      scene.pass(Duration.ofHours(11));
      scene.run();
      matched.forEach((search, all) -> assertThat(told(scene, search)).isEqualTo(all));
      assertThat(scene.told()).doesNotHaveDuplicates();
      assertNothingInQuietHours(scene);
    }
  }

  private static Timetable random(Random random) {
    LocalTime from = LocalTime.of(random.nextInt(24), 30);
    Optional<QuietHours> quiet =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new QuietHours(from, from.plusHours(1 + random.nextInt(10))));
    LocalTime[] times = new LocalTime[1 + random.nextInt(3)];
    for (int i = 0; i < times.length; i++)
      times[i] = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    return digest(ZONES.get(random.nextInt(ZONES.size())), quiet, times);
  }

  /** What messages name a search for. */
  private static Set<String> told(AlertScene scene, String search) {
    Set<String> postings = new TreeSet<>();
    for (AlertScene.Arrived each : scene.arrived)
      for (AlertMessage.Match match : each.message().matches())
        if (match.searches().contains(search)) postings.add(match.posting().id());
    return postings;
  }

  /** A digest is due outside of its own quiet hours; the sending happens when somebody looks. */
  private static void assertNothingInQuietHours(AlertScene scene) {
    scene
        .searches
        .of(AlertScene.ANNA)
        .forEach(
            search ->
                scene
                    .store
                    .alerts(
                        alerts ->
                            alerts.deliveries().ofSearch(search.id(), Optional.empty(), 0, 1_000))
                    .stream()
                    .filter(each -> searches(each.items()).equals(Set.of(search.id())))
                    .forEach(
                        each ->
                            assertThat(List.of(each.due(), each.done().orElseThrow()))
                                .as("%s", search.timetable())
                                .allSatisfy(
                                    at ->
                                        assertThat(search.timetable().quietUntil(at)).isEmpty())));
  }

  private static Set<String> searches(List<worthwhile.alert.saved.Delivery.Item> items) {
    Set<String> all = new HashSet<>();
    items.forEach(item -> all.addAll(item.searches()));
    return all;
  }

  /** Failure 9: a digest mailed what its reader had left. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDigestDoesNotTellOfASearchThatWasPausedOrDeletedBeforeItCame(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch deleted = scene.saveConfirmed(wanted(SHAPES, at18(), 50, mail()));
      SavedSearch kept = scene.saveConfirmed(wanted(LINES, at18(), 50, mail()));
      scene.come(task("1"), task("2").title("Draw lines"));
      scene.run();
      scene.searches.delete(AlertScene.ANNA, deleted.id());
      scene.pass(Duration.ofHours(7));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:2");
      scene.come(task("3").title("Draw lines too"));
      scene.run();
      Wanted paused = WantedBuilder.builder(scene.searches.wanted(kept)).paused(true).build();
      scene.searches.change(AlertScene.ANNA, kept.id(), paused);
      scene.pass(Duration.ofDays(1));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:2");
      assertThat(scene.ledger(kept)).contains("mill:3 out alert-unsubscribed");
    }
  }

  /** Failure 10: the whole list again every day. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDigestHoldsOnlyWhatCameSinceTheLastAndNotTheWholeListAgain(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.saveConfirmed(wanted(SHAPES, at18(), 50, mail()));
      for (int day = 1; day <= 4; day++) {
        scene.come(task("1"), task("2"), task("day" + day));
        scene.run();
        if (day == 2) scene.restart();
        scene.pass(Duration.ofDays(1));
        scene.run();
      }
      assertThat(scene.arrived.stream().map(each -> Set.copyOf(each.postings())))
          .containsExactly(
              Set.of("mill:1", "mill:2", "mill:day1"),
              Set.of("mill:day2"),
              Set.of("mill:day3"),
              Set.of("mill:day4"));
    }
  }

  /** Failure 14: public servers take 250 messages a day and drop the rest in silence. */
  @Test
  void noChannelIsSentMoreADayThanItsServiceTakesAndEachSaysHowLongItTakes() {
    assertThat(ChannelType.NTFY.mostPerDay()).isLessThan(250);
    assertThat(ChannelType.values())
        .allSatisfy(type -> assertThat(type.delay()).isPositive().isLessThan(Duration.ofHours(1)));
  }

  /** Failure 15: one that hangs kept the whole queue, and nothing freed it. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMessageThatBreaksItsChannelFreesTheQueueAndIsTriedAgain(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.save(wanted(LINES, hook("b")));
      scene.meanwhile =
          () -> {
            throw new IllegalStateException("a channel that breaks");
          };
      scene.come(task("1"));
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 due new");
      scene.meanwhile = () -> {};
      scene.come(task("2").title("Draw lines"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:2");
      scene.pass(Duration.ofMinutes(1));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:2", "mill:1");
    }
  }

  /** Failure 16: a watch that broke was told of once, and silent for months after that. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChannelThatFailsSaysSoUntilItTakesSomethingAgain(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      scene.answer = new Attempt.Refused("it answered 404");
      scene.come(task("1"));
      scene.run();
      scene.pass(Duration.ofDays(60));
      scene.restart();
      scene.run();
      assertThat(scene.searches.channels(AlertScene.ANNA).getFirst().error())
          .contains("it answered 404");
      scene.answer = new Attempt.Sent();
      scene.come(task("2"));
      scene.run();
      assertThat(scene.searches.channels(AlertScene.ANNA).getFirst().error()).isEmpty();
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 failed alert-refused", "mill:2 sent new");
    }
  }

  /** Failure 17: a subscription ended without a word. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSearchThatWasSavedTwoYearsAgoStillTells(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.saveConfirmed(wanted(SHAPES, instantly(), 50, mail(), hook("a")));
      for (int month = 0; month < 24; month++) {
        scene.pass(Duration.ofDays(30));
        new AlertRetention(scene.store).keep(scene.clock.instant());
        scene.run();
      }
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:1", "mill:1");
    }
  }

  /** Failure 18: nobody could tell whether a threshold is any good. */
  @Test
  void aLookBackTellsWhatAThresholdWouldHaveBroughtAndWhatItMissed() throws Exception {
    try (AlertScene scene = scene(TestDatabase.SQLITE)) {
      scene.come(task("1").baseSalary(usd("1")), task("2"), task("3").baseSalary(usd("4")));
      scene.index.rebuild(scene.store.postings().notClosed(), scene.store.postings().revision());
      assertThat(fired(scene, "8")).isEqualTo(3);
      assertThat(fired(scene, "15")).isEqualTo(2);
      assertThat(fired(scene, "100")).isZero();
      assertThat(past(scene, "100").advice()).isEqualTo(Backtest.Advice.WIDER);
      assertThat(past(scene, "15").advice()).isEqualTo(Backtest.Advice.INSTANT);
    }
  }

  private static long fired(AlertScene scene, String hourly) {
    return past(scene, hourly).fired();
  }

  private static Backtest.Result past(AlertScene scene, String hourly) {
    Map<String, List<String>> asked =
        Map.of("min_hourly", List.of(hourly), "include_unknown_pay", List.of("false"));
    SearchQuery query = ((SearchQuery.Parsed.Valid) SearchQuery.parse(asked)).query();
    return new Backtest(scene.index).of(query, Backtest.USUAL_DAYS);
  }
}
