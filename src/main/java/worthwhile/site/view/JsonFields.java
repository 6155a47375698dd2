package worthwhile.site.view;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.HttpRefusal;

/** The JSON object that a call carries, with texts under names that the call knows. */
public record JsonFields(JsonNode object) {
  /** Reads the body; 400 if it is no object or has other names. */
  public static JsonFields of(Context ctx, List<String> allowed) {
    JsonNode root;
    try {
      root = PostingJson.MAPPER.readTree(ctx.body());
    } catch (JacksonException | NumberFormatException e) {
      throw wrong("The body is no whole JSON. Send an object.");
    }
    if (root == null || !root.isObject()) throw wrong("The body must be a JSON object.");
    for (String name : root.propertyNames())
      if (!allowed.contains(name))
        throw wrong("Unknown name " + name + ": allowed are " + String.join(", ", allowed) + ".");
    return new JsonFields(root);
  }

  /** A text; absent if it is not there or null. */
  public Optional<String> text(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isString()) throw wrong(name + ": must be a text.");
    return Optional.of(value.asString());
  }

  /** A text that must be there. */
  public String required(String name) {
    return text(name).orElseThrow(() -> wrong(name + ": is missing."));
  }

  public static HttpRefusal wrong(String detail) {
    return new HttpRefusal(400, "Not taken", detail);
  }
}
