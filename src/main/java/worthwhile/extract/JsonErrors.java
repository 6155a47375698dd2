package worthwhile.extract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** Recognises answers that are an error told in JSON. */
final class JsonErrors {
  private JsonErrors() {}

  /** What an error envelope means; absent if the JSON is none. */
  static Optional<Stop> in(JsonNode root) {
    if (!root.isObject()) return Optional.empty();
    JsonNode inner = root.path("json").path("errors");
    if (inner.isArray() && !inner.isEmpty()) return Optional.of(told(words(inner)));
    String type = root.path("error_type").asString("");
    if (!type.isEmpty()) return Optional.of(told(type + " " + words(root.path("errors"))));
    JsonNode error = root.path("error");
    if (error.isNumber()) return Optional.of(byStatus(error.asInt(0), words(root)));
    boolean says =
        (!words(error).isBlank() && !error.isBoolean())
            || (error.isBoolean() && error.booleanValue())
            || root.path("status").asString("").matches("(?i)error|fail(?:ed|ure)?")
            || (root.path("success").isBoolean() && !root.path("success").booleanValue())
            || (root.path("errors").isContainer() && !root.path("errors").isEmpty());
    if (says) return Optional.of(told(words(root)));
    boolean onlyMessage = root.has("message") && root.size() <= 3;
    return onlyMessage ? Optional.of(told(words(root))) : Optional.empty();
  }

  private static Stop byStatus(int status, String words) {
    return switch (status) {
      case 401 -> new Stop(Kind.LOGIN_REQUIRED, words);
      case 403, 451 -> new Stop(Kind.BLOCKED, words);
      case 404, 410 -> new Stop(Kind.GONE, words);
      case 429 -> new Stop(Kind.RATE_LIMITED, "too many requests");
      default -> new Stop(Kind.DRIFTED, "the answer is an error: " + words);
    };
  }

  private static Stop told(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.matches("(?s).*(?:rate.?limit|too many requests).*"))
      return new Stop(Kind.RATE_LIMITED, "too many requests", Optional.of(Duration.ofMinutes(10)));
    if (lower.matches(
        "(?s).*(?:user_required|not.logged.in|log(?:ged)? ?in|sign(?:ed)? ?in|unauthori[sz]ed|authenticat|invalid.token|access token).*"))
      return new Stop(Kind.LOGIN_REQUIRED, words);
    if (lower.matches("(?s).*(?:not found|could not find|does not exist|no such|not_found).*"))
      return new Stop(Kind.GONE, words);
    if (lower.matches("(?s).*(?:forbidden|blocked|denied|captcha|invalid_access).*"))
      return new Stop(Kind.BLOCKED, words);
    return new Stop(Kind.DRIFTED, "the answer is an error: " + words);
  }

  /** The error's own words, short enough for a report. */
  private static String words(JsonNode node) {
    for (String key : List.of("message", "error", "reason", "detail", "title", "errors"))
      if (node.has(key) && !node.path(key).isNull() && !words(node.path(key)).isBlank())
        return words(node.path(key));
    String text =
        node.isString()
            ? node.stringValue()
            : node.isMissingNode() || node.isNull() ? "" : node.toString();
    return text.length() > 160 ? text.substring(0, 160) : text;
  }
}
