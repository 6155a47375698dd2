package worthwhile.fetch.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON: exact numbers, bounded depth; and the dirty JSON that pages carry in scripts. */
public final class LenientJson {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(400).maxStringLength(50_000_000).build();
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final JsonMapper LENIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(
                      JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                      JsonReadFeature.ALLOW_JAVA_COMMENTS,
                      JsonReadFeature.ALLOW_TRAILING_COMMA,
                      JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                      JsonReadFeature.ALLOW_SINGLE_QUOTES,
                      JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                      JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private LenientJson() {}

  /** What reading came to. */
  public sealed interface Read {}

  /** One value, or several after one another. */
  public record Values(List<JsonNode> values) implements Read {}

  /** Not JSON, or not to its end. */
  public record Broken(String reason, boolean cutShort) implements Read {}

  /** A whole body; a guard against other sites' scripts is taken off. */
  public static Read body(String text) {
    try {
      return new Values(List.of(STRICT.readTree(JsonGuard.off(text))));
    } catch (JacksonException e) {
      return broken(e);
    } catch (NumberFormatException e) {
      return new Broken("not JSON: a number that is none (" + e.getMessage() + ")", false);
    }
  }

  /** A script's content: as it stands, then without what does not belong, then unescaped. */
  public static Read script(String script) {
    String text = JsonGuard.withoutMarks(script);
    Read first = values(text);
    if (said(first)) return first;
    String bare = uncommented(text);
    String unwrapped = unwrapped(text);
    for (String attempt :
        List.of(
            bare,
            unwrapped,
            Parser.unescapeEntities(bare, false),
            Parser.unescapeEntities(unwrapped, false))) {
      Read read = values(attempt);
      if (said(read)) return read;
    }
    return first;
  }

  private static boolean said(Read read) {
    return read instanceof Values values && !values.values().isEmpty();
  }

  private static Read values(String text) {
    List<JsonNode> found = new ArrayList<>();
    try (MappingIterator<JsonNode> values = LENIENT.readerFor(JsonNode.class).readValues(text)) {
      while (values.hasNextValue()) found.add(values.nextValue());
      return new Values(found);
    } catch (JacksonException e) {
      return broken(e);
    } catch (NumberFormatException e) {
      return new Broken("not JSON: a number that is none (" + e.getMessage() + ")", false);
    }
  }

  /** Without CDATA guards, HTML comments, commas between objects and a semicolon at the end. */
  private static String uncommented(String text) {
    return withoutComments(
            text.replaceAll("(?://\\s*)?<!\\[CDATA\\[(?:/*>?<!--)?|(?://\\s*)?(?:--><!)?]]>", ""))
        .replaceAll("}\\s*,\\s*\\{(?=\\s*\"@context\")", "}\n{")
        .strip()
        .replaceAll("(?<!;);++$", "");
  }

  private static String withoutComments(String text) {
    StringBuilder bare = new StringBuilder();
    int from = 0;
    while (true) {
      int open = text.indexOf("<!--", from);
      int close = open < 0 ? -1 : text.indexOf("-->", open + 4);
      if (close < 0) return bare.append(text, from, text.length()).toString();
      bare.append(text, from, open);
      from = close + 3;
    }
  }

  /** Out of the one HTML comment that hides a script from the oldest browsers. */
  private static String unwrapped(String text) {
    return uncommented(
        text.strip()
            .replaceFirst("^(?://\\s*)?<!--(?:/*-->)?", "")
            .replaceFirst("(?://\\s*)?(?:<!--)?(?://)?-->$", ""));
  }

  private static Broken broken(JacksonException e) {
    boolean cut = e instanceof UnexpectedEndOfInputException;
    String where =
        Optional.ofNullable(e.getLocation())
            .map(at -> " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
            .orElse("");
    String what = e.getOriginalMessage().lines().findFirst().orElse("");
    return new Broken(cut ? "the JSON is cut short" + where : "not JSON: " + what + where, cut);
  }
}
