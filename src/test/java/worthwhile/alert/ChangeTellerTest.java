package worthwhile.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.message.MailText;
import worthwhile.alert.message.PushBody;
import worthwhile.alert.message.WebhookBody;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.alert.watch.ChangeTeller;
import worthwhile.source.read.Sources;
import worthwhile.store.TestDatabase;

/** Who waits for changes at platforms is told of each once. */
class ChangeTellerTest {
  private static final Sources SOURCES = Sources.load(Path.of("src/test/resources/site/scrapers"));
  private static final Map<String, List<String>> SHELF = Map.of("platform", List.of("shelf-tasks"));

  @TempDir private Path folder;
  private final List<PlatformChange> changes = new ArrayList<>();

  private ChangeTeller teller(AlertScene scene) {
    return new ChangeTeller(
        scene.store, () -> new PlatformChanges(List.of(), List.copyOf(changes)), scene.clock);
  }

  private void happens(String platform, PlatformChange.Kind kind, String text) {
    LocalDate day = LocalDate.parse("2026-11-18");
    changes.addFirst(
        new PlatformChange(
            text,
            SOURCES.platform(platform).orElseThrow(),
            kind,
            day,
            "day",
            day,
            text,
            Optional.empty(),
            "https://news.test/" + text.length()));
  }

  private int tell(AlertScene scene) {
    int told = teller(scene).tell();
    scene.send();
    return told;
  }

  private static Wanted changesOf(Map<String, List<String>> query, Destination... to) {
    return WantedBuilder.builder(wanted(query, to)).watches(Watched.CHANGES).build();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void eachChangeIsToldOnceToWhoeverAskedForItsPlatform(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      happens("shelf-tasks", PlatformChange.Kind.CHANGE, "It pays in euros.");
      scene.saveConfirmed(changesOf(SHELF, mail(), hook("a"), new Destination.Feed("")));
      scene.save(changesOf(Map.of("platform", List.of("kleinarbeit")), hook("b")));
      scene.save(wanted(SHELF, hook("c")));
      assertThat(tell(scene)).as("what there is at the first look is no news").isZero();

      happens("shelf-tasks", PlatformChange.Kind.DEADLINE, "Take your money out");
      scene.pass(Duration.ofDays(3));
      assertThat(tell(scene)).as("mail, webhook and feed").isEqualTo(3);
      assertThat(tell(scene)).isZero();
      assertThat(scene.reasons()).containsExactly("platform-changes", "platform-changes");
      AlertMessage message = scene.arrived.getFirst().message();
      String name = SOURCES.platform("shelf-tasks").orElseThrow().name();
      String text = "Until 18 Nov 2026: Take your money out";
      assertThat(MailText.subject(message)).isEqualTo("What changes: " + name);
      assertThat(MailText.plain(message))
          .contains(name + ": " + text, "http://here.test/platforms/shelf-tasks");
      assertThat(MailText.html(message)).contains(text);
      for (ChatMarkup markup : ChatMarkup.values())
        assertThat(ChatText.of(message, markup).text()).contains("Take your money out");
      assertThat(new String(PushBody.of(message, PushBody.SHORT), UTF_8))
          .contains(text, "\"url\":\"/platforms/shelf-tasks\"");
      assertThat(WebhookBody.of(message))
          .contains("\"type\":\"platforms.changed\"", "\"changes\":[{", text);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void otherWordsOfTheSameAreNoNewsAndTwoProcessesTellOnce(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.save(changesOf(Map.of(), hook("a")));
      tell(scene);
      happens("shelf-tasks", PlatformChange.Kind.BREACH, "Names got out.");
      assertThat(teller(scene).tell() + teller(scene).tell()).isEqualTo(1);
      changes.clear();
      happens("shelf-tasks", PlatformChange.Kind.BREACH, "Names got oUt.");
      assertThat(tell(scene)).as("another wording").isZero();
      happens("shelf-tasks", PlatformChange.Kind.BREACH, "Passwords got out too.");
      assertThat(tell(scene)).as("another one of the same day").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoDoesNotWantItAnyMoreWhenItIsSentIsNotTold(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      SavedSearch search = scene.saveConfirmed(changesOf(SHELF, mail()));
      tell(scene);
      happens("shelf-tasks", PlatformChange.Kind.CHANGE, "It closes.");
      assertThat(teller(scene).tell()).isEqualTo(1);
      long number = search.channels().getFirst();
      assertThat(scene.searches.delete(AlertScene.ANNA, search.id())).isTrue();
      scene.send();
      assertThat(scene.arrived).isEmpty();
      List<Delivery> all = scene.store.alerts(alerts -> alerts.deliveries().to(number, 9));
      assertThat(all)
          .filteredOn(each -> !each.reason().word().equals("confirm"))
          .extracting(Delivery::state)
          .containsExactly(Delivery.State.HELD);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changesAreAskedForByPlatformAlone(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      Wanted odd = changesOf(Map.of("min_hourly", List.of("9")), hook("a"));
      assertThat(scene.searches.add(AlertScene.ANNA, odd))
          .isInstanceOf(Wanted.Outcome.Refused.class);
    }
  }
}
