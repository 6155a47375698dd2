package worthwhile.alert.channel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.PostingJson;
import worthwhile.source.Stop;
import worthwhile.text.Shortened;

/**
 * Posts JSON to a service over the wire: within ten seconds, without redirects, and with no more
 * than the first 4 KB of the answer read.
 */
record JsonPost(Wire wire, String agent) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 4_096;
  private static final BigDecimal LONGEST_WAIT =
      BigDecimal.valueOf(Duration.ofHours(6).toSeconds());
  private static final int LONGEST_WORDS = 200;

  /** What came of it. */
  sealed interface Outcome {
    /**
     * Somebody answered.
     *
     * @param body an empty object where the answer is no whole JSON object
     * @param retryAfter what its header of that name says
     */
    record Answered(int status, JsonNode body, Optional<String> retryAfter) implements Outcome {
      boolean isTaken() {
        return status >= 200 && status < 300;
      }

      /** "it answered 400: chat not found", with the words of a field, shortened. */
      String said(String field) {
        String shown = Shortened.to(LONGEST_WORDS, body.path(field).asString("").strip());
        return "it answered " + status + (shown.isEmpty() ? "" : ": " + shown);
      }

      /** How long it asks to wait, by header or by a number of seconds; six hours at most. */
      Optional<Duration> rest(JsonNode seconds) {
        return Optional.of(seconds)
            .filter(JsonNode::isNumber)
            .map(JsonNode::decimalValue)
            .or(() -> retryAfter.filter(text -> text.matches(NUMBER)).map(BigDecimal::new))
            .filter(wait -> wait.signum() > 0)
            .map(wait -> wait.min(LONGEST_WAIT).setScale(0, RoundingMode.CEILING))
            .map(wait -> Duration.ofSeconds(wait.longValueExact()));
      }

      /** What holds for every service: who is overloaded takes it later, nobody else does. */
      Attempt judged(String field) {
        if (isTaken()) return new Attempt.Sent();
        if (status >= 300 && status < 400)
          return new Attempt.Refused(said(field) + ": redirects are not followed");
        return HttpAnswers.isPassing(status)
            ? new Attempt.Later(rest(body.path("retry_after")), said(field))
            : new Attempt.Refused(said(field));
      }
    }

    /** Nobody did, or nothing that can be used. */
    record Failed(Attempt attempt) implements Outcome {}
  }

  private static final String NUMBER = "[0-9]{1,9}(?:\\.[0-9]{1,9})?";

  Outcome send(URI url, Map<String, String> headers, ObjectNode body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("User-Agent", agent);
    Wire.Call call =
        new Wire.Call(
            url,
            "POST",
            all,
            Optional.of(PostingJson.MAPPER.writeValueAsBytes(body)),
            TIMEOUT,
            LONGEST_ANSWER,
            Wire.Reading.STATUS_COUNTS);
    return switch (wire.send(call)) {
      case Wire.Result.Answer answer ->
          new Outcome.Answered(answer.status(), tree(answer.body()), answer.header("retry-after"));
      case Wire.Result.Failure(Stop stop) -> new Outcome.Failed(HttpAnswers.failed(stop));
    };
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = PostingJson.MAPPER.readTree(body);
      if (tree != null && tree.isObject()) return tree;
    } catch (JacksonException | NumberFormatException notWhole) {
      return empty();
    }
    return empty();
  }

  private static ObjectNode empty() {
    return PostingJson.MAPPER.createObjectNode();
  }
}
