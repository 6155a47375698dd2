package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** A channel that fails, and another that takes over: nothing is lost and nothing comes twice. */
class TakeOverTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Destination NTFY =
      new Destination.Ntfy(URI.create("http://hooks.test"), "shapes", Optional.empty());
  private static final Attempt AWAY = new Attempt.Away("nobody answered");
  private static final Attempt SENT = new Attempt.Sent();

  @TempDir private Path folder;

  /** What each type of channel answers, and what arrived by it. */
  private final Map<ChannelType, Attempt> answers = new EnumMap<>(ChannelType.class);

  private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());

  private AlertScene scene(TestDatabase kind) {
    AlertScene scene = new AlertScene(kind.fresh(folder), folder);
    scene.carry(ChannelType.NTFY, this::take);
    scene.carry(ChannelType.MAIL, this::take);
    scene.carry(ChannelType.WEBHOOK, this::take);
    return scene;
  }

  private Attempt take(AlertMessage message, Recipient to) {
    Attempt answer = answers.getOrDefault(to.type(), SENT);
    if (answer instanceof Attempt.Sent)
      message
          .matches()
          .forEach(
              match ->
                  arrived.add(
                      to.type().word()
                          + " "
                          + match.posting().id()
                          + " "
                          + message.reason().word()));
    return answer;
  }

  /** Long enough for three attempts, with the breaker's rest between them. */
  private static void wait(AlertScene scene) {
    for (int i = 0; i < 12; i++) {
      scene.pass(Duration.ofMinutes(4));
      scene.send();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAnotherChannelTellsAnywayIsNotToldTwice(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, NTFY, mail()));
      answers.put(ChannelType.NTFY, AWAY);
      scene.come(task("1"));
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 due new", "mill:1 sent new");
      wait(scene);
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 merged alert-taken-over", "mill:1 sent new");
      answers.put(ChannelType.NTFY, SENT);
      wait(scene);
      scene.come(task("1"), task("2"));
      scene.run();
      assertThat(arrived)
          .containsExactlyInAnyOrder("mail mill:1 new", "mail mill:2 new", "ntfy mill:2 new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTheOtherHasNotHeardGoesThereOnce(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      Wanted both = wanted(SHAPES, NTFY, mail());
      SavedSearch search = scene.save(both);
      answers.put(ChannelType.NTFY, AWAY);
      scene.come(task("1"));
      scene.run();
      confirm(scene);
      wait(scene);
      assertThat(arrived).containsExactly("mail mill:1 new");
      assertThat(scene.ledger(search))
          .containsExactly(
              "mill:1 held alert-unconfirmed",
              "mill:1 merged alert-taken-over",
              "mill:1 sent alert-taken-over");
      answers.put(ChannelType.NTFY, SENT);
      scene.restart();
      wait(scene);
      scene.come(task("1").title("Match shapes again"));
      scene.run();
      assertThat(arrived).as("told is told").containsExactly("mail mill:1 new");
    }
  }

  private static void confirm(AlertScene scene) {
    for (Recipient each : scene.searches.channels(AlertScene.ANNA))
      if (each.destination() instanceof Destination.Mail(var _, String secret))
        assertThat(new Mailboxes(scene.store, scene.clock).confirm(secret)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsRefusedGoesOverAtOnce(TestDatabase kind) throws Exception {
    goesOverAtOnce(kind, new Attempt.Refused("no"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsGoneIsRelievedAtOnce(TestDatabase kind) throws Exception {
    goesOverAtOnce(kind, new Attempt.Gone("gone"));
  }

  private void goesOverAtOnce(TestDatabase kind, Attempt answer) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, NTFY, mail()));
      scene.come(task("r"));
      scene.match();
      confirm(scene);
      answers.put(ChannelType.NTFY, answer);
      scene.send();
      assertThat(arrived).containsExactly("mail mill:r new");
      assertThat(scene.ledger(search))
          .containsExactly(
              "mill:r held alert-unconfirmed",
              "mill:r merged alert-taken-over",
              "mill:r sent alert-taken-over");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatNoOtherChannelOfTheSearchCarriesStays(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      scene.saveConfirmed(wanted(Map.of("q", List.of("lines")), mail()));
      SavedSearch search = scene.save(wanted(SHAPES, NTFY, hook("a")));
      answers.put(ChannelType.NTFY, AWAY);
      answers.put(ChannelType.WEBHOOK, AWAY);
      scene.come(task("1"));
      scene.run();
      wait(scene);
      assertThat(scene.ledger(search)).containsExactly("mill:1 due new", "mill:1 due new");
      answers.clear();
      scene.pass(Duration.ofHours(7));
      wait(scene);
      assertThat(arrived).containsExactlyInAnyOrder("ntfy mill:1 new", "webhook mill:1 new");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyThePostingsOfTheSameSearchesGoOver(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch both = scene.save(wanted(SHAPES, NTFY, mail()));
      SavedSearch alone = scene.save(wanted(Map.of("q", List.of("lines")), NTFY));
      scene.come(task("1"), task("2").title("Draw lines"));
      scene.match();
      confirm(scene);
      answers.put(ChannelType.NTFY, AWAY);
      scene.send();
      wait(scene);
      assertThat(arrived).containsExactly("mail mill:1 new");
      assertThat(scene.ledger(alone)).containsExactly("mill:2 due new");
      answers.clear();
      scene.pass(Duration.ofHours(7));
      wait(scene);
      assertThat(arrived).containsExactly("mail mill:1 new", "ntfy mill:2 new");
      assertThat(scene.ledger(both)).contains("mill:1 sent alert-taken-over");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whateverFailsWhenNothingIsLostAndNothingComesTwice(TestDatabase kind) throws Exception {
    Random random = new Random(3);
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.saveConfirmed(wanted(SHAPES, NTFY, mail()));
      int tasks = 0;
      for (int step = 0; step < 60; step++) {
        answers.put(ChannelType.NTFY, random.nextInt(3) == 0 ? SENT : AWAY);
        answers.put(
            ChannelType.MAIL,
            random.nextInt(3) > 0 ? SENT : new Attempt.Later(Optional.empty(), "full"));
        if (random.nextBoolean()) scene.come(task("n" + tasks++));
        if (random.nextInt(5) == 0) scene.restart();
        scene.run();
        scene.pass(Duration.ofSeconds(random.nextInt(200)));
      }
      answers.clear();
      scene.pass(Duration.ofDays(1));
      wait(scene);
      assertThat(arrived).doesNotHaveDuplicates();
      HashSet<String> postings = new HashSet<>();
      arrived.forEach(each -> postings.add(each.split(" ")[1]));
      assertThat(postings).hasSize(tasks);
      assertThat(scene.ledger(search).toString()).contains("merged alert-taken-over");
      assertThat(scene.ledger(search).toString()).doesNotContain(" due ", " failed ");
    }
  }
}
