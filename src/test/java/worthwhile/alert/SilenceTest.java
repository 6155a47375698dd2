package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.MailText;
import worthwhile.alert.message.WebhookBody;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.watch.SilenceTeller;
import worthwhile.alert.watch.SilenceWatch;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.SourceStates;

/** Who waits for a platform that is not read is told so, once. */
class SilenceTest {
  private static final List<SourceDefinition> SOURCES =
      Sources.load(Path.of("src/test/resources/site/scrapers")).all().stream()
          .filter(source -> Set.of("shelf-tasks", "kleinarbeit").contains(source.platform()))
          .toList();
  private static final Map<String, List<String>> SHELF = Map.of("platform", List.of("shelf-tasks"));
  private static final Map<String, List<String>> KLEIN = Map.of("platform", List.of("kleinarbeit"));

  @TempDir private Path folder;

  private static SilenceWatch watch(AlertScene scene) {
    return new SilenceWatch(
        scene.store,
        () -> SOURCES,
        id -> id.equals("shelf-tasks") ? "Shelf Tasks" : id,
        scene.clock);
  }

  /** A look every five minutes, and what is told then. */
  private static void watch(AlertScene scene, Duration time) {
    SilenceWatch watch = watch(scene);
    SilenceTeller teller = new SilenceTeller(scene.store, scene.clock);
    for (Duration left = time; !left.isNegative(); left = left.minusMinutes(5)) {
      watch.look();
      teller.tell();
      scene.pass(Duration.ofMinutes(5));
    }
    scene.send();
  }

  private static void read(AlertScene scene, String platform, Duration ago) {
    Instant at = scene.clock.instant().minus(ago);
    for (SourceDefinition source : SOURCES)
      if (source.platform().equals(platform))
        scene
            .store
            .sourceStates()
            .put(
                new SourceStates.State(
                    source.id(),
                    "ok",
                    Optional.empty(),
                    at,
                    Optional.of(at),
                    Optional.of(at),
                    Optional.empty(),
                    Optional.of(Duration.ofHours(1)),
                    0));
  }

  private static void allRead(AlertScene scene) {
    read(scene, "shelf-tasks", Duration.ZERO);
    read(scene, "kleinarbeit", Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsOwnerIsToldOnceInASpellAndNobodyElse(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      assertThat(SOURCES).isNotEmpty();
      allRead(scene);
      scene.saveConfirmed(wanted(SHELF, mail(), hook("a")));
      scene.save(wanted(KLEIN, hook("b")));
      scene.run();
      scene.pass(Duration.ofHours(2));
      read(scene, "kleinarbeit", Duration.ZERO);
      watch(scene, Duration.ofMinutes(40));
      assertThat(scene.arrived).as("twice its interval is not thrice").isEmpty();

      scene.pass(Duration.ofHours(1));
      read(scene, "kleinarbeit", Duration.ZERO);
      watch(scene, Duration.ofMinutes(25));
      assertThat(scene.arrived).as("it may be read any moment").isEmpty();
      watch(scene, Duration.ofMinutes(60));
      assertThat(scene.reasons()).containsExactly("sources", "sources");
      AlertMessage message = scene.arrived.getFirst().message();
      assertThat(message.lines())
          .extracting(AlertMessage.Line::title)
          .containsExactly("Shelf Tasks");
      assertThat(MailText.subject(message)).isEqualTo("Not read at present: Shelf Tasks");
      assertThat(MailText.plain(message))
          .contains("Shelf Tasks: not read since 2026-11-20 12:00 UTC", "does not mean that");
      assertThat(MailText.html(message)).contains("Shelf Tasks: not read since");
      assertThat(WebhookBody.of(message))
          .contains("\"type\":\"sources.silent\"", "\"lastRead\":\"2026-11-20T12:00:00Z\"");

      watch(scene, Duration.ofHours(30));
      assertThat(scene.arrived.stream().filter(each -> each.message().lines().size() != 1))
          .isEmpty();
      assertThat(scene.arrived.stream().filter(each -> each.to().number() == firstTo(scene)))
          .as("once, however long it lasts")
          .hasSize(1);
    }
  }

  private static long firstTo(AlertScene scene) {
    return scene.arrived.getFirst().to().number();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anotherSpellIsAnotherMessageButNotOnTheSameDay(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      allRead(scene);
      SavedSearchTold told = new SavedSearchTold(scene);
      scene.pass(Duration.ofHours(4));
      read(scene, "kleinarbeit", Duration.ZERO);
      watch(scene, Duration.ofMinutes(40));
      assertThat(told.count()).isEqualTo(1);
      allRead(scene);
      watch(scene, Duration.ofMinutes(5));
      List<Silence> open = scene.store.alerts(alerts -> alerts.silences().open());
      assertThat(open).isEmpty();

      scene.pass(Duration.ofHours(4));
      watch(scene, Duration.ofMinutes(40));
      assertThat(told.count()).as("not twice in a day").isEqualTo(1);
      watch(scene, Duration.ofHours(20));
      assertThat(told.count()).isEqualTo(2);
      assertThat(scene.arrived.getLast().message().lines())
          .as("both platforms, in one message")
          .hasSize(2);
    }
  }

  /** A search for everything, and how often it was told. */
  private record SavedSearchTold(AlertScene scene) {
    SavedSearchTold {
      scene.save(wanted(Map.of(), hook("a")));
      scene.run();
    }

    int count() {
      return scene.arrived.size();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aStartAfterALongPauseTellsNobody(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      allRead(scene);
      scene.save(wanted(Map.of(), hook("a")));
      scene.pass(Duration.ofDays(9));
      watch(scene).look();
      scene.pass(Duration.ofDays(9));
      watch(scene, Duration.ofMinutes(10));
      allRead(scene);
      watch(scene, Duration.ofMinutes(50));
      assertThat(scene.arrived).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsReadAgainBeforeTheMessageGoesIsNotSaid(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      allRead(scene);
      scene.save(wanted(SHELF, hook("a")));
      scene.pass(Duration.ofHours(4));
      SilenceWatch watch = watch(scene);
      for (int i = 0; i < 7; i++) {
        watch.look();
        scene.pass(Duration.ofMinutes(5));
      }
      SilenceTeller one = new SilenceTeller(scene.store, scene.clock);
      SilenceTeller other = new SilenceTeller(scene.store, scene.clock);
      assertThat(one.tell() + other.tell()).as("two processes").isEqualTo(1);
      allRead(scene);
      watch.look();
      scene.send();
      assertThat(scene.arrived).isEmpty();
      long number = scene.searches.channels(AlertScene.ANNA).getFirst().number();
      assertThat(states(scene, number)).containsExactly(Delivery.State.GONE);
    }
  }

  private static List<Delivery.State> states(AlertScene scene, long recipient) {
    return scene.store.alerts(alerts -> alerts.deliveries().to(recipient, 10)).stream()
        .map(Delivery::state)
        .toList();
  }
}
