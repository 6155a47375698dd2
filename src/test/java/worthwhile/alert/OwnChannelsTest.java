package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** What an owner does with her channels: confirms a chat, rotates a secret, sends a test. */
class OwnChannelsTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Destination CHAT = new Destination.Telegram("4711", Optional.empty());
  private static final String SITE = "http://here.test";

  @TempDir private Path folder;
  private final List<AlertMessage> chat = new CopyOnWriteArrayList<>();
  private Attempt answer = new Attempt.Sent();

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.carry(
        ChannelType.TELEGRAM,
        (message, _) -> {
          chat.add(message);
          return answer;
        });
    return scene;
  }

  private static Recipient only(AlertScene scene) {
    return scene.searches.channels(AlertScene.ANNA).getFirst();
  }

  private static String code(AlertScene scene) {
    return ((Destination.Telegram) only(scene).destination()).code().orElseThrow().digits();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChatHearsNothingButItsCodeUntilThatIsTyped(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      OwnChannels own = new OwnChannels(scene.store, scene.clock);
      SavedSearch search = scene.save(wanted(SHAPES, CHAT));
      scene.come(task("1"));
      scene.run();
      assertThat(chat).extracting(AlertMessage::reason).containsExactly(AlertReason.CONFIRM);
      assertThat(scene.ledger(search)).containsExactly("mill:1 held alert-unconfirmed");
      long number = only(scene).number();
      String code = code(scene);
      assertThat(own.confirm(search, number, "x" + code)).isEqualTo(OwnChannels.Typed.WRONG);
      assertThat(own.confirm(search, number + 1, code)).isEqualTo(OwnChannels.Typed.NOT_ASKED);
      assertThat(own.confirm(search, number, code)).isEqualTo(OwnChannels.Typed.RIGHT);
      assertThat(own.confirm(search, number, code)).isEqualTo(OwnChannels.Typed.NOT_ASKED);
      scene.come(task("2"));
      scene.run();
      assertThat(chat.getLast().matches()).hasSize(1);
      scene.save(wanted(Map.of("q", List.of("lines")), CHAT));
      scene.run();
      assertThat(only(scene).isConfirmed()).as("naming it again asks nothing").isTrue();
      assertThat(chat).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyGuessesACode(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      OwnChannels own = new OwnChannels(scene.store, scene.clock);
      SavedSearch search = scene.save(wanted(SHAPES, CHAT));
      long number = only(scene).number();
      String code = code(scene);
      for (int i = 1; i < ChatCode.TRIES; i++)
        assertThat(own.confirm(search, number, "")).isEqualTo(OwnChannels.Typed.WRONG);
      assertThat(own.confirm(search, number, "")).isEqualTo(OwnChannels.Typed.SPENT);
      assertThat(own.confirm(search, number, code)).isEqualTo(OwnChannels.Typed.SPENT);
      scene.save(wanted(Map.of("q", List.of("lines")), CHAT));
      assertThat(own.confirm(search, number, code)).isEqualTo(OwnChannels.Typed.SPENT);
      scene.run();
      assertThat(chat).as("asked once").hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyAccountsTogetherDoNotFloodAStranger(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      for (int i = 0; i < 8; i++) scene.searches.add("eve" + i, wanted(SHAPES, CHAT));
      scene.run();
      assertThat(chat).hasSize(3);
      assertThat(scene.searches.channels("eve7").getFirst().error())
          .hasValueSatisfying(why -> assertThat(why).contains("no question was sent"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOlderSecretSignsAlongForADay(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      OwnChannels own = new OwnChannels(scene.store, scene.clock);
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      String first = secrets(scene).getFirst();
      assertThat(own.rotate(search, only(scene).number())).isPresent();
      assertThat(secrets(scene)).hasSize(2).endsWith(first);
      String second = secrets(scene).getFirst();
      assertThat(scene.searches.wanted(search).channels().getFirst().key())
          .isEqualTo(hook("a").key());
      scene.pass(Duration.ofHours(23));
      assertThat(secrets(scene)).containsExactly(second, first);
      scene.pass(Duration.ofHours(1));
      assertThat(secrets(scene)).containsExactly(second);
      for (int i = 0; i < 5; i++) own.rotate(search, only(scene).number());
      assertThat(secrets(scene)).hasSize(3).doesNotContain(first);
      assertThat(own.rotate(search, only(scene).number() + 1)).isEmpty();
    }
  }

  private static List<String> secrets(AlertScene scene) {
    return ((Destination.Webhook) only(scene).destination()).secretsAt(scene.clock.instant());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTestIsSentNowAndSaysWhatBecameOfIt(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      List<AlertMessage> got = new ArrayList<>();
      Channel channel =
          (message, _) -> {
            got.add(message);
            return answer;
          };
      scene.carry(ChannelType.WEBHOOK, channel);
      SavedSearch search = scene.save(wanted(SHAPES, hook("a")));
      long number = only(scene).number();
      assertThat(tried(scene, search, number).state()).isEqualTo(Delivery.State.SENT);
      assertThat(got.getFirst().reason()).isEqualTo(AlertReason.TEST);
      answer = new Attempt.Refused("it answered 404");
      Delivery refused = tried(scene, search, number);
      assertThat(refused.why().orElseThrow().text()).isEqualTo("not taken: it answered 404");
      assertThat(only(scene).error()).contains("it answered 404");
      scene.run();
      assertThat(got).as("the outbox does not send it again").hasSize(2);
      for (int i = 0; i < 3; i++) tried(scene, search, number);
      assertThat(trials(scene).send(search, number, SITE))
          .isInstanceOf(Trials.Outcome.TooMany.class);
      scene.pass(Duration.ofMinutes(61));
      assertThat(tried(scene, search, number).state()).isEqualTo(Delivery.State.FAILED);
      assertThat(scene.ledger(search)).as("no match became of it").isEmpty();
      assertThat(trials(scene).send(search, 99, SITE)).isInstanceOf(Trials.Outcome.Absent.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noTestIsSentToAChatThatNobodyConfirmed(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, CHAT));
      assertThat(trials(scene).send(search, only(scene).number(), SITE))
          .isInstanceOf(Trials.Outcome.Unconfirmed.class);
      assertThat(chat).isEmpty();
    }
  }

  private static Trials trials(AlertScene scene) {
    return new Trials(scene.store, scene.reach(), scene.clock);
  }

  private static Delivery tried(AlertScene scene, SavedSearch search, long number) {
    return ((Trials.Outcome.Tried) trials(scene).send(search, number, SITE)).delivery();
  }
}
