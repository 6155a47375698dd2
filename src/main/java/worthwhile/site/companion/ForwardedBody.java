package worthwhile.site.companion;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.forward.Forwarded;
import worthwhile.site.http.HttpRefusal;
import worthwhile.text.Shortened;

/** Reads the body of a forward; everything that is wrong with it is told by name. */
final class ForwardedBody {
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final List<String> PAGE =
      List.of("url", "status", "contentType", "body", "seenAt");
  private static final List<String> TASK = List.of("task", "seenAt");
  private static final List<String> TASK_FIELDS =
      List.of("title", "url", "requester", "pay", "minutes");
  private static final Set<String> TYPES = Set.of("application/json", "text/html");
  private static final int LONGEST_LINE = 500;

  private final Instant now;

  private ForwardedBody(Instant now) {
    this.now = now;
  }

  /**
   * The forward.
   *
   * @param now what counts as seen where the body does not say
   * @throws HttpRefusal 400 naming the field that is wrong, and what is allowed
   */
  static Forwarded read(byte[] bytes, Instant now) {
    JsonNode root = tree(bytes);
    ForwardedBody reader = new ForwardedBody(now);
    return root.has("task") ? reader.task(root) : reader.page(root);
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode root = STRICT.readTree(text);
      if (root.isObject()) return root;
      throw wrong("The body must be a JSON object.");
    } catch (CharacterCodingException e) {
      throw wrong("The body is not UTF-8 text.");
    } catch (JacksonException e) {
      throw wrong("The body is not whole JSON. Send an object.");
    } catch (NumberFormatException e) {
      throw wrong("The body holds a number that is none: " + e.getMessage() + ".");
    }
  }

  private Forwarded page(JsonNode root) {
    only(root, PAGE);
    String body = text(root, "body").orElseThrow(() -> missing("body", PAGE));
    URI url = url(root, PAGE);
    return new Forwarded.Page(url, status(root), type(root, body), body, seenAt(root));
  }

  private Forwarded task(JsonNode root) {
    only(root, TASK);
    JsonNode task = root.path("task");
    if (!task.isObject()) throw wrong("task: must be an object.");
    only(task, TASK_FIELDS);
    String title = line(task, "title").orElseThrow(() -> missing("title", TASK_FIELDS));
    return new Forwarded.Task(
        url(task, TASK_FIELDS),
        title,
        line(task, "requester"),
        line(task, "pay"),
        number(task, "minutes"),
        seenAt(root));
  }

  // --- fields

  private static void only(JsonNode object, List<String> known) {
    for (String name : object.propertyNames())
      if (!known.contains(name))
        throw wrong(
            "There is no field '"
                + Shortened.to(100, name)
                + "'; allowed are "
                + String.join(", ", known)
                + ".");
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isString()) throw wrong(name + ": must be a text.");
    return Optional.of(value.stringValue());
  }

  private static Optional<String> line(JsonNode object, String name) {
    Optional<String> text = text(object, name).map(String::strip).filter(each -> !each.isEmpty());
    if (text.filter(each -> each.length() > LONGEST_LINE).isPresent())
      throw wrong(name + ": may have at most " + LONGEST_LINE + " characters.");
    return text;
  }

  private static Optional<BigDecimal> number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isNumber()) throw wrong(name + ": must be a number.");
    return Optional.of(value.decimalValue());
  }

  private static URI url(JsonNode object, List<String> known) {
    String text = line(object, "url").orElseThrow(() -> missing("url", known));
    try {
      URI url = new URI(text);
      if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) return url;
    } catch (URISyntaxException e) {
      throw wrong("url: '" + Shortened.to(100, text) + "' is not an address.");
    }
    throw wrong("url: must begin with https://, not '" + Shortened.to(100, text) + "'.");
  }

  private static int status(JsonNode root) {
    JsonNode value = root.path("status");
    if (value.isMissingNode()) return 200;
    if (value.isInt() && value.intValue() >= 200 && value.intValue() <= 599)
      return value.intValue();
    throw wrong("status: must be a number from 200 to 599.");
  }

  private static String type(JsonNode root, String body) {
    Optional<String> type =
        line(root, "contentType")
            .map(text -> text.replaceFirst("(?s);.*", "").strip().toLowerCase(Locale.ROOT));
    if (type.isEmpty())
      return body.stripLeading().startsWith("<") ? "text/html" : "application/json";
    if (TYPES.contains(type.get())) return type.get();
    throw wrong(
        "contentType: must be application/json or text/html, not '"
            + Shortened.to(100, type.get())
            + "'.");
  }

  private Instant seenAt(JsonNode root) {
    Optional<String> text = line(root, "seenAt");
    try {
      return text.map(Instant::parse).orElse(now);
    } catch (DateTimeParseException e) {
      throw wrong(
          "seenAt: must look like 2026-11-20T12:00:00Z, not '"
              + Shortened.to(100, text.get())
              + "'.");
    }
  }

  private static HttpRefusal missing(String name, List<String> known) {
    return wrong(name + ": is missing; a forward has " + String.join(", ", known) + ".");
  }

  private static HttpRefusal wrong(String detail) {
    return new HttpRefusal(400, "Not understood", detail);
  }
}
