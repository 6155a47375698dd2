package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.ANNA;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.PushReceiver;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.store.TestDatabase;

/** A browser as a channel: of the account, told once for all searches, gone when it says so. */
class PushAlertsTest {
  private static final String ENDPOINT = "https://hooks.test/push/1";
  private static final Destination.Push BROWSER = PushReceiver.fresh().at(ENDPOINT);
  private static final Destination.Push NAMED = new Destination.Push(URI.create(ENDPOINT), "", "");
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Map<String, List<String>> ALL = Map.of();

  @TempDir private Path folder;

  private AlertScene scene(TestDatabase kind) {
    return new AlertScene(kind.fresh(folder), folder);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatSeveralSearchesFindIsOneMessageThatNamesThemAll(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch one = scene.save(wanted(SHAPES, BROWSER));
      SavedSearch two = scene.save(wanted(ALL, BROWSER));
      assertThat(scene.searches.channels(ANNA)).hasSize(1);
      assertThat(scene.searches.channels(ANNA).getFirst().destination()).isEqualTo(BROWSER);
      scene.come(task("1"), task("2"));
      scene.run();
      assertThat(scene.arrived).hasSize(1);
      assertThat(scene.told()).containsExactlyInAnyOrder("mill:1", "mill:2");
      assertThat(scene.arrived.getFirst().message().searches())
          .containsOnlyKeys(one.id(), two.id());
      assertThat(scene.arrived.getFirst().message().urgent()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDigestIsNotUrgent(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      Timetable noon =
          new Timetable(
              new Rhythm.Digest(List.of(LocalTime.of(12, 0))), Optional.empty(), ZoneOffset.UTC);
      scene.save(wanted(SHAPES, noon, 100, BROWSER));
      scene.come(task("1"));
      scene.run();
      scene.pass(java.time.Duration.ofDays(1));
      scene.run();
      assertThat(scene.arrived).hasSize(1);
      assertThat(scene.arrived.getFirst().message().urgent()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBrowserThatIsGoneIsToldNothingMoreUntilItSubscribesAgain(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch search = scene.save(wanted(SHAPES, BROWSER));
      scene.answer = new Attempt.Gone("the push service answered 410");
      scene.come(task("1"));
      scene.run();
      Recipient gone = scene.searches.channels(ANNA).getFirst();
      assertThat(gone.state()).isEqualTo(Recipient.State.GONE);
      assertThat(gone.error()).contains("the push service answered 410");
      scene.answer = new Attempt.Sent();
      scene.come(task("2"));
      scene.run();
      assertThat(scene.told()).isEmpty();
      assertThat(scene.ledger(search))
          .containsExactly("mill:1 failed alert-refused", "mill:2 held alert-left");

      Destination.Push anew = PushReceiver.fresh().at(ENDPOINT);
      scene.searches.change(ANNA, search.id(), wanted(SHAPES, anew));
      Recipient back = scene.searches.channels(ANNA).getFirst();
      assertThat(back.isConfirmed()).isTrue();
      assertThat(back.error()).isEmpty();
      assertThat(back.destination()).isEqualTo(anew);
      scene.come(task("3"));
      scene.run();
      assertThat(scene.told()).containsExactly("mill:3");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aKnownBrowserIsNamedByItsEndpointAndKeepsItsKeysAnUnknownOneIsRefused(TestDatabase kind)
      throws Exception {
    try (AlertScene scene = scene(kind)) {
      assertThat(scene.searches.add(ANNA, wanted(SHAPES, NAMED)))
          .isInstanceOfSatisfying(
              Wanted.Outcome.Refused.class,
              refused ->
                  assertThat(refused.mistakes().getFirst().allowed()).contains("p256dh and auth"));
      scene.save(wanted(SHAPES, BROWSER));
      scene.save(wanted(ALL, NAMED));
      assertThat(scene.searches.channels(ANNA)).hasSize(1);
      assertThat(scene.searches.channels(ANNA).getFirst().destination()).isEqualTo(BROWSER);
      Destination.Push rekeyed = PushReceiver.fresh().at(ENDPOINT);
      scene.save(wanted(ALL, rekeyed));
      assertThat(scene.searches.channels(ANNA)).hasSize(1);
      assertThat(scene.searches.channels(ANNA).getFirst().destination()).isEqualTo(rekeyed);
      assertThat(scene.searches.channels(ANNA).getFirst().isConfirmed()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBrowserIsForgottenWithTheLastSearchThatNamesIt(TestDatabase kind) throws Exception {
    try (AlertScene scene = scene(kind)) {
      SavedSearch one = scene.save(wanted(SHAPES, BROWSER));
      SavedSearch two = scene.save(wanted(ALL, BROWSER));
      scene.searches.change(ANNA, one.id(), wanted(SHAPES));
      assertThat(scene.searches.channels(ANNA)).hasSize(1);
      assertThat(scene.searches.delete(ANNA, two.id())).isTrue();
      assertThat(scene.searches.channels(ANNA)).isEmpty();
    }
  }
}
