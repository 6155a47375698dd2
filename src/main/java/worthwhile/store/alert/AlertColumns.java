package worthwhile.store.alert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** They hold secrets: what was erased is not to be kept here for long. */
  private static final Cache<String, Destination> DESTINATIONS =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();

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
    return DESTINATIONS.get(json, text -> read(text, Destination.class));
  }

  static List<Delivery.Item> items(String json) {
    return ITEMS.readValue(json);
  }

  static Map<String, List<String>> parameters(String json) {
    return JSON.readValue(json, PARAMETERS);
  }
}
