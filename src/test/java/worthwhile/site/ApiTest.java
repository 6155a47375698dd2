package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.SecurityHeaders;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.SiteSettingsBuilder;
import worthwhile.site.http.Urls;

/** The API and the manners of every answer. */
class ApiTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void aSearchThatAnyWordSufficedForSaysSo() {
    var all = PostingJson.MAPPER.readTree(fixture.get("/api/v1/postings?q=breakfast").body());
    var any =
        PostingJson.MAPPER.readTree(fixture.get("/api/v1/postings?q=breakfast+xyzzyq").body());

    assertThat(all.has("relaxed")).isFalse();
    assertThat(any.path("relaxed").asString()).isEqualTo("any-word");
    assertThat(any.path("total")).isEqualTo(all.path("total"));
    assertThat(fixture.get("/?q=breakfast+xyzzyq").body()).contains("No task has all of these");
    assertThat(fixture.get("/api/v1/postings/feed.atom?q=breakfast+xyzzyq").body())
        .doesNotContain("<entry>");
  }

  @Test
  void searchHasThePromisedShape() {
    var answer =
        fixture.get("/api/v1/postings?platform=shelf-tasks&platform=kleinarbeit&size=5&page=2");
    JsonNode body = PostingJson.MAPPER.readTree(answer.body());

    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder("total", "items", "facets", "groups", "took_ms", "sources");
    assertThat(body.path("total").asLong()).isEqualTo(39);
    assertThat(body.path("items")).hasSize(5);
    assertThat(body.at("/facets/platform")).hasSize(3);
    assertThat(body.at("/facets/platform/0/count").asLong()).isEqualTo(21);
    assertThat(body.path("sources"))
        .anyMatch(
            source ->
                source.path("source").asString().equals("shelf-tasks")
                    && source.path("state").asString().equals("ok")
                    && source.path("last_success").asString().equals("2026-11-23T11:50:00Z"));
    assertThat(answer.headers().firstValue("Link").orElse(""))
        .contains(
            "</api/v1/postings?platform=kleinarbeit&platform=shelf-tasks&size=5>; rel=\"prev\"")
        .contains("page=3&size=5>; rel=\"next\"")
        .contains("page=8&size=5>; rel=\"last\"");
  }

  @Test
  void badParametersAreListedWithWhatIsAllowed() {
    var answer = fixture.get("/api/v1/postings?sort=finest&colour=red&size=1000");
    JsonNode problem = PostingJson.MAPPER.readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    Map<String, String> errors = new java.util.HashMap<>();
    problem
        .path("errors")
        .forEach(e -> errors.put(e.path("parameter").asString(), e.path("allowed").asString()));
    assertThat(errors.get("sort")).isEqualTo("relevance, hourly, newest, reward, ending or best");
    assertThat(errors.get("colour")).contains("include_unknown_pay");
    assertThat(errors.get("size")).contains("1 to 100");
    for (String path :
        List.of(
            "/api/v1/sources?x=1",
            "/api/v1/platforms?colour=a",
            "/api/v1/postings/shelf-tasks:task-3?x"))
      assertThat(fixture.get(path).statusCode()).as(path).isEqualTo(400);
  }

  @Test
  void aSearchThatIsRelaxedSaysSo() {
    JsonNode spelled = fixture.json("/api/v1/postings?q=brekfast");
    assertThat(spelled.path("relaxed").asString()).isEqualTo("spelling");
    assertThat(spelled.path("searchedInstead").asString()).isEqualTo("breakfast");
    assertThat(spelled.path("total").asInt()).isEqualTo(10);
    assertThat(fixture.get("/api/v1/postings/feed.atom?q=brekfast").body())
        .as("a feed is strict")
        .doesNotContain("<entry>");
  }

  @Test
  void whatNobodyKnowsByThatNameIsSaid() {
    JsonNode unknown =
        fixture
            .json("/api/v1/postings?platform=kleinarbiet&q=category:nonesuchkind")
            .path("unknown");
    assertThat(unknown).hasSize(2);
    assertThat(unknown.at("/0/value").asString()).isEqualTo("kleinarbiet");
    assertThat(unknown.at("/0/nearest").asString()).isEqualTo("kleinarbeit");
    assertThat(unknown.at("/1/parameter").asString()).isEqualTo("category");
    assertThat(fixture.json("/api/v1/postings?platform=kleinarbeit&category=survey").has("unknown"))
        .isFalse();
    assertThat(fixture.get("/?platform=kleinarbiet").body())
        .contains("No platform is known here as <strong>kleinarbiet</strong>")
        .contains("Did you mean <a href=\"/?platform=kleinarbeit\">kleinarbeit</a>?");
  }

  @Test
  void controlCharactersNeverLeave() {
    String body = fixture.get("/api/v1/postings?sort=a%00b%1b%C2%85c%5C").body();
    assertThat(PostingJson.MAPPER.readTree(body).at("/errors/0/value").asString())
        .isEqualTo("abc\\");
  }

  @Test
  void onePostingWithItsHistory() {
    JsonNode posting = fixture.json("/api/v1/postings/" + TestPostings.CLOSED);

    assertThat(posting.path("state").asString()).isEqualTo("closed");
    assertThat(posting.at("/history/0/what").asString()).isEqualTo("closed");
    assertThat(
            fixture
                .json("/api/v1/postings/" + Urls.segment(TestPostings.SLASHED))
                .path("id")
                .asString())
        .isEqualTo(TestPostings.SLASHED);
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    for (String path :
        List.of(
            "/api/v1/postings?q=survey",
            "/",
            "/api/v1/sources",
            "/openapi.json",
            "/api/v1/postings/feed.atom")) {
      var first = fixture.get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(tag).matches("\"[0-9a-f]{24}\"");
      var second = fixture.get(path, "If-None-Match", "\"other\", " + tag);
      assertThat(second.statusCode()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(second.headers().firstValue("ETag")).hasValue(tag);
      assertThat(fixture.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void packedAnswersHaveTheirOwnTag() throws IOException, InterruptedException {
    String path = "/api/v1/postings";
    var plain = fixture.get(path, "Accept-Encoding", "gzip;q=0, identity");
    var packed =
        fixture.client.send(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create(fixture.site.url() + path))
                .header("Accept-Encoding", "br, gzip")
                .build(),
            java.net.http.HttpResponse.BodyHandlers.ofByteArray());

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(packed.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
    try (InputStream unpacked =
        new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      JsonNode body = PostingJson.MAPPER.readTree(unpacked);
      assertThat(body.path("total").asLong()).isEqualTo(60);
    }
  }

  @Test
  void headAnswersLikeGetWithoutBody() {
    for (String path : List.of("/", "/api/v1/postings", "/health/live")) {
      var get = fixture.get(path);
      var head = fixture.send("HEAD", path);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
      assertThat(head.headers().firstValue("Content-Type"))
          .isEqualTo(get.headers().firstValue("Content-Type"));
    }
    assertThat(fixture.send("HEAD", "/tasks/none:1").statusCode()).isEqualTo(404);
  }

  @Test
  void everyErrorIsAProblemWithAllHeaders() {
    record Case(String method, String path, int status, String... headers) {}
    for (Case one :
        List.of(
            new Case("GET", "/api/v1/nothing", 404),
            new Case("GET", "/api/v1/postings/none:1", 404),
            new Case("GET", "/api/v1/platforms/none", 404),
            new Case("POST", "/api/v1/nothing", 404),
            new Case("POST", "/api/v1/postings", 405),
            new Case("DELETE", "/api/v1/postings/none:1", 405),
            new Case("GET", "/api/v1/postings", 406, "Accept", "image/png"),
            new Case("GET", "/api/v1/postings/stream", 400, "Last-Event-ID", "x"))) {
      var answer = fixture.send(one.method(), one.path(), one.headers());
      assertThat(answer.statusCode()).as(one.path()).isEqualTo(one.status());
      JsonNode problem = PostingJson.MAPPER.readTree(answer.body());
      assertThat(problem.path("status").asInt()).isEqualTo(one.status());
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValue(SecurityHeaders.POLICY);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      assertThat(answer.headers().firstValue("RateLimit").orElse("")).contains(";r=");
    }
    assertThat(fixture.send("POST", "/api/v1/postings").headers().firstValue("Allow"))
        .hasValue("GET, HEAD");
    assertThat(fixture.send("POST", "/").statusCode()).isEqualTo(405);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws IOException, InterruptedException {
    var answer =
        fixture.client.send(
            java.net.http.HttpRequest.newBuilder(
                    java.net.URI.create(fixture.site.url() + "/account/sign-out"))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(new byte[70_000]))
                .build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("65536");
  }

  @Test
  void requestsThatAreNoHttpGetAPlainAnswerWithTheHeaders() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("X-Content-Type-Options: nosniff")
        .doesNotContain("jetty")
        .doesNotContain("Jetty");
    assertThat(raw("GET /%zz?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("X-Content-Type-Options: nosniff")
        .doesNotContain("Exception");
    assertThat(raw("GET /?q=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .doesNotStartWith("HTTP/1.1 5")
        .contains("X-Content-Type-Options: nosniff")
        .doesNotContain("Exception");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", fixture.site.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void otherSitesMayRead() {
    var preflight =
        fixture.send(
            "OPTIONS",
            "/api/v1/postings",
            "Origin",
            "https://other.example",
            "Access-Control-Request-Method",
            "GET");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("If-None-Match");
  }

  @Test
  void healthAndMetricsForOperators() {
    fixture.get("/tasks/shelf-tasks:task-3");
    assertThat(fixture.json("/health/live").path("status").asString()).isEqualTo("up");
    assertThat(fixture.json("/health/ready").path("status").asString()).isEqualTo("ready");
    assertThat(fixture.get("/metrics").body())
        .contains("worthwhile_index_postings 60.0")
        .contains("worthwhile_runs{outcome=\"blocked\",source=\"kleinarbeit\"} 1.0")
        .contains("worthwhile_source_last_success_age_seconds{source=\"shelf-tasks\"} 600.0")
        .containsPattern(
            "worthwhile_http_requests_seconds_bucket\\{method=\"GET\",route=\"/tasks/<id>\",status=\"200\",le=\"0.1\"");
  }

  @Test
  void trailingSlashesAreForgiven() {
    for (String path : List.of("/platforms/", "/api/v1/postings/", "/status/"))
      assertThat(fixture.get(path).statusCode()).as(path).isEqualTo(200);
  }

  @Test
  void whoAsksTooMuchMustWait(@TempDir Path other) {
    SiteSettings strict =
        SiteSettingsBuilder.builder(SiteSettings.local("1")).requestsPerMinute(3).build();
    try (SiteFixture limited = SiteFixture.empty(other, strict)) {
      for (int i = 0; i < 3; i++)
        assertThat(limited.get("/health/live").statusCode()).isEqualTo(200);
      var refused = limited.get("/api/v1/postings");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=3;w=60");
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 20);
      assertThat(refused.body()).contains("\"status\":429");
    }
  }

  @Test
  void anErrorOfOursTellsOnlyAReference(@TempDir Path other) {
    SiteFixture broken = SiteFixture.filled(other);
    broken.store.close();
    try {
      var page = broken.get("/tasks/a:b");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).containsPattern("reference [0-9a-f]{10}").doesNotContain("Exception");
      var call = broken.get("/api/v1/postings/a:b");
      assertThat(call.statusCode()).isEqualTo(500);
      assertThat(PostingJson.MAPPER.readTree(call.body()).path("instance").asString())
          .matches("[0-9a-f]{10}");
    } finally {
      broken.client.shutdownNow();
      broken.site.close();
      broken.index.close();
    }
  }
}
