package worthwhile.warning.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Warning;

/**
 * What a rule says of a text.
 *
 * @param quote an exact piece of the text; null if it rests on no words
 * @param named what its sentence has to name
 */
public record Observation(
    String code, Warning.Severity severity, @Nullable String quote, Map<String, Object> named) {}
