package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a platform pays out.
 *
 * @param countries two-letter codes of where it is offered; empty if not told
 * @param minimum the least that is paid out so; absent if not known
 * @param days until it arrives, counted from when the money is due; absent if not known
 * @param note a sentence to be shown beside it; absent if none
 */
public record PayoutMethod(
    String method,
    List<String> countries,
    Optional<Sum> minimum,
    Optional<Integer> days,
    Optional<String> note,
    @JsonUnwrapped Citation citation)
    implements Dated {}
