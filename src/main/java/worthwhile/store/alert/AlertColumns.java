package worthwhile.store.alert;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.posting.PostingJson;

/** What this room keeps as JSON in columns. */
final class AlertColumns {
  private static final JsonMapper JSON = PostingJson.MAPPER;
  private static final TypeReference<Map<String, List<String>>> PARAMETERS =
      new TypeReference<>() {};

  private static final int MOST_KEPT = 20_000;
  private static final Map<String, Destination> DESTINATIONS = new ConcurrentHashMap<>();
  private static final ObjectReader ITEMS = JSON.readerForListOf(Delivery.Item.class);

  private AlertColumns() {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> kind) {
    return JSON.readValue(json, kind);
  }

  /** Where messages go; in a burst the same is read again and again, and kept for that. */
  static Destination destination(String json) {
    Destination known = DESTINATIONS.get(json);
    if (known != null) return known;
    if (DESTINATIONS.size() >= MOST_KEPT) DESTINATIONS.clear();
    Destination read = read(json, Destination.class);
    DESTINATIONS.put(json, read);
    return read;
  }

  static List<Delivery.Item> items(String json) {
    return ITEMS.readValue(json);
  }

  static Map<String, List<String>> parameters(String json) {
    return JSON.readValue(json, PARAMETERS);
  }
}
