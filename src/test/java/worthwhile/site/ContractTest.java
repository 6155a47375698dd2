package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Endpoint;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.SiteSettings;
import worthwhile.work.file.Format;

/** What openapi.json says is what the server does, and nothing is left out of it. */
class ContractTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    fixture.add(List.of(full()));
    fixture.add(TestPostings.known());
    fixture.store.ratings().put(TestPostings.ratings());
    CommunitySamples.fill(fixture);
    description = fixture.json("/openapi.json");
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  /** Everything set that can be. */
  private static worthwhile.posting.Posting full() {
    var plain = TestPostings.plain(99);
    return worthwhile.posting.FlatPosting.of(plain)
        .timeAllowed(java.time.Duration.ofMinutes(45))
        .skills(List.of("typing"))
        .qualifications(List.of("approval rate > 95%"))
        .employmentType("CONTRACTOR")
        .jobLocation("Zürich")
        .jobLocationType("TELECOMMUTE")
        .validThrough(TestPostings.NOW.plusSeconds(3600))
        .reposts(2)
        .reports(
            List.of(
                new worthwhile.posting.WorkReport(
                    "w1",
                    new java.math.BigDecimal("12.5"),
                    TestPostings.NOW,
                    worthwhile.posting.WorkReport.Outcome.PAID,
                    "forum")))
        .build();
  }

  @Test
  void everyRouteIsDescribedAndTheOtherWayRound() {
    Set<String> described = new HashSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> served = new HashSet<>();
    for (Route route : fixture.site.routes().all()) {
      String path = route.path().replace('<', '{').replace('>', '}');
      if (path.matches("/(api|health|metrics|openapi).*")) served.add(route.method() + " " + path);
    }
    assertThat(served).isEqualTo(described);
  }

  @Test
  void everyCallNeedsTheScopeThatItsDescriptionNames() {
    for (Route route : fixture.site.routes().all()) {
      String path = route.path().replace('<', '{').replace('>', '}');
      if (!path.startsWith("/api")) continue;
      Set<String> described = new HashSet<>();
      description
          .path("paths")
          .path(path)
          .path(route.method().name().toLowerCase(Locale.ROOT))
          .path("security")
          .forEach(way -> way.path("token").forEach(scope -> described.add(scope.asString())));
      assertThat(scopes(route.endpoint())).as(path).isEqualTo(described);
    }
  }

  private static Set<String> scopes(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Public _ -> Set.of();
      case Endpoint.Restricted(Needs.Scoped(Scope scope), var _) -> Set.of(scope.word());
      case Endpoint.Restricted(Needs.Either(Scope one, Scope other), var _) ->
          Set.of(one.word(), other.word());
      case Endpoint.Restricted(Needs.Ranked(var _, Scope scope), var _) -> Set.of(scope.word());
      case Endpoint.Restricted(Needs.Person _, var _) -> throw new AssertionError("no call");
      case Endpoint.Restricted(Needs.Confirmed _, var _) -> throw new AssertionError("no call");
    };
  }

  @Test
  void theParametersAreThoseThatTheSearchKnows() {
    String allowed = fixture.json("/api/v1/postings?colour=red").at("/errors/0/allowed").asString();
    List<String> described = new ArrayList<>();
    description
        .at("/components/parameters")
        .forEach(parameter -> described.add(parameter.path("name").asString()));

    assertThat(List.of(allowed.replaceFirst(".*allowed are ", "").split(", ")))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void theFormsOfAFileAreThoseThatCanBeRead() {
    List<String> described = new ArrayList<>();
    description
        .at("/paths/~1api~1v1~1work/post/parameters/0/schema/enum")
        .forEach(word -> described.add(word.asString()));
    assertThat(described).isEqualTo(Format.words());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/postings, /api/v1/postings?size=100, 200",
    "/api/v1/postings, /api/v1/postings?q=brekfast, 200",
    "/api/v1/postings, /api/v1/postings?colour=red&size=0, 400",
    "/api/v1/postings/feed.json, /api/v1/postings/feed.json?size=100, 200",
    "/api/v1/postings/stream, /api/v1/postings/stream?size=0, 400",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:task-99, 200",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:closed, 200",
    "/api/v1/postings/{id}, /api/v1/postings/none, 404",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:task-99?floor=KE, 200",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:task-99?floor=150+KES, 200",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:task-99?floor=much, 400",
    "/api/v1/postings/{id}, /api/v1/postings/shelf-tasks:task-99?florr=KE, 400",
    "/api/v1/requesters, '/api/v1/requesters?platform=kleinarbeit&ids=r-17,r-99', 200",
    "/api/v1/requesters, /api/v1/requesters?platform=none&colour=red, 400",
    "/api/v1/platforms, /api/v1/platforms, 200",
    "/api/v1/platforms, /api/v1/platforms?kind=local&status=merged&access=app&sort=minimum, 200",
    "/api/v1/platforms, /api/v1/platforms?kind=none&open=2, 400",
    "/api/v1/platforms, /api/v1/platforms?country=KE&country=US&sort=pay, 200",
    "/api/v1/platforms, /api/v1/platforms?country=XX, 400",
    "/api/v1/market, /api/v1/market, 200",
    "/api/v1/market, /api/v1/market?zone=Africa/Nairobi&floor=3+USD, 200",
    "/api/v1/market, /api/v1/market?zone=Nowhere&floor=much&by=hour, 400",
    "/api/v1/platforms/changes, /api/v1/platforms/changes, 200",
    "/api/v1/platforms/changes, /api/v1/platforms/changes?platform=none, 400",
    "/api/v1/platforms/{id}, /api/v1/platforms/shelf-tasks, 200",
    "/api/v1/platforms/{id}, /api/v1/platforms/study-hall, 200",
    "/api/v1/platforms/{id}, /api/v1/platforms/none, 404",
    "/api/v1/sources, /api/v1/sources, 200",
    "/api/v1/sources, /api/v1/sources?x=y, 400",
    "/api/v1/moderation, /api/v1/moderation, 200",
    "/api/v1/moderation, /api/v1/moderation?size=3&before=9, 200",
    "/api/v1/moderation, /api/v1/moderation?colour=red, 400",
    "/api/v1/moderation/{id}, /api/v1/moderation/none, 404",
    "/api/v1/account, /api/v1/account, 200",
    "/api/v1/work, /api/v1/work?size=5, 200",
    "/api/v1/work, /api/v1/work?size=0, 400",
    "/api/v1/work/{id}/after-rejection, /api/v1/work/1/after-rejection, 404",
    "/api/v1/account/export, /api/v1/account/export, 200",
    "/api/v1/timers, /api/v1/timers, 200",
    "/api/v1/minutes, /api/v1/minutes?free=60, 200",
    "/api/v1/minutes, /api/v1/minutes?country=KE&q=nonesuch, 200",
    "/api/v1/minutes, /api/v1/minutes?free=1, 400",
    "/api/v1/reviews, /api/v1/reviews?platform=shelf-tasks, 200",
    "/api/v1/reviews, /api/v1/reviews?requester=a:b&posting=c, 400",
    "/api/v1/reviews/mine, /api/v1/reviews/mine, 200",
    "/api/v1/reviews/{id}, /api/v1/reviews/told, 200",
    "/api/v1/reviews/{id}, /api/v1/reviews/none, 404",
    "/api/v1/notices, /api/v1/notices, 200",
    "/api/v1/earnings, /api/v1/earnings?period=all, 200",
    "/api/v1/earnings, /api/v1/earnings?period=x, 400",
    "/openapi.json, /openapi.json, 200",
    "/health/live, /health/live, 200",
    "/health/ready, /health/ready, 200"
  })
  void everyAnswerIsAsDescribed(String path, String url, int status) {
    var answer = fixture.get(url);
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode response = response(path, status);
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
    assertThat(response.path("content").propertyNames()).contains(type);

    JsonNode schema = response.path("content").path(type).path("schema");
    assertThat(strict(schema).validate(PostingJson.MAPPER.readTree(answer.body()))).isEmpty();
  }

  @Test
  void whatIsForwardedIsAnsweredAsDescribed(@TempDir Path other) throws java.io.IOException {
    String listing =
        java.nio.file.Files.readString(Path.of("scrapers/prolific/fixtures/prolific/listing.json"));
    ObjectNode forward =
        PostingJson.MAPPER
            .createObjectNode()
            .put("url", "https://internal-api.prolific.com/api/v1/participant/studies/")
            .put("body", listing);
    try (SiteFixture shipped = SiteFixture.shipped(other, SiteSettings.local("1.2.3"))) {
      for (String sent : List.of(forward.toString(), "{}", forward.put("body", "x").toString())) {
        byte[] bytes = sent.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var answer = shipped.post("/api/v1/companion/prolific", bytes);
        JsonNode schema =
            response("/api/v1/companion/{source}", "post", answer.statusCode())
                .path("content")
                .properties()
                .iterator()
                .next()
                .getValue()
                .path("schema");
        assertThat(strict(schema).validate(PostingJson.MAPPER.readTree(answer.body()))).isEmpty();
      }
    }
  }

  @Test
  void whatCanBeDoneAfterARejectionIsAnsweredAsDescribed() {
    var rows =
        worthwhile.work.WorkFileSamples.rows("local", TestPostings.NOW).stream()
            .filter(row -> row.status().isDenied())
            .limit(1)
            .toList();
    fixture.store.work().take("local", rows);
    String url = "/api/v1/work/" + rows.getFirst().id() + "/after-rejection";
    String path = "/api/v1/work/{id}/after-rejection";
    for (String sent : List.of("{\"cause\":\"quality\",\"outcome\":\"refused\"}", "{\"x\":1}")) {
      byte[] bytes = sent.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      var answer = fixture.post(url, bytes);
      JsonNode content = response(path, "post", answer.statusCode()).path("content");
      JsonNode schema = content.properties().iterator().next().getValue().path("schema");
      assertThat(strict(schema).validate(PostingJson.MAPPER.readTree(answer.body()))).isEmpty();
    }
    JsonNode schema = response(path, 200).path("content").path("application/json").path("schema");
    assertThat(strict(schema).validate(fixture.json(url))).isEmpty();
    assertThat(fixture.json(url).at("/done/outcome").asString()).isEqualTo("refused");
  }

  private static JsonNode response(String path, int status) {
    return response(path, "get", status);
  }

  private static JsonNode response(String path, String method, int status) {
    JsonNode response =
        description
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(status));
    String reference = response.path("$ref").asString("");
    return reference.isEmpty() ? response : description.at(reference.substring(1));
  }

  /** The schema with nothing allowed that it does not name, so that no field stays undescribed. */
  private static Schema strict(JsonNode schema) {
    ObjectNode whole = PostingJson.MAPPER.createObjectNode();
    whole.put("$ref", schema.path("$ref").asString("#/components/schemas/none"));
    if (schema.path("$ref").isMissingNode()) {
      whole.removeAll();
      whole.setAll((ObjectNode) schema.deepCopy());
    } else whole.put("unevaluatedProperties", false);
    ObjectNode components = ((ObjectNode) description.path("components")).deepCopy();
    components.path("schemas").forEach(one -> closeInner(one, 0));
    whole.set("components", components);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  /** Closes objects below the top: those at the top may be parts of an allOf. */
  private static void closeInner(JsonNode node, int depth) {
    if (!(node instanceof ObjectNode object)) {
      node.forEach(child -> closeInner(child, depth));
      return;
    }
    if (depth > 0 && object.has("properties") && !object.has("allOf"))
      object.put("unevaluatedProperties", false);
    if (depth > 0 && object.has("$ref")) object.put("unevaluatedProperties", false);
    object
        .propertyStream()
        .filter(property -> !property.getKey().equals("allOf"))
        .forEach(property -> closeInner(property.getValue(), depth + 1));
  }
}
