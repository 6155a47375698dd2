package worthwhile.site.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.site.SiteFixture;

/** Who counts as the owner of a personal instance, and what a token may do. */
class VisitorsTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void whoSitsAtAPersonalInstanceIsItsUser() {
    JsonNode account = fixture.json("/api/v1/account");
    assertThat(account.path("id").asString()).isEqualTo(Account.LOCAL);
    assertThat(account.path("roles").toString()).contains("operator");
  }

  /** Other sites' pages, names that were pointed here, and proxies. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors",
        "Host: 127.0.0.1\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors",
        "Host: localhost\r\nOrigin: https://elsewhere.example",
        "Host: localhost\r\nOrigin: null",
        "Host: elsewhere.example",
        "Host: 127.0.0.1.elsewhere.example:7070",
        "Host: localhost\r\nX-Forwarded-For: 203.0.113.9"
      })
  void nobodyElseIs(String headers) throws IOException {
    assertThat(raw("GET /api/v1/account HTTP/1.1\r\n" + headers))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Bearer")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site",
        "Host: 127.0.0.1\r\nSec-Fetch-Site: same-site",
        "Host: localhost\r\nOrigin: https://elsewhere.example",
        "Host: localhost\r\nOrigin: null"
      })
  void aFormOfAnotherSiteIsRefused(String headers) throws IOException {
    String type = "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0";
    assertThat(raw("POST /account/sign-out HTTP/1.1\r\n" + headers + type))
        .startsWith("HTTP/1.1 403")
        .contains("another site");
  }

  @Test
  void aFormOfItsOwnIsTaken() throws IOException {
    for (String headers :
        new String[] {
          "Host: 127.0.0.1:7070\r\nOrigin: http://127.0.0.1:7070",
          "Host: localhost\r\nSec-Fetch-Site: same-origin",
          "Host: localhost"
        })
      assertThat(raw("POST /account/sign-out HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0"))
          .startsWith("HTTP/1.1 303");
  }

  @Test
  void aBodyOfUnknownLengthIsNotRead() throws IOException {
    assertThat(
            raw(
                "POST /account/sign-out HTTP/1.1\r\nHost: localhost\r\n"
                    + "Transfer-Encoding: chunked"))
        .startsWith("HTTP/1.1 411");
  }

  @Test
  void aTokenDoesWhatItsScopesSayAndEndsInTime() {
    var tokens = new Accounts(fixture.store, SiteFixture.CLOCK).tokens();
    var reading =
        tokens.issue(Account.LOCAL, "reader", Set.of(Scope.READ), Duration.ofDays(1)).secret();
    var sending =
        tokens.issue(Account.LOCAL, "sender", Set.of(Scope.COMPANION), Duration.ofDays(1)).secret();
    var past = Clock.offset(SiteFixture.CLOCK, Duration.ofDays(-2));
    var over =
        new Accounts(fixture.store, past)
            .tokens()
            .issue(Account.LOCAL, "old", Set.of(Scope.READ), Duration.ofDays(1))
            .secret();

    var answer = call(reading, "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(PostingJson.MAPPER.readTree(answer.body()).path("scopes").toString())
        .isEqualTo("[\"read\"]");
    assertThat(call(sending).statusCode()).isEqualTo(403);
    assertThat(call(over).statusCode()).isEqualTo(401);
    assertThat(call("ww_guessed").statusCode()).isEqualTo(401);
    assertThat(fixture.store.tokens().of(Account.LOCAL).toString()).doesNotContain(reading);
  }

  private static java.net.http.HttpResponse<String> call(String token, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + token;
    System.arraycopy(more, 0, headers, 2, more.length);
    return fixture.get("/api/v1/account", headers);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", fixture.site.port())) {
      socket.setSoTimeout(10_000);
      String whole = request + "\r\nConnection: close\r\n\r\n";
      if (request.contains("chunked")) whole += "0\r\n\r\n";
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
