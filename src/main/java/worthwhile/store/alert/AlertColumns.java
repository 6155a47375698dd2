package worthwhile.store.alert;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.posting.PostingJson;

/** What this room keeps as JSON in columns. */
final class AlertColumns {
  private static final JsonMapper JSON = PostingJson.MAPPER;
  private static final TypeReference<Map<String, List<String>>> PARAMETERS =
      new TypeReference<>() {};

  private AlertColumns() {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> kind) {
    return JSON.readValue(json, kind);
  }

  static <T> List<T> list(String json, Class<T> kind) {
    return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, kind));
  }

  static Map<String, List<String>> parameters(String json) {
    return JSON.readValue(json, PARAMETERS);
  }
}
