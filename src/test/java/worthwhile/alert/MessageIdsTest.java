package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.store.TestDatabase;

/** A mailbox that drops what has the id of something it has loses nothing. */
class MessageIdsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;

  private final List<String> ids = new ArrayList<>();
  private final List<String> deliveries = new ArrayList<>();
  private final List<List<String>> told = new ArrayList<>();

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.carry(
        ChannelType.MAIL,
        (message, to) -> {
          if (message.reason() == AlertReason.CONFIRM) return new Attempt.Sent();
          ids.add(message.id());
          deliveries.add(message.delivery());
          told.add(message.matches().stream().map(each -> each.posting().id()).toList());
          return ids.size() <= 2
              ? new Attempt.Away("it took the message, and its answer was lost")
              : new Attempt.Sent();
        });
    scene.saveConfirmed(wanted(SHAPES, mail()));
    scene.run();
    return scene;
  }

  private static void tryAgain(AlertScene scene) {
    scene.pass(Duration.ofMinutes(20));
    scene.run();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMessageThatTellsMoreThanTheLastAttemptHasAnother(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1"));
      scene.run();
      scene.pass(Duration.ofSeconds(1));
      scene.come(task("2"));
      scene.match();
      tryAgain(scene);
      tryAgain(scene);
      assertThat(told.getFirst()).containsExactly("mill:1");
      assertThat(told.subList(1, 3))
          .allSatisfy(each -> assertThat(each).containsExactlyInAnyOrder("mill:1", "mill:2"));
      assertThat(ids.get(1)).isNotEqualTo(ids.get(0));
      assertThat(ids.get(2)).isEqualTo(ids.get(1));
      boolean isFound =
          scene.store.changeAlerts(
              alerts ->
                  alerts
                      .deliveries()
                      .reached(deliveries.getLast(), "mill:2", scene.clock.instant()));
      assertThat(isFound).as("by the link of the message").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRepetitionHasTheSame(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.come(task("1"));
      scene.run();
      tryAgain(scene);
      scene.restart();
      tryAgain(scene);
      assertThat(ids).hasSize(3);
      assertThat(ids.subList(1, 3)).containsOnly(ids.getFirst());
    }
  }
}
