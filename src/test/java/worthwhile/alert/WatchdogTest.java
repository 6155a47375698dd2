package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.MailSettings;
import worthwhile.alert.saved.ChannelCheck;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.watch.CanaryRoute;
import worthwhile.alert.watch.CanaryWatch;
import worthwhile.alert.watch.ChannelProbes;
import worthwhile.alert.watch.OperatorMail;
import worthwhile.alert.watch.Watchdog;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Reason;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.SourceStates;

/** What keeps alerts from working, each shown to be told once, and to be over by itself. */
class WatchdogTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailChannel channel() {
    return new MailChannel(
        MailSettings.parse("smtp://127.0.0.1:" + server.getSmtp().getPort(), "alerts@here.test")
            .orElseThrow());
  }

  private Optional<OperatorMail> operator() {
    return Optional.of(new OperatorMail(channel(), "root@home.test", "http://here.test"));
  }

  private List<String> subjects() {
    return Arrays.stream(server.getReceivedMessages())
        .map(
            mail -> {
              try {
                return mail.getSubject();
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static List<String> open(AlertScene scene) {
    return scene.store.alerts(alerts -> alerts.troubles().open()).stream()
        .map(trouble -> trouble.kind().word())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOutboxThatIsStuckIsToldOnceAndAgainEachWeekUntilSheSaysThatSheKnows(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Watchdog one = new Watchdog(scene.store, operator(), scene.clock);
      Watchdog other = new Watchdog(scene.store, operator(), scene.clock);
      scene.save(wanted(SHAPES, hook("a")));
      scene.come(task("1"));
      scene.match();
      scene.pass(Duration.ofMinutes(6));
      one.look();
      assertThat(open(scene)).as("it may pass by itself").isEmpty();
      one.look();
      other.look();
      other.look();
      assertThat(open(scene)).containsExactly("late");
      assertThat(subjects()).containsExactly("Alerts do not work as they should");
      assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]))
          .contains("due at 2026-11-20 12:00 UTC", "http://here.test/operate/alerts")
          .doesNotContain("hooks.test");

      scene.pass(Duration.ofDays(6));
      one.look();
      assertThat(subjects()).hasSize(1);
      scene.pass(Duration.ofDays(1));
      one.look();
      other.look();
      assertThat(subjects()).hasSize(2).last().isEqualTo("Alerts still do not work as they should");

      String id = scene.store.alerts(alerts -> alerts.troubles().open()).getFirst().id();
      assertThat(acknowledge(scene, id)).isTrue();
      assertThat(acknowledge(scene, id)).isFalse();
      scene.pass(Duration.ofDays(8));
      one.look();
      assertThat(subjects()).hasSize(2);

      scene.send();
      one.look();
      scene.pass(Duration.ofMinutes(10));
      one.look();
      other.look();
      assertThat(open(scene)).isEmpty();
      assertThat(subjects()).hasSize(3).last().isEqualTo("Alerts work again");
    }
  }

  private static boolean acknowledge(AlertScene scene, String id) {
    return scene.store.changeAlerts(
        alerts -> alerts.troubles().acknowledge(id, scene.clock.instant()));
  }

  private static void fares(
      AlertScene scene, String source, String condition, int failures, Duration since) {
    Instant now = scene.clock.instant();
    scene
        .store
        .sourceStates()
        .put(
            new SourceStates.State(
                source,
                condition,
                Optional.of(Reason.of("rows-unusual").with("rows", 3).with("usual", 40)),
                now.minus(since),
                Optional.of(now.minus(Duration.ofDays(1))),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                failures));
  }

  private String body(int mail) {
    return GreenMailUtil.getBody(server.getReceivedMessages()[mail]).replaceAll("=?\\R", "");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sourcesThatBrokeAreToldTogetherEachOnceAndThatTheyAreReadAgain(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Watchdog one = new Watchdog(scene.store, operator(), scene.clock);
      Watchdog other = new Watchdog(scene.store, operator(), scene.clock);
      fares(scene, "mill", "quarantined", 3, Duration.ZERO);
      fares(scene, "tern", "failing", 2, Duration.ZERO);
      fares(scene, "once", "failing", 1, Duration.ZERO);
      fares(scene, "fine", "ok", 0, Duration.ZERO);
      fares(scene, "rest", "parked", 1, Duration.ZERO);
      one.look();
      other.look();
      assertThat(subjects()).containsExactly("Sources are not read any more");
      assertThat(body(0))
          .contains(
              "mill",
              "tern",
              "3 rows where the last runs had about 40",
              "/operate/alerts",
              "http://here.test/operate/sources/mill")
          .doesNotContain("once", "fine", "rest");

      scene.pass(Duration.ofHours(2));
      other.look();
      assertThat(subjects()).as("it did not pass by itself").hasSize(2);
      assertThat(body(1)).contains("once").doesNotContain("mill");

      fares(scene, "mill", "ok", 0, Duration.ZERO);
      one.look();
      assertThat(subjects()).as("it may be a lucky moment").hasSize(2);
      scene.pass(Duration.ofMinutes(10));
      one.look();
      other.look();
      assertThat(subjects()).hasSize(3).last().isEqualTo("Sources are read again");
      assertThat(body(2)).contains("mill").doesNotContain("tern");
      assertThat(open(scene)).containsExactly("source", "source");
    }
  }

  @Test
  void ofASourceThatWasNeverReadOrIsReadNoMoreNothingIsTold() throws Exception {
    try (AlertScene scene = new AlertScene(TestDatabase.SQLITE.fresh(folder), folder)) {
      Watchdog watchdog = new Watchdog(scene.store, operator(), scene.clock);
      scene.store.sourceStates().put(scene.store.sourceStates().neverRun("fresh"));
      fares(scene, "dropped", "quarantined", 3, Duration.ZERO);
      scene.pass(Duration.ofDays(9));
      watchdog.look();
      assertThat(subjects()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReceiverThatFailsIsNoTroubleOfTheOutbox(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Watchdog watchdog = new Watchdog(scene.store, operator(), scene.clock);
      scene.save(wanted(SHAPES, hook("a")));
      scene.answer = new Attempt.Later(Optional.of(Duration.ofHours(1)), "busy");
      scene.come(task("1"));
      scene.run();
      scene.pass(Duration.ofMinutes(30));
      watchdog.look();
      watchdog.look();
      assertThat(open(scene)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNotLookedAtIsATrouble(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Watchdog watchdog = new Watchdog(scene.store, Optional.empty(), scene.clock);
      scene.run();
      scene.come(task("1"));
      scene.pass(Duration.ofMinutes(6));
      watchdog.look();
      watchdog.look();
      assertThat(open(scene)).containsExactly("behind");
      scene.match();
      watchdog.look();
      scene.pass(Duration.ofMinutes(10));
      watchdog.look();
      assertThat(open(scene)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyThatWereGivenUpAreATroubleAndCanBeTriedAgainOrPutAside(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Watchdog watchdog = new Watchdog(scene.store, Optional.empty(), scene.clock);
      scene.save(wanted(SHAPES, hook("a")));
      scene.answer = new Attempt.Refused("it answered 404");
      for (int i = 0; i < 21; i++) {
        scene.come(task("t" + i));
        scene.run();
      }
      watchdog.look();
      assertThat(open(scene)).containsExactly("dead-letters");
      List<Delivery> failed = scene.store.alerts(alerts -> alerts.deliveries().failed(50));
      scene.answer = new Attempt.Sent();
      assertThat(retried(scene, failed.getFirst())).isTrue();
      boolean dropped =
          scene.store.changeAlerts(
              alerts -> alerts.queue().drop(failed.getLast().id(), Reason.of("alert-dropped")));
      assertThat(dropped).isTrue();
      scene.send();
      assertThat(scene.told()).hasSize(1);
      assertThat(state(scene, failed.getFirst())).isEqualTo(Delivery.State.SENT);
      assertThat(state(scene, failed.getLast())).isEqualTo(Delivery.State.HELD);
      assertThat(retried(scene, failed.getFirst())).as("it was sent").isFalse();
    }
  }

  private static Delivery.State state(AlertScene scene, Delivery delivery) {
    Optional<Delivery> now = scene.store.alerts(alerts -> alerts.deliveries().byId(delivery.id()));
    return now.orElseThrow().state();
  }

  private static boolean retried(AlertScene scene, Delivery delivery) {
    return scene.store.changeAlerts(
        alerts -> alerts.queue().retry(delivery.id(), scene.clock.instant()));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneThatCouldNotBeToldIsToldLater(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.run();
      MailChannel nobody =
          new MailChannel(
              MailSettings.parse("smtp://127.0.0.1:9", "alerts@here.test").orElseThrow());
      OperatorMail away = new OperatorMail(nobody, "root@home.test", "http://here.test");
      scene.come(task("1"));
      scene.pass(Duration.ofMinutes(6));
      Watchdog broken = new Watchdog(scene.store, Optional.of(away), scene.clock);
      broken.look();
      broken.look();
      assertThat(told(scene)).isEmpty();
      Watchdog mended = new Watchdog(scene.store, operator(), scene.clock);
      mended.look();
      mended.look();
      assertThat(subjects()).as("somebody else is trying").isEmpty();
      scene.pass(Duration.ofMinutes(10));
      mended.look();
      assertThat(subjects()).hasSize(1);
      assertThat(told(scene)).hasSize(1);
    }
  }

  private static List<Trouble> told(AlertScene scene) {
    return scene.store.alerts(alerts -> alerts.troubles().newest(10)).stream()
        .filter(trouble -> trouble.told().isPresent())
        .toList();
  }

  @Test
  void theServerIsSignedInToAndTheOperatorHearsOnceADay() throws Exception {
    try (AlertScene scene = new AlertScene(TestDatabase.SQLITE.fresh(folder), folder);
        CanaryRoute route =
            new CanaryRoute(URI.create("http://127.0.0.1:9"), "test", scene.clock)) {
      CanaryWatch watch =
          new CanaryWatch(
              scene.store,
              route,
              new ChannelProbes(
                  scene.store, Map.of(ChannelType.MAIL, channel()), operator(), scene.clock),
              scene.clock);
      watch.step();
      assertThat(subjects()).containsExactly("Alerts work");
      assertThat(checks(scene)).extracting(ChannelCheck::failures).containsExactly(0, 0);
      scene.pass(Duration.ofHours(23));
      watch.step();
      assertThat(subjects()).hasSize(1);
      scene.pass(Duration.ofHours(1));
      watch.step();
      assertThat(subjects()).hasSize(2);

      server.stop();
      scene.pass(Duration.ofMinutes(15));
      watch.step();
      new Watchdog(scene.store, Optional.empty(), scene.clock).look();
      assertThat(open(scene)).isEmpty();
      scene.pass(Duration.ofMinutes(15));
      watch.step();
      new Watchdog(scene.store, Optional.empty(), scene.clock).look();
      assertThat(open(scene)).containsExactly("channel");
      assertThat(checks(scene).getFirst().trouble().orElseThrow())
          .startsWith("the mail server was not reached");
    }
  }

  private static List<ChannelCheck> checks(AlertScene scene) {
    return scene.store.alerts(alerts -> alerts.queue().checks());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSumOfWhatWasSentOutlivesIt(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.save(wanted(SHAPES, hook("a"), new Destination.Feed("")));
      JobPostingBuilder[] rows =
          IntStream.range(0, 3).mapToObj(i -> task("t" + i)).toArray(JobPostingBuilder[]::new);
      scene.come(rows);
      scene.run();
      scene.pass(Duration.ofDays(100));
      new AlertRetention(scene.store).keep(scene.clock.instant());
      Map<String, Long> sent = scene.store.alerts(alerts -> alerts.queue().sent());
      assertThat(sent).containsExactlyInAnyOrderEntriesOf(Map.of("webhook", 1L, "feed", 1L));
    }
  }
}
