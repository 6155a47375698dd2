package worthwhile.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.PostingJson;
import worthwhile.source.PageKind;

/**
 * A recorded or invented answer with what it should be read as.
 *
 * @param body file of the answer's body
 * @param given how it came
 * @param expected the whole expectation
 */
public record Fixture(Path body, Given given, JsonNode expected) {
  /** File name ending of expectations. */
  public static final String SUFFIX = ".expected.json";

  /**
   * How an answer came.
   *
   * @param page which kind of page it is
   * @param with parameters of a family, for a family's own fixtures
   */
  public record Given(
      URI url,
      Instant at,
      int status,
      Optional<String> contentType,
      PageKind page,
      Map<String, String> headers,
      Map<String, String> with) {
    public Given {
      headers = Map.copyOf(headers);
      with = Map.copyOf(with);
    }
  }

  /** The expectation beside a body: {@code listing.html} has {@code listing.expected.json}. */
  public static Path expectationOf(Path body) {
    return body.resolveSibling(name(body) + SUFFIX);
  }

  /** A body's name without its ending: {@code listing}, {@code blocked-403}. */
  public static String name(Path body) {
    String file = body.getFileName().toString();
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** Reads the fixture of a body; throws with the cause in words if its expectation is unusable. */
  public static Fixture read(Path body) throws IOException {
    JsonNode expected = PostingJson.MAPPER.readTree(Files.readString(expectationOf(body)));
    JsonNode given = expected.path("given");
    String at = given.path("at").asString(given.path("fetchedAt").asString(""));
    if (given.path("url").asString("").isEmpty() || at.isEmpty())
      throw new IOException("'given' needs url and at");
    return new Fixture(
        body,
        new Given(
            URI.create(given.path("url").stringValue()),
            Instant.parse(at),
            given.path("status").asInt(200),
            Optional.of(given.path("contentType").asString("")).filter(type -> !type.isEmpty()),
            page(given.path("page").asString("listing")),
            texts(given.path("headers")),
            texts(given.path("with"))),
        expected);
  }

  private static PageKind page(String word) throws IOException {
    return PageKind.of(word)
        .orElseThrow(() -> new IOException("page must be listing, listing N or detail: " + word));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
    return texts;
  }

  /** The answer, as if it had just been fetched. */
  public ParsedPage page() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(given.headers());
    given.contentType().ifPresent(type -> headers.put("content-type", type));
    return ParsedPage.of(
        new Response(given.url(), given.status(), headers, Files.readAllBytes(body), given.at()));
  }

  /**
   * The expectation that an extraction amounts to, as pretty JSON, to be looked over by a person.
   */
  public static String expectation(Given given, Extraction extraction) {
    ObjectNode root = PostingJson.MAPPER.createObjectNode();
    ObjectNode how = root.putObject("given");
    how.put("page", given.page().word()).put("url", given.url().toString());
    how.put("at", given.at().toString()).put("status", given.status());
    given.contentType().ifPresent(type -> how.put("contentType", type));
    if (!given.headers().isEmpty())
      how.set("headers", PostingJson.MAPPER.valueToTree(given.headers()));
    if (!given.with().isEmpty()) how.set("with", PostingJson.MAPPER.valueToTree(given.with()));
    root.setAll(outcome(extraction));
    return PostingJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Outcome, items, rejected rows and next address, as they stand in an expectation. */
  static ObjectNode outcome(Extraction extraction) {
    ObjectNode root = PostingJson.MAPPER.createObjectNode();
    root.put("outcome", extraction.outcome());
    if (!(extraction instanceof Extraction.Items items)) return root;
    ArrayNode list = root.putArray("items");
    items.items().forEach(item -> list.add(PostingJson.storedTree(item)));
    if (!items.rejected().isEmpty()) {
      ArrayNode rejected = root.putArray("rejected");
      for (Extraction.Rejected row : items.rejected())
        rejected.addObject().put("row", row.row()).put("field", row.field());
    }
    if (items.leftOut() > 0) root.put("leftOut", items.leftOut());
    items.next().ifPresent(next -> root.put("next", next.url().toString()));
    return root;
  }

  /** Names of an expectation's parts that are compared. */
  static List<String> parts() {
    return List.of("outcome", "items", "rejected", "leftOut", "next");
  }
}
