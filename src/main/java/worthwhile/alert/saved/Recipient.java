package worthwhile.alert.saved;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.word.Worded;

/**
 * Somebody's place where messages arrive.
 *
 * @param number never given twice
 * @param savedSearch the only one that it is of; absent where all searches of the account share it
 * @param hash of the secret word in its links; absent where it has none
 * @param confirmed when its owner said that it is hers
 * @param ended when she left or it was found to be gone
 * @param error why the last attempt failed, in a person's words; absent if it did not
 */
@RecordBuilder
public record Recipient(
    long number,
    String account,
    Destination destination,
    Optional<String> savedSearch,
    Optional<String> hash,
    State state,
    Instant created,
    Optional<Instant> confirmed,
    Optional<Instant> ended,
    Optional<String> error) {
  public Recipient {
    if (savedSearch.isPresent() != destination.type().isOfOneSearch())
      throw new IllegalArgumentException(
          destination.type().word() + " and one saved search: " + savedSearch);
  }

  /** Whether anything is sent there. */
  public enum State implements Worded {
    /** Its owner has not said yet that it is hers. */
    UNCONFIRMED,
    CONFIRMED,
    /** Its reader wants nothing more. */
    LEFT,
    /** It does not exist any more. */
    GONE
  }

  public ChannelType type() {
    return destination.type();
  }

  public boolean isConfirmed() {
    return state == State.CONFIRMED;
  }
}
