package worthwhile.alert.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Web Push as a browser and its push service see it, and services that behave badly. */
class PushChannelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ID = "4f1c7d0e-9a1b-4c55-8f6e-0d3b2a190807";
  private static final String ENDPOINT = "https://push.test/send/abcd";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final PushReceiver browser = PushReceiver.fresh();
  @TempDir private Path folder;
  private Store store;
  private Wire wire;
  private PushIdentity identity;

  @BeforeEach
  void start() {
    server.start();
    wire = Wire.of(Map.of("push.test", URI.create(server.baseUrl())), 2);
    store = Store.open(TestDatabase.SQLITE.fresh(folder), Clock.systemUTC());
    identity = new PushIdentity(store);
  }

  @AfterEach
  void stop() {
    wire.close();
    store.close();
    server.stop();
  }

  private static AlertMessage message(boolean urgent, int postings) {
    return new AlertMessage(
        ID,
        AlertReason.NEW,
        IntStream.range(0, postings).mapToObj(PushChannelTest::match).toList(),
        0,
        Map.of("s1", "Shapes", "s2", "Well paid"),
        "http://here.test",
        "http://here.test/alerts",
        NOW,
        urgent,
        List.of());
  }

  private static AlertMessage.Match match(int i) {
    return new AlertMessage.Match(
        FlatPosting.builder("mill", "mill", "" + i)
            .title("Sort <sol> \"q\" \u202Eשלום 😀 " + i + " " + "x".repeat(300))
            .build(),
        List.of("s1", "s2"));
  }

  private static Recipient to(Destination.Push push) {
    return new Recipient(
        1,
        "anna",
        push,
        Optional.empty(),
        Optional.empty(),
        Recipient.State.CONFIRMED,
        NOW,
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty());
  }

  private Attempt send(String endpoint, AlertMessage message) {
    return new PushChannel(wire, "Worthwhile/test", identity, "mailto:op@here.test")
        .send(message, to(browser.at(endpoint)));
  }

  private Attempt answering(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
    return send(ENDPOINT, message(true, 1));
  }

  private List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }

  private JsonNode opened(LoggedRequest request) throws GeneralSecurityException {
    return PostingJson.MAPPER.readTree(browser.opened(request.getBody()));
  }

  @Test
  void theReceiverOfTheseTestsReadsTheExampleOfTheStandard() throws Exception {
    PushReceiver example =
        PushReceiver.of(
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    String body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
            + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyou"
            + "BWLVWGNWQexSgSxsj_Qulcy4a-fN";
    assertThat(example.opened(Base64.getUrlDecoder().decode(body)))
        .isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void theBrowserReadsWhatItsServiceCannotAndTheServiceKnowsWhoSends() throws Exception {
    server.stubFor(post("/send/abcd").willReturn(aResponse().withStatus(201)));
    assertThat(send(ENDPOINT, message(true, 1))).isInstanceOf(Attempt.Sent.class);
    LoggedRequest got = requests().getFirst();
    JsonNode told = opened(got);
    assertThat(told.path("title").asString()).isEqualTo("new: Shapes, Well paid");
    assertThat(told.path("body").asString())
        .startsWith("Sort <sol> \"q\" שלום 😀 0 xxx")
        .doesNotContain("\u202E");
    assertThat(told.path("url").asString()).isEqualTo("/tasks/mill:0?m=" + ID);
    assertThat(told.path("tag").asString()).isEqualTo(ID);
    assertThat(got.getBodyAsString()).doesNotContain("Shapes");
    assertThat(got.getHeader("Host")).isEqualTo("push.test");
    assertThat(got.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(got.getHeader("Urgency")).isEqualTo("high");
    assertThat(got.getHeader("TTL")).isEqualTo("14400");
    assertThat(got.getHeader("Topic")).hasSize(32).matches("[A-Za-z0-9_-]+");
    assertSigned(got.getHeader("Authorization"));
  }

  private void assertSigned(String authorization) throws GeneralSecurityException {
    String key = identity.publicKey();
    assertThat(authorization).startsWith("vapid t=").endsWith("k=" + key);
    String token = authorization.replaceFirst("vapid t=([^,]+),.*", "$1");
    JsonNode claims = PostingJson.MAPPER.readTree(PushReceiver.claims(token, key));
    assertThat(claims.path("aud").asString()).isEqualTo("https://push.test");
    assertThat(claims.path("sub").asString()).isEqualTo("mailto:op@here.test");
    Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
    assertThat(end).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
    try (Store elsewhere = Store.open(fresh("other"), Clock.systemUTC())) {
      String other = new PushIdentity(elsewhere).publicKey();
      assertThatThrownBy(() -> PushReceiver.claims(token, other))
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  private String fresh(String name) {
    return TestDatabase.file(folder.resolve(name + ".db"));
  }

  @Test
  void nobodyElsesBrowserReadsIt() {
    assertThat(answering(aResponse().withStatus(201))).isInstanceOf(Attempt.Sent.class);
    byte[] body = requests().getFirst().getBody();
    assertThatThrownBy(() -> PushReceiver.fresh().opened(body))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void aDigestWaitsLongerAndWakesNobody() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201)));
    assertThat(send(ENDPOINT, message(false, 3))).isInstanceOf(Attempt.Sent.class);
    assertThat(requests().getFirst().getHeader("Urgency")).isEqualTo("normal");
    assertThat(requests().getFirst().getHeader("TTL")).isEqualTo("86400");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aSubscriptionThatEndedIsGone(int status) {
    assertThat(answering(aResponse().withStatus(status))).isInstanceOf(Attempt.Gone.class);
  }

  @Test
  void whatIsTooLongForAServiceIsSentOnceMoreAndShorter() throws Exception {
    server.stubFor(
        any(anyUrl())
            .inScenario("size")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(413))
            .willSetStateTo("shorter"));
    server.stubFor(
        any(anyUrl())
            .inScenario("size")
            .whenScenarioStateIs("shorter")
            .willReturn(aResponse().withStatus(201)));
    assertThat(send(ENDPOINT, message(true, 20))).isInstanceOf(Attempt.Sent.class);
    assertThat(requests()).hasSize(2);
    assertThat(requests()).allMatch(each -> each.getBody().length < 4_096);
    assertThat(sizes()).satisfies(sizes -> assertThat(sizes.get(1)).isLessThan(sizes.get(0)));
    assertThat(sizes().get(1)).isLessThanOrEqualTo(800);
  }

  private List<Integer> sizes() throws GeneralSecurityException {
    int first = browser.opened(requests().get(0).getBody()).getBytes(UTF_8).length;
    int second = browser.opened(requests().get(1).getBody()).getBytes(UTF_8).length;
    return List.of(first, second);
  }

  @Test
  void aServiceThatTakesNotEvenAShortOneIsAskedTwiceAndNoMore() {
    assertThat(answering(aResponse().withStatus(413))).isInstanceOf(Attempt.Refused.class);
    assertThat(requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"429,120,PT2M", "503,999999,PT6H", "500,,", "502,soon,"})
  void whatMayPassIsTriedAgainWhenTheServiceSays(int status, String after, Duration wait) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status);
    if (after != null) answer.withHeader("Retry-After", after);
    assertThat(answering(answer))
        .isEqualTo(
            new Attempt.Later(Optional.ofNullable(wait), "the push service answered " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 301, 302, 307, 308})
  void whatWillNotPassIsRefusedAndNoRedirectIsFollowed(int status) {
    assertThat(
            answering(
                aResponse().withStatus(status).withHeader("Location", "http://127.0.0.1/inside")))
        .isInstanceOf(Attempt.Refused.class);
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void whoDoesNotAnswerIsAway() {
    assertThat(answering(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
        .isInstanceOf(Attempt.Away.class);
    assertThat(answering(aResponse().withFault(Fault.EMPTY_RESPONSE)))
        .isInstanceOf(Attempt.Away.class);
    server.stop();
    assertThat(send(ENDPOINT, message(true, 1))).isInstanceOf(Attempt.Away.class);
  }

  @Test
  void aServiceThatHangsIsAway() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201).withFixedDelay(400)));
    assertThat(
            new PushChannel(
                    wire, "Worthwhile/test", identity, "mailto:op@here.test", Duration.ofMillis(50))
                .send(message(true, 1), to(browser.at(ENDPOINT))))
        .isInstanceOf(Attempt.Away.class);
  }

  @Test
  void aSlowServiceIsWaitedForAndALongAnswerIsNotRead() {
    assertThat(answering(aResponse().withStatus(201).withFixedDelay(150)))
        .isInstanceOf(Attempt.Sent.class);
    assertThat(answering(aResponse().withStatus(201).withBody(new byte[2_000_000])))
        .isInstanceOf(Attempt.Sent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://127.0.0.1:1/x", "https://10.1.2.3/send", "https://[::1]/send/abcd"})
  void nothingIsSentIntoTheOperatorsOwnNetwork(String endpoint) {
    assertThat(wire.isClosed(URI.create(endpoint))).isTrue();
    assertThat(send(endpoint, message(true, 1)))
        .isInstanceOfSatisfying(
            Attempt.Refused.class,
            refused -> assertThat(refused.why()).contains("not on the public internet"));
  }

  @Test
  void aBrowserThatWasOnlyNamedGetsNothing() {
    Destination.Push named = new Destination.Push(URI.create(ENDPOINT), "", "");
    assertThat(
            new PushChannel(wire, "Worthwhile/test", identity, "mailto:op@here.test")
                .send(message(true, 1), to(named)))
        .isInstanceOf(Attempt.Refused.class);
    assertThat(requests()).isEmpty();
  }
}
