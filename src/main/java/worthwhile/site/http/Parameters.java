package worthwhile.site.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The parameters of a request. */
public final class Parameters {
  private Parameters() {}

  /** All that carry a value; those of an unfilled form do not. */
  public static Map<String, List<String>> filled(Context ctx) {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              List<String> kept = new ArrayList<>(values);
              kept.removeIf(String::isBlank);
              if (!kept.isEmpty()) filled.put(name, kept);
            });
    return filled;
  }

  /** The id of a file, a timer or a piece of work; absent if the text is none. */
  public static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Whether the address carries parameters without a value, as an unfilled form sends them. */
  public static boolean hasBlank(Context ctx) {
    return ctx.queryParamMap().values().stream()
        .anyMatch(values -> values.stream().anyMatch(String::isBlank));
  }
}
