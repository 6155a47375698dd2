package worthwhile.extract.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.body.LenientJson;

/** Finds schema.org objects in JSON-LD, however deep they stand. */
final class LinkedData {
  private LinkedData() {}

  /**
   * What was found.
   *
   * @param emptyList whether the JSON is a list that holds nothing
   */
  record Objects(List<JsonNode> found, List<String> notes, boolean emptyList) {}

  static Objects inJson(LenientJson.Read read, List<String> types, URI base) {
    return switch (read) {
      case LenientJson.Broken broken -> new Objects(List.of(), List.of(broken.reason()), false);
      case LenientJson.Values values -> {
        JsonNode first = values.values().getFirst();
        boolean empty =
            (first.isArray() && first.isEmpty())
                || (first.path("@graph").isArray() && first.path("@graph").isEmpty());
        yield new Objects(rows(values.values(), types, base), List.of(), empty);
      }
    };
  }

  static Objects inPage(Document document, List<String> types, URI base) {
    List<JsonNode> roots = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Element script : document.select("script[type^=application/ld+json]")) {
      switch (LenientJson.script(Rows.content(script))) {
        case LenientJson.Values values -> roots.addAll(values.values());
        case LenientJson.Broken broken -> notes.add("JSON-LD: " + broken.reason());
      }
    }
    return new Objects(rows(roots, types, base), notes, false);
  }

  /** The objects of these types, each once, with what other parts of the page say of its parts. */
  private static List<JsonNode> rows(List<JsonNode> roots, List<String> types, URI base) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode root : roots) collect(root, types, found);
    if (found.isEmpty()) return found;
    References references = new References(roots, base);
    return found.stream().filter(row -> !references.isMention(row)).map(references::in).toList();
  }

  private static void collect(JsonNode node, List<String> types, List<JsonNode> found) {
    if (node.isObject() && isOf(node, types)) {
      found.add(node);
      return;
    }
    if (node.isContainer()) for (JsonNode each : node.values()) collect(each, types, found);
  }

  /** Whether {@code @type}, a word or a list, with or without an address before it, is one. */
  static boolean isOf(JsonNode node, List<String> types) {
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      for (JsonNode each : type.values()) if (types.contains(name(each))) return true;
      return false;
    }
    return types.contains(name(type));
  }

  private static String name(JsonNode type) {
    return type.isString() ? type.stringValue().replaceFirst("^.*[/#:]", "") : "";
  }
}
