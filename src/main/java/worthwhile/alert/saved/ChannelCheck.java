package worthwhile.alert.saved;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a type of channel could be reached and signed in to.
 *
 * @param type the word of the channel's type
 * @param failures how often in a row it could not; 0 if it could
 * @param trouble why not, for the operator alone: it may name addresses
 */
public record ChannelCheck(String type, Instant at, int failures, Optional<String> trouble) {
  public ChannelCheck {
    if (failures < 0 || trouble.isPresent() != failures > 0)
      throw new IllegalArgumentException(failures + " failures because of " + trouble);
  }
}
