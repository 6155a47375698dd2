package worthwhile.posting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in words for people why a text is not the JSON that was wanted. */
public final class JsonMistake {
  /** Where the reader counts from, which people do not see. */
  private static final Pattern MARKER =
      Pattern.compile("\\s*\\(start marker at [^)]*\\)[^)]*\\)\\)?");

  private JsonMistake() {}

  /** What is wrong, with the key that it stands at. */
  public static String of(JacksonException e) {
    return switch (e) {
      case StreamReadException broken -> MARKER.matcher(broken.getOriginalMessage()).replaceAll("");
      case InvalidFormatException wrong ->
          at(e) + "\"" + wrong.getValue() + "\" is not " + kind(wrong.getTargetType());
      case ValueInstantiationException wrong
          when wrong.getCause() instanceof NullPointerException missing ->
          at(e) + missing.getMessage() + " is missing";
      case ValueInstantiationException wrong when wrong.getCause() != null ->
          at(e) + wrong.getCause().getMessage();
      case MismatchedInputException _ when e.getPath().isEmpty() ->
          "something stands behind its end";
      case MismatchedInputException wrong -> at(e) + "must be " + kind(wrong.getTargetType());
      default -> at(e) + "cannot be read";
    };
  }

  private static String at(JacksonException e) {
    String key =
        e.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return key.isEmpty() ? "" : key + ": ";
  }

  private static String kind(Class<?> type) {
    if (type == null) return "of this kind";
    if (type == String.class) return "a text";
    if (type == Instant.class) return "a moment such as 2026-11-28T12:00:00Z";
    if (type == LocalDate.class) return "a day such as 2026-11-28";
    if (type == Duration.class) return "a span of time such as PT5M";
    if (type == Integer.class || type == Long.class) return "a whole number";
    if (type == BigDecimal.class || type == Double.class) return "a number";
    if (type == Boolean.class || type == boolean.class) return "true or false";
    if (type.isEnum()) return "one of " + words(type.getEnumConstants());
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object with keys";
  }

  private static String words(Object[] constants) {
    return Arrays.stream(constants)
        .map(constant -> PostingJson.MAPPER.convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }
}
