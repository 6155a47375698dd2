package worthwhile.work.file;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import worthwhile.posting.Organization;
import worthwhile.text.CleanText;

/**
 * One row of a history in JSON. Scripts and the platform spell the names of their fields each in
 * their own way: {@code hit_id}, {@code hitId}.
 *
 * @param fields by their names in lower case, the words of which are parted by single blanks
 */
record MturkRow(Map<String, JsonNode> fields) {
  static MturkRow of(JsonNode node) {
    Map<String, JsonNode> fields = new HashMap<>();
    node.properties()
        .forEach(
            field -> fields.putIfAbsent(ColumnName.of(field.getKey()).bare(), field.getValue()));
    return new MturkRow(fields);
  }

  /** Whether it has one of these fields. */
  boolean has(String... names) {
    return !value(names).isMissingNode();
  }

  /** The first of these that it has and that is not null; else a missing node. */
  JsonNode value(String... names) {
    for (String name : names)
      if (fields.containsKey(name) && !fields.get(name).isNull()) return fields.get(name);
    return MissingNode.getInstance();
  }

  /** The text or number of the first of these that it has; else empty. */
  String text(String... names) {
    return value(names).asString("");
  }

  /** Who offered it, or null. Names come with plus signs for blanks in one of the shapes. */
  @Nullable Organization requester() {
    JsonNode nested = value("requester");
    String plain = nested.isString() ? nested.asString() : text("requester name");
    String name =
        CleanText.line(
            plain.isEmpty() ? nested.path("name").asString("").replace('+', ' ') : plain);
    String id = has("requester id") ? text("requester id") : nested.path("id").asString("");
    if (name.isBlank() && id.isBlank()) return null;
    return new Organization(name.isBlank() ? null : name, id.isBlank() ? null : id, null);
  }
}
