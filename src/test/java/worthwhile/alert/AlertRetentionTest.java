package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** Addresses that nobody confirmed or that were left are gone when it was promised. */
class AlertRetentionTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;

  private static List<Recipient> kept(AlertScene scene) {
    new AlertRetention(scene.store).keep(scene.clock.instant());
    return scene.searches.channels(AlertScene.ANNA);
  }

  private static String secret(AlertScene scene) {
    Recipient to = scene.searches.channels(AlertScene.ANNA).getFirst();
    return ((Destination.Mail) to.destination()).secret();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatNobodyConfirmedIsErasedAfterAWeek(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      SavedSearch search = scene.save(wanted(SHAPES, mail()));
      scene.run();
      scene.pass(Duration.ofDays(7));
      assertThat(kept(scene)).hasSize(1);
      scene.pass(Duration.ofSeconds(1));
      assertThat(kept(scene)).isEmpty();
      assertThat(scene.searches.of(AlertScene.ANNA, search.id()).orElseThrow().channels())
          .isEmpty();
      scene.come(task("1"));
      scene.run();
      assertThat(scene.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasLeftIsErasedAfterFourWeeksWithWhatOthersSaidOfIt(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, mail()));
      scene.answer = new Attempt.Refused("550 <anna@home.test> is full");
      scene.come(task("1"));
      scene.run();
      new Mailboxes(scene.store, scene.clock).leave(secret(scene), false);
      scene.pass(Duration.ofDays(28));
      assertThat(kept(scene)).hasSize(1);
      assertThat(delivery(scene, search).toString()).contains("anna@home.test");
      scene.pass(Duration.ofSeconds(1));
      assertThat(kept(scene)).isEmpty();
      assertThat(scene.store.accounts().export(AlertScene.ANNA)).containsKey("former_recipient");
      assertThat(delivery(scene, search).toString()).doesNotContain("anna@home.test");
      assertThat(scene.ledger(search)).containsExactly("mill:1 failed alert-left");
      scene.pass(Duration.ofDays(90));
      kept(scene);
      assertThat(scene.store.accounts().export(AlertScene.ANNA))
          .as("nobody knows any more whose the mailbox was")
          .doesNotContainKeys("delivery", "recipient", "former_recipient");
    }
  }

  private static Delivery delivery(AlertScene scene, SavedSearch search) {
    return scene
        .store
        .alerts(alerts -> alerts.deliveries().ofSearch(search.id(), Optional.empty(), 0, 1))
        .getFirst();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsAskedAgainHasAWholeWeekAgain(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.saveConfirmed(wanted(SHAPES, mail()));
      new Mailboxes(scene.store, scene.clock).leave(secret(scene), false);
      scene.pass(Duration.ofDays(20));
      scene.save(wanted(Map.of("q", List.of("lines")), mail()));
      assertThat(kept(scene)).singleElement().matches(to -> !to.isConfirmed());
      scene.pass(Duration.ofDays(8));
      assertThat(kept(scene)).isEmpty();
    }
  }
}
