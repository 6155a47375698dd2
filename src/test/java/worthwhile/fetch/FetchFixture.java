package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import worthwhile.source.Stop;

/** A server that stands in for {@code board.example} and {@code other.example}, and a fetcher. */
abstract class FetchFixture {
  static final String BOARD = "https://board.example";

  final FakeTime time = new FakeTime();
  final Map<String, String> secrets = new HashMap<>();
  WireMockServer server;
  Fetcher fetcher;

  @BeforeEach
  void start() {
    server = new WireMockServer(options().dynamicPort().gzipDisabled(true));
    server.start();
    fetcher = new Fetcher(settings(Optional.empty()));
    server.stubFor(get(urlPathEqualTo("/robots.txt")).willReturn(aResponse().withStatus(404)));
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.stop();
  }

  FetchSettings settings(Optional<Duration> delay) {
    URI here = URI.create(server.baseUrl());
    return new FetchSettings(
        "0.1.0",
        Optional.empty(),
        true,
        Map.of("board.example", here, "other.example", here),
        delay,
        name -> Optional.ofNullable(secrets.get(name)),
        time,
        time.pause(),
        Parking.NONE);
  }

  void stub(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
  }

  FetchOutcome fetch(String path, TestSource source) {
    return fetcher.fetch(TestSource.get(BOARD + path), source.build(), Validators.NONE);
  }

  /** Why nothing was fetched. */
  static Stop stop(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Stopped(Stop stop)) return stop;
    throw new AssertionError("not stopped: " + outcome);
  }

  static Stop.Kind kind(FetchOutcome outcome) {
    return stop(outcome).kind();
  }
}
