package worthwhile.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.ANNA;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.PushChannel;
import worthwhile.alert.channel.PushIdentity;
import worthwhile.alert.channel.PushReceiver;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.fetch.wire.Wire;
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
      scene.pass(Duration.ofDays(1));
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

      scene.searches.change(ANNA, search.id(), scene.searches.wanted(search));
      assertThat(scene.searches.channels(ANNA).getFirst().isConfirmed()).isFalse();
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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServiceThatAsksForTimeGetsItAndTheBrowserReadsTheSameMessageOnce(TestDatabase kind)
      throws Exception {
    WireMockServer service = new WireMockServer(options().dynamicPort());
    service.start();
    try (AlertScene scene = scene(kind);
        Wire wire = Wire.of(Map.of("hooks.test", URI.create(service.baseUrl())), 2)) {
      PushIdentity identity = new PushIdentity(scene.store);
      scene.carry(
          ChannelType.PUSH, new PushChannel(wire, "Worthwhile/test", identity, "mailto:a@b.test"));
      PushReceiver browser = PushReceiver.fresh();
      SavedSearch search = scene.save(wanted(SHAPES, browser.at(ENDPOINT)));
      service.stubFor(
          post("/push/1")
              .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1800")));
      scene.come(task("1"));
      scene.run();
      service.stubFor(post("/push/1").willReturn(aResponse().withStatus(201)));
      scene.pass(Duration.ofMinutes(29));
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 due new");
      scene.pass(Duration.ofMinutes(2));
      scene.run();
      scene.run();
      assertThat(scene.ledger(search)).containsExactly("mill:1 sent new");
      List<LoggedRequest> got = service.findAll(postRequestedFor(urlEqualTo("/push/1")));
      assertThat(got).hasSize(2);
      assertThat(got.getFirst().getHeader("Topic")).isEqualTo(got.getLast().getHeader("Topic"));
      assertThat(browser.opened(got.getFirst().getBody()))
          .isEqualTo(browser.opened(got.getLast().getBody()))
          .contains("new: Shapes", "Match shapes 1", "/tasks/mill:1");
    } finally {
      service.stop();
    }
  }
}
