package worthwhile.alert.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.RecipientBuilder;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;

/** Webhooks as a receiver that checks them sees them, and receivers that behave badly. */
class WebhookChannelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String NEWER = "whsec_" + base64("the newer of two secrets");
  private static final String OLDER = "whsec_" + base64("the older of two secrets");
  private static final String UGLY =
      "Sort <sol> _*[x](y)* & \"q\" \u202Eשלום 😀 " + "x".repeat(300);

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Wire wire;

  @BeforeEach
  void start() {
    server.start();
    wire = Wire.of(Map.of("hooks.test", URI.create(server.baseUrl())), 2);
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static AlertMessage message() {
    return new AlertMessage(
        "4f1c",
        AlertReason.PAY_ROSE,
        List.of(
            new AlertMessage.Match(
                FlatPosting.builder("mill", "mill", "1").title(UGLY).build(), List.of("s1"))),
        0,
        Map.of("s1", "Shapes & <b>more</b>"),
        "http://here.test",
        "http://here.test/alerts",
        NOW);
  }

  private static Recipient to(String url, String... secrets) {
    return new Recipient(
        1,
        "anna",
        new Destination.Webhook(URI.create(url), List.of(secrets)),
        Optional.of("s1"),
        Optional.empty(),
        Recipient.State.CONFIRMED,
        NOW,
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty());
  }

  private Attempt send(String url, String... secrets) {
    return new WebhookChannel(wire, "Worthwhile/test", CLOCK).send(message(), to(url, secrets));
  }

  private Attempt answering(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
    return send("http://hooks.test/x", NEWER);
  }

  /** HMAC of RFC 2104, written out: not the code that signs. */
  private static String hmac(String secret, String text) throws Exception {
    byte[] key = java.util.Arrays.copyOf(Base64.getDecoder().decode(secret.substring(6)), 64);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (byte each : key) sha.update((byte) (each ^ 0x36));
    byte[] inner = sha.digest(text.getBytes(UTF_8));
    for (byte each : key) sha.update((byte) (each ^ 0x5c));
    return Base64.getEncoder().encodeToString(sha.digest(inner));
  }

  @Test
  void aReceiverCanCheckItWithEitherSecretWhileTheyAreRotated() throws Exception {
    server.stubFor(post("/x?y=1").willReturn(aResponse().withStatus(204)));
    assertThat(send("http://hooks.test/x?y=1", NEWER, OLDER)).isInstanceOf(Attempt.Sent.class);
    LoggedRequest got =
        server
            .findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()))
            .getFirst();
    assertThat(got.getHeader("Host")).isEqualTo("hooks.test");
    assertThat(got.getHeader("webhook-id")).isEqualTo("4f1c");
    assertThat(got.getHeader("webhook-timestamp")).isEqualTo("" + NOW.getEpochSecond());
    String signed = "4f1c." + NOW.getEpochSecond() + "." + got.getBodyAsString();
    assertThat(got.getHeader("webhook-signature").split(" "))
        .containsExactly("v1," + hmac(NEWER, signed), "v1," + hmac(OLDER, signed));
    JsonNode body = PostingJson.MAPPER.readTree(got.getBodyAsString());
    assertThat(body.path("type").asString()).isEqualTo("postings.matched");
    JsonNode data = body.path("data");
    assertThat(data.path("reason").asString()).isEqualTo("pay-rose");
    assertThat(data.path("savedSearch").path("id").asString()).isEqualTo("s1");
    assertThat(data.path("postings").get(0).path("title").asString()).isEqualTo(UGLY);
  }

  @Test
  void anOlderSecretSignsNoLongerThanItsDay() {
    server.stubFor(post("/x").willReturn(aResponse().withStatus(204)));
    for (Duration left : List.of(Duration.ofSeconds(1), Duration.ZERO)) {
      Destination rotated =
          new Destination.Webhook(
              URI.create("http://hooks.test/x"),
              List.of(NEWER, OLDER),
              Optional.of(NOW.plus(left)));
      new WebhookChannel(wire, "Worthwhile/test", CLOCK)
          .send(
              message(),
              RecipientBuilder.builder(to("http://hooks.test/x", NEWER))
                  .destination(rotated)
                  .build());
    }
    assertThat(
            server.findAll(
                com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl())))
        .extracting(got -> got.getHeader("webhook-signature").split(" ").length)
        .containsExactly(2, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 408, 429})
  void whatMayPassIsTriedAgain(int status) {
    assertThat(answering(aResponse().withStatus(status)))
        .isInstanceOfSatisfying(
            Attempt.Later.class, later -> assertThat(later.why()).contains("" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 413, 301, 302, 307, 308})
  void whatWillNotPassIsRefused(int status) {
    assertThat(
            answering(aResponse().withStatus(status).withHeader("Location", "http://127.0.0.1/")))
        .isInstanceOf(Attempt.Refused.class);
    assertThat(server.getAllServeEvents()).as("no redirect is followed").hasSize(1);
  }

  @Test
  void whoSaysThatItIsGoneIsBelieved() {
    assertThat(answering(aResponse().withStatus(410))).isInstanceOf(Attempt.Gone.class);
  }

  @Test
  void whoAsksForTimeGetsIt() {
    assertThat(answering(aResponse().withStatus(429).withHeader("Retry-After", "120")))
        .isEqualTo(new Attempt.Later(Optional.of(Duration.ofMinutes(2)), "it answered 429"));
    assertThat(answering(aResponse().withStatus(503).withHeader("Retry-After", "999999")))
        .isEqualTo(new Attempt.Later(Optional.of(Duration.ofHours(6)), "it answered 503"));
  }

  @Test
  void whatWasTakenIsSentWhateverTheAnswerSaysBehindItsStatus() {
    assertThat(answering(aResponse().withStatus(200).withBody(new byte[2_000_000])))
        .isInstanceOf(Attempt.Sent.class);
    assertThat(
            answering(
                aResponse()
                    .withStatus(200)
                    .withHeader("Content-Encoding", "zstd")
                    .withBody("no such coding")))
        .isInstanceOf(Attempt.Sent.class);
    assertThat(answering(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK)))
        .isInstanceOf(Attempt.Sent.class);
  }

  @Test
  void whoDoesNotAnswerIsAway() {
    assertThat(answering(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
        .isInstanceOf(Attempt.Away.class);
    server.stop();
    assertThat(send("http://hooks.test/x", NEWER)).isInstanceOf(Attempt.Away.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.1.2.3/",
        "http://0.0.0.0/"
      })
  void nothingIsSentIntoTheOperatorsOwnNetwork(String url) {
    assertThat(wire.isClosed(URI.create(url))).isTrue();
    assertThat(send(url, NEWER))
        .isInstanceOfSatisfying(
            Attempt.Refused.class,
            refused -> assertThat(refused.why()).contains("not on the public internet"));
  }
}
