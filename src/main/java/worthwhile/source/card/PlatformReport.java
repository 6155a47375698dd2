package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * Something told of a platform.
 *
 * @param by who tells it, where that is not the platform itself: "workers on a forum"
 */
public record PlatformReport(String text, Optional<String> by, @JsonUnwrapped Citation citation)
    implements Dated {}
