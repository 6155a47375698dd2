package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * What is paid to who is turned away after the first questions.
 *
 * @param least the least that it may be
 * @param note a sentence to be shown beside it; absent if none
 */
public record ScreenOutReward(Sum least, Optional<String> note, @JsonUnwrapped Citation citation)
    implements Dated {}
