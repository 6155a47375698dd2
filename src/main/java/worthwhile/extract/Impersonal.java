package worthwhile.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.fetch.Response;
import worthwhile.fetch.body.LenientJson;
import worthwhile.source.Companion;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.text.MarkupParser;

/**
 * What a worker's browser forwarded, without what depends on who looks. The browser has taken that
 * out already; a program that forwards may not have.
 */
public final class Impersonal {
  private final SourceDefinition source;
  private final Companion.Drop drop;

  private Impersonal(SourceDefinition source, Companion companion) {
    this.source = source;
    this.drop = companion.drop();
  }

  /** What became of a forwarded body. */
  public sealed interface Result {}

  /** The answer that is to be read. */
  public record Cleaned(Response response) implements Result {}

  /** It cannot be read, and why. */
  public record Unreadable(String reason) implements Result {}

  /** Takes out what the companion's rules drop; a body that is cut short is not read at all. */
  public static Result of(SourceDefinition source, Companion companion, Response response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    Optional<String> strange = strange(text);
    if (strange.isPresent()) return new Unreadable(strange.get());
    Impersonal rules = new Impersonal(source, companion);
    boolean html =
        response.header("content-type").filter(type -> type.startsWith("text/html")).isPresent();
    return html ? rules.html(text, response) : rules.json(text, response);
  }

  private static Optional<String> strange(String text) {
    if (text.isBlank()) return Optional.of("the body is empty");
    boolean binary =
        text.codePoints()
            .anyMatch(
                c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f);
    return binary ? Optional.of("the body is binary, not text") : Optional.empty();
  }

  private Result json(String text, Response response) {
    return switch (LenientJson.body(text)) {
      case LenientJson.Broken(String reason, boolean _) ->
          new Unreadable("the body is not whole JSON: " + reason);
      case LenientJson.Values(List<JsonNode> values) -> {
        if (values.size() != 1) yield new Unreadable("the body holds no single JSON value");
        dropKeys(values.getFirst());
        yield new Cleaned(with(response, values.getFirst().toString()));
      }
    };
  }

  private Result html(String text, Response response) {
    if (!text.strip().toLowerCase(Locale.ROOT).endsWith("</html>"))
      return new Unreadable("the page is cut short: it does not end in </html>");
    Document page = MarkupParser.parse(text, response.url().toString());
    drop.elements().forEach(css -> page.select(css.selector()).remove());
    for (Shape shape : source.listing().shapes())
      if (shape.embedded().orElse(null) instanceof Shape.InElement in)
        for (Element element : page.select(in.css().selector())) dropEmbedded(element, in);
    page.outputSettings().prettyPrint(false);
    return new Cleaned(with(response, page.outerHtml()));
  }

  private void dropEmbedded(Element element, Shape.InElement in) {
    String text = in.attr().map(element::attr).orElseGet(element::data);
    if (!(LenientJson.script(text) instanceof LenientJson.Values(List<JsonNode> values))
        || values.isEmpty()) return;
    dropKeys(values.getFirst());
    String cleaned = values.getFirst().toString();
    in.attr().ifPresent(name -> element.attr(name, cleaned));
    if (in.attr().isEmpty()) element.text(cleaned);
  }

  private void dropKeys(JsonNode node) {
    List<JsonNode> left = new ArrayList<>(List.of(node));
    while (!left.isEmpty()) {
      JsonNode next = left.removeLast();
      if (next instanceof ObjectNode object) object.remove(drop.keys());
      left.addAll(next.values());
    }
  }

  private static Response with(Response response, String body) {
    return new Response(
        response.url(),
        response.status(),
        response.headers(),
        body.getBytes(StandardCharsets.UTF_8),
        response.at());
  }
}
