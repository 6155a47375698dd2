package worthwhile.extract.rule;

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

  static Objects inJson(LenientJson.Read read, List<String> types) {
    List<JsonNode> found = new ArrayList<>();
    return switch (read) {
      case LenientJson.Broken broken -> new Objects(List.of(), List.of(broken.reason()), false);
      case LenientJson.Values values -> {
        values.values().forEach(value -> collect(value, types, found));
        JsonNode first = values.values().getFirst();
        boolean empty =
            (first.isArray() && first.isEmpty())
                || (first.path("@graph").isArray() && first.path("@graph").isEmpty());
        yield new Objects(found, List.of(), empty);
      }
    };
  }

  static Objects inPage(Document document, List<String> types) {
    List<JsonNode> found = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Element script : document.select("script[type^=application/ld+json]")) {
      switch (LenientJson.script(Rows.content(script))) {
        case LenientJson.Values values -> values.values().forEach(v -> collect(v, types, found));
        case LenientJson.Broken broken -> notes.add("JSON-LD: " + broken.reason());
      }
    }
    return new Objects(found, notes, false);
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
