package worthwhile.fetch;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.text.Shortened;

/** What a small JSON body says of a refusal. */
final class JsonRefusals {
  /** Errors are short; a longer body is content. */
  private static final int LONGEST = 8_192;

  /**
   * One error.
   *
   * @param status HTTP status that the body itself states; 0 if none
   * @param text what it says, in its own case
   */
  record Problem(int status, String text) {}

  private JsonRefusals() {}

  /** The error that the body is; absent if it is anything else. */
  static Optional<Problem> read(ParsedPage page) {
    boolean small = page.response().body().length <= LONGEST;
    // Broken JSON is no refusal: extraction says what is wrong with it.
    return small
        ? page.jsonRoot().filter(JsonNode::isObject).flatMap(JsonRefusals::problem)
        : Optional.empty();
  }

  private static Optional<Problem> problem(JsonNode root) {
    JsonNode reddit = root.path("json").path("errors");
    if (reddit.isArray() && !reddit.isEmpty())
      return Optional.of(
          new Problem(statusOf(reddit.toString()), Shortened.to(200, reddit.toString())));
    if (root.properties().stream().anyMatch(entry -> entry.getValue().isArray()))
      return Optional.empty();
    JsonNode error = root.path("error");
    JsonNode holder = error.isObject() ? error : root;
    int status = status(holder, "error", "status", "statusCode", "status_code", "code");
    String text =
        text(holder, "message", "error", "error_description", "detail", "title", "reason");
    return text.isEmpty() ? Optional.empty() : Optional.of(new Problem(status, text));
  }

  private static int statusOf(String errors) {
    if (errors.contains("USER_REQUIRED")) return 401;
    return errors.contains("RATELIMIT") ? 429 : 0;
  }

  private static int status(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      int status = value.isIntegralNumber() ? value.asInt(0) : 0;
      if (status >= 400 && status <= 599) return status;
    }
    return 0;
  }

  private static String text(JsonNode node, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isString()) text.append(' ').append(value.stringValue());
    }
    return Shortened.to(200, text.toString().strip());
  }
}
