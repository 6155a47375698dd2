package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.store.TestDatabase;

/** Nobody's mailbox is flooded with questions whether it is hers. */
class QuestionsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));

  @TempDir private Path folder;
  private final List<AlertMessage> mails = Collections.synchronizedList(new ArrayList<>());

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.carry(
        ChannelType.MAIL,
        (message, _) -> {
          mails.add(message);
          return new Attempt.Sent();
        });
    return scene;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aStrangerIsAskedThreeTimesInAWeekThoughEachAccountIsNewAndDeleted(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 8; i++) eve(scene, i);
      assertThat(mails).hasSize(3).allMatch(each -> each.reason() == AlertReason.CONFIRM);

      scene.searches.add("eve", wanted(SHAPES, new Destination.Mail("Anna@HOME.test", "")));
      scene.run();
      assertThat(mails).as("the same mailbox").hasSize(3);
      assertThat(only(scene, "eve").error())
          .hasValueSatisfying(why -> assertThat(why).contains("name it again in a week"));

      scene.pass(Duration.ofDays(7).plusSeconds(1));
      assertThat(new AlertRetention(scene.store).keep(scene.clock.instant())).isPositive();
      scene.save(wanted(SHAPES, mail()));
      scene.run();
      assertThat(mails).hasSize(4);
    }
  }

  /** Has the mailbox asked, and is gone. */
  private static void eve(AlertScene scene, int number) {
    String account = "eve" + number;
    scene.searches.add(account, wanted(SHAPES, mail()));
    scene.run();
    scene.store.accounts().delete(account);
  }

  private static Recipient only(AlertScene scene, String account) {
    return scene.searches.channels(account).getFirst();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneAccountAsksFewStrangers(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 4; i++) scene.save(wanted(SHAPES, strangers(i)));
      scene.run();
      assertThat(mails).hasSize(10);
      assertThat(scene.searches.channels(AlertScene.ANNA).getLast().error())
          .hasValueSatisfying(why -> assertThat(why).contains("wait for an answer"));
    }
  }

  private static Destination[] strangers(int search) {
    return IntStream.range(0, 8)
        .mapToObj(i -> new Destination.Mail("stranger" + search + "-" + i + "@home.test", ""))
        .toArray(Destination[]::new);
  }
}
