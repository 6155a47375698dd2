package worthwhile.extract.rule;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what linked data says of a thing where the thing is only mentioned by its {@code @id}. Two
 * things of one id with different names tell nothing.
 */
final class References {
  /** Mentions inside what was mentioned are followed so deep. */
  private static final int DEEPEST = 4;

  /** So many mentions of one row are followed: a page may not grow without end. */
  private static final int MOST = 200;

  private final URI base;
  private final Map<String, JsonNode> named = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private int left;

  /**
   * @param roots all linked data of a page
   * @param base what ids such as {@code #organization} are relative to
   */
  References(List<JsonNode> roots, URI base) {
    this.base = base;
    roots.forEach(this::collect);
  }

  private void collect(JsonNode node) {
    if (node.path("@id").isString() && !isBare(node)) {
      JsonNode before = named.putIfAbsent(id(node), node);
      if (before != null && !before.path("name").equals(node.path("name"))) doubtful.add(id(node));
    }
    if (node.isContainer()) for (JsonNode each : node.values()) collect(each);
  }

  /** Whether an object says no more than which one it is, and another one of the page says more. */
  boolean isMention(JsonNode node) {
    return isBare(node) && named.containsKey(id(node));
  }

  /** The row, its parts told in full; the row itself if it mentions nothing. */
  JsonNode in(JsonNode row) {
    left = MOST;
    return mentions(row) ? told(row, 0) : row;
  }

  private boolean mentions(JsonNode node) {
    if (isMention(node)) return true;
    return node.isContainer() && node.values().stream().anyMatch(this::mentions);
  }

  private JsonNode told(JsonNode node, int depth) {
    if (isMention(node)) {
      boolean certain = !doubtful.contains(id(node)) && depth < DEEPEST && left-- > 0;
      return certain
          ? parts(
              Objects.requireNonNull(
                  named.get(id(node)), "isMention() found the id among the named"),
              depth + 1)
          : node;
    }
    return parts(node, depth);
  }

  private JsonNode parts(JsonNode node, int depth) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (JsonNode each : node.values()) list.add(told(each, depth));
      return list;
    }
    if (!node.isObject()) return node;
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(each -> object.set(each.getKey(), told(each.getValue(), depth)));
    return object;
  }

  private static boolean isBare(JsonNode node) {
    return node.path("@id").isString()
        && node.propertyNames().stream().allMatch(key -> key.equals("@id") || key.equals("@type"));
  }

  private String id(JsonNode node) {
    String id = node.path("@id").stringValue().strip();
    return WebAddress.resolve(base, id).orElse(id);
  }
}
