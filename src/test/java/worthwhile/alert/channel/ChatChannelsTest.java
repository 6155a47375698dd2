package worthwhile.alert.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;

/** ntfy, Telegram and Discord as they are asked and as they answer, over HTTP. */
class ChatChannelsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String TOKEN = "123456789:" + "A".repeat(35);
  private static final String HOOK = "https://discord.com/api/webhooks/123456/" + "t".repeat(60);
  private static final String UGLY = "Sort <sol> _*[x](y)* @everyone & \"q\" \u202Eשלום 😀 ";

  private static final Destination NTFY =
      new Destination.Ntfy(URI.create("https://ntfy.test/"), "shapes-7", Optional.of("tk_1"));
  private static final Destination TELEGRAM =
      new Destination.Telegram("-100200300", Optional.empty());
  private static final Destination DISCORD = new Destination.Discord(URI.create(HOOK));

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Wire wire;

  @BeforeEach
  void start() {
    server.start();
    URI here = URI.create(server.baseUrl());
    wire = Wire.of(Map.of("ntfy.test", here, "api.telegram.org", here, "discord.com", here), 2);
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop();
  }

  private static AlertMessage message(int tasks) {
    return new AlertMessage(
        "4f1c",
        AlertReason.NEW,
        IntStream.range(0, tasks)
            .mapToObj(
                i ->
                    new AlertMessage.Match(
                        FlatPosting.builder("mill", "mill", "" + i)
                            .title(UGLY + "x".repeat(300))
                            .build(),
                        List.of("s1")))
            .toList(),
        0,
        Map.of("s1", "Shapes & <b>more</b>"),
        "http://here.test",
        "http://here.test/alerts",
        NOW);
  }

  private static AlertMessage asking() {
    return new AlertMessage(
        "4f1d",
        AlertReason.CONFIRM,
        List.of(),
        0,
        Map.of(),
        "http://here.test",
        "http://here.test/alerts",
        NOW);
  }

  private static Recipient to(Destination destination) {
    return new Recipient(
        1,
        "anna",
        destination,
        Optional.empty(),
        Optional.empty(),
        Recipient.State.CONFIRMED,
        NOW,
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty());
  }

  private Channel channel(Destination destination) {
    return switch (destination.type()) {
      case NTFY -> new NtfyChannel(wire, "Worthwhile/test");
      case TELEGRAM ->
          new TelegramChannel(
              wire,
              "Worthwhile/test",
              new TelegramBot(URI.create("https://api.telegram.org"), TOKEN));
      case DISCORD -> new DiscordChannel(wire, "Worthwhile/test");
      default -> throw new IllegalArgumentException(destination.toString());
    };
  }

  private Attempt send(Destination destination, int tasks) {
    return channel(destination).send(message(tasks), to(destination));
  }

  private Attempt answering(Destination destination, int status, String body) {
    return answering(destination, aResponse().withStatus(status).withBody(body));
  }

  private Attempt answering(Destination destination, ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
    return send(destination, 1);
  }

  private List<LoggedRequest> asked() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }

  private static JsonNode body(LoggedRequest request) {
    return PostingJson.MAPPER.readTree(request.getBodyAsString());
  }

  @Test
  void ntfyIsPublishedToAsJsonWithItsTokenInAHeader() {
    assertThat(answering(NTFY, 200, "{}")).isInstanceOf(Attempt.Sent.class);
    LoggedRequest request = asked().getFirst();
    assertThat(request.getUrl()).isEqualTo("/");
    assertThat(request.getHeader("Host")).isEqualTo("ntfy.test");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer tk_1");
    JsonNode body = body(request);
    assertThat(body.path("topic").asString()).isEqualTo("shapes-7");
    assertThat(body.path("title").asString()).contains("<sol>").doesNotContain("\u202E");
    assertThat(body.path("message").asString()).contains("http://here.test/tasks/mill:0");
    assertThat(body.path("click").asString()).isEqualTo("http://here.test/tasks/mill:0?m=4f1c");
    assertThat(body.path("priority").asInt()).isEqualTo(3);
    assertThat(body.path("tags").size()).isEqualTo(1);
  }

  @Test
  void telegramIsSentEscapedHtmlAndNoPreview() {
    assertThat(answering(TELEGRAM, 200, "{\"ok\":true}")).isInstanceOf(Attempt.Sent.class);
    LoggedRequest request = asked().getFirst();
    assertThat(request.getUrl()).isEqualTo("/bot" + TOKEN + "/sendMessage");
    JsonNode body = body(request);
    assertThat(body.path("chat_id").asString()).isEqualTo("-100200300");
    assertThat(body.path("parse_mode").asString()).isEqualTo("HTML");
    assertThat(body.path("text").asString())
        .contains("Sort &lt;sol&gt;", "<a href=\"http://here.test/tasks/mill:0?m=4f1c\">")
        .contains("Shapes &amp; &lt;b&gt;more");
  }

  @Test
  void discordPingsNobody() {
    assertThat(answering(DISCORD, 204, "")).isInstanceOf(Attempt.Sent.class);
    JsonNode body = body(asked().getFirst());
    assertThat(asked().getFirst().getHeader("Host")).isEqualTo("discord.com");
    assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(body.path("allowed_mentions").path("parse").size()).isZero();
    assertThat(body.path("content").asString()).contains("\\@everyone");
  }

  @Test
  void whatIsTooLongIsCutAndSaysByHowMany() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    for (Destination each : List.of(NTFY, TELEGRAM, DISCORD)) send(each, 100);
    List<LoggedRequest> asked = asked();
    assertThat(
            body(asked.get(0))
                .path("message")
                .asString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSizeLessThan(4_096);
    assertThat(asked.get(0).getBody()).hasSizeLessThan(8_192);
    assertThat(body(asked.get(1)).path("text").asString()).hasSizeLessThanOrEqualTo(4_096);
    assertThat(body(asked.get(2)).path("content").asString()).hasSizeLessThanOrEqualTo(2_000);
    for (LoggedRequest each : asked)
      assertThat(each.getBodyAsString()).contains("more are in your ledger");
  }

  @Test
  void whatIsRefusedForItsMarkupIsSentOnceMoreAsPlainText() {
    String markup = "{\"ok\":false,\"description\":\"Bad Request: can't parse entities: x\"}";
    refusingOnce(markup);
    assertThat(send(TELEGRAM, 2)).isInstanceOf(Attempt.Sent.class);
    assertThat(asked()).hasSize(2);
    JsonNode plain = body(asked().getLast());
    assertThat(plain.has("parse_mode")).isFalse();
    assertThat(plain.path("text").asString()).contains("Sort <sol>");

    server.resetAll();
    refusingOnce("{\"code\":50035,\"message\":\"Invalid Form Body\"}");
    assertThat(send(DISCORD, 2)).isInstanceOf(Attempt.Sent.class);
    assertThat(asked()).hasSize(2);

    server.resetAll();
    assertThat(answering(TELEGRAM, 400, markup)).isInstanceOf(Attempt.Refused.class);
    assertThat(asked()).as("once").hasSize(2);
  }

  private void refusingOnce(String body) {
    server.stubFor(
        any(anyUrl())
            .inScenario("markup")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(400).withBody(body))
            .willSetStateTo("plain"));
    server.stubFor(
        any(anyUrl())
            .inScenario("markup")
            .whenScenarioStateIs("plain")
            .willReturn(aResponse().withStatus(200)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"description\":\"Forbidden: bot was blocked by the user\"} | blocked by the user",
        "400 | {\"description\":\"Bad Request: chat not found\"} | chat not found",
        "400 | {\"description\":\"upgraded\",\"parameters\":{\"migrate_to_chat_id\":-1007}} | -1007"
      })
  void whoIsGoneFromTelegramIsBelieved(int status, String body, String why) {
    assertThat(answering(TELEGRAM, status, body))
        .isInstanceOfSatisfying(Attempt.Gone.class, gone -> assertThat(gone.why()).contains(why));
  }

  @Test
  void aDeletedWebhookOfDiscordIsGone() {
    assertThat(answering(DISCORD, 404, "{\"message\":\"Unknown Webhook\",\"code\":10015}"))
        .isEqualTo(new Attempt.Gone("it answered 404: Unknown Webhook"));
  }

  @Test
  void whoAsksForTimeGetsIt() {
    assertThat(answering(TELEGRAM, 429, "{\"parameters\":{\"retry_after\":35}}"))
        .isEqualTo(new Attempt.Later(Optional.of(Duration.ofSeconds(35)), "it answered 429"));
    assertThat(answering(DISCORD, 429, "{\"retry_after\":1.337}"))
        .isEqualTo(new Attempt.Later(Optional.of(Duration.ofSeconds(2)), "it answered 429"));
    ResponseDefinitionBuilder limit =
        aResponse().withStatus(429).withHeader("Retry-After", "99999999").withBody("no JSON {");
    for (Destination each : List.of(NTFY, TELEGRAM, DISCORD))
      assertThat(answering(each, limit))
          .isEqualTo(new Attempt.Later(Optional.of(Duration.ofHours(6)), "it answered 429"));
  }

  @Test
  void aBotThatIsNotKnownIsTheOperatorsToMend() {
    assertThat(answering(TELEGRAM, 401, "{\"description\":\"Unauthorized\"}"))
        .isInstanceOfSatisfying(
            Attempt.Later.class,
            later -> assertThat(later.why()).contains("operator").doesNotContain(TOKEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 413, 302})
  void whatNtfyWillNotTakeIsRefused(int status) {
    assertThat(answering(NTFY, status, "{\"error\":\"no\"}"))
        .isInstanceOfSatisfying(
            Attempt.Refused.class, refused -> assertThat(refused.why()).contains("" + status));
    assertThat(asked()).hasSize(1);
  }

  @Test
  void whoIsOverloadedOrAwayIsTriedAgain() {
    for (Destination each : List.of(NTFY, TELEGRAM, DISCORD)) {
      assertThat(answering(each, 503, "<html>")).isInstanceOf(Attempt.Later.class);
      assertThat(answering(each, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
          .isInstanceOfSatisfying(
              Attempt.Away.class, away -> assertThat(away.why()).doesNotContain(TOKEN, "tttt"));
    }
  }

  @Test
  void nothingIsSentIntoTheOperatorsOwnNetwork() {
    Destination inside =
        new Destination.Ntfy(URI.create("http://127.0.0.1:1"), "t", Optional.empty());
    assertThat(send(inside, 1)).isInstanceOf(Attempt.Refused.class);
  }

  @Test
  void aChatIsAskedForACode() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    Destination asked = new Destination.Telegram("@shapes", Optional.of(new ChatCode("012345", 5)));
    assertThat(channel(asked).send(asking(), to(asked))).isInstanceOf(Attempt.Sent.class);
    assertThat(body(asked().getFirst()).path("text").asString()).contains("012345");
    assertThat(channel(TELEGRAM).send(asking(), to(TELEGRAM))).isInstanceOf(Attempt.Sent.class);
    assertThat(asked()).as("nothing more to ask").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/api/webhooks/123456/tttttttttttttttttttttttt",
        "https://discord.com.evil.test/api/webhooks/123456/tttttttttttttttttttttttt",
        "https://discord.com@evil.test/api/webhooks/123456/tttttttttttttttttttttttt",
        "http://discord.com/api/webhooks/123456/tttttttttttttttttttttttt",
        "https://discord.com/api/webhooks/123456",
        "https://discord.com/api/webhooks/123456/tttttttttttttttttttttttt?wait=true"
      })
  void onlyDiscordsOwnWebhooksAreTaken(String url) {
    assertThatThrownBy(() -> new Destination.Discord(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneWebhookUnderTwoNamesIsOnePlaceAndSecretsAreNotShown() {
    Destination other =
        new Destination.Discord(
            URI.create(HOOK.replace("discord.com", "discordapp.com").replace("/api", "/api/v10")));
    assertThat(other.key()).isEqualTo(DISCORD.key());
    assertThat(DISCORD.visible()).doesNotContain("ttt");
    assertThat(NTFY.visible()).isEqualTo("https://ntfy.test/sha…");
  }
}
