package worthwhile.extract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Recognises answers that are an error told in JSON. */
final class Refusal {
  private Refusal() {}

  /** What an error envelope means; absent if the JSON is none. */
  static Optional<Extraction> in(JsonNode root) {
    if (!root.isObject()) return Optional.empty();
    JsonNode inner = root.path("json").path("errors");
    if (inner.isArray() && !inner.isEmpty()) return Optional.of(told(words(inner)));
    String type = root.path("error_type").asString("");
    if (!type.isEmpty()) return Optional.of(told(type + " " + words(root.path("errors"))));
    JsonNode error = root.path("error");
    if (error.isNumber()) return Optional.of(byStatus(error.intValue(), words(root)));
    boolean says =
        !words(error).isBlank() && !error.isBoolean()
            || error.isBoolean() && error.booleanValue()
            || root.path("status").asString("").matches("(?i)error|fail(?:ed|ure)?")
            || root.path("success").isBoolean() && !root.path("success").booleanValue()
            || root.path("errors").isContainer() && !root.path("errors").isEmpty();
    if (says) return Optional.of(told(words(root)));
    boolean onlyMessage = root.has("message") && root.size() <= 3;
    return onlyMessage ? Optional.of(told(words(root))) : Optional.empty();
  }

  private static Extraction byStatus(int status, String words) {
    return switch (status) {
      case 401 -> new Extraction.LoginRequired(words);
      case 403, 451 -> new Extraction.Blocked(words);
      case 404, 410 -> new Extraction.Gone(words);
      case 429 -> new Extraction.RateLimited(Optional.empty());
      default -> new Extraction.Drifted("the answer is an error: " + words);
    };
  }

  private static Extraction told(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.matches("(?s).*(?:rate.?limit|too many requests).*"))
      return new Extraction.RateLimited(Optional.of(Duration.ofMinutes(10)));
    if (lower.matches(
        "(?s).*(?:user_required|not.logged.in|log(?:ged)? ?in|sign(?:ed)? ?in|unauthori[sz]ed|authenticat|invalid.token|access token).*"))
      return new Extraction.LoginRequired(words);
    if (lower.matches("(?s).*(?:not found|could not find|does not exist|no such|not_found).*"))
      return new Extraction.Gone(words);
    if (lower.matches("(?s).*(?:forbidden|blocked|denied|captcha|invalid_access).*"))
      return new Extraction.Blocked(words);
    return new Extraction.Drifted("the answer is an error: " + words);
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
