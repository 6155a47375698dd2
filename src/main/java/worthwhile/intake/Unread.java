package worthwhile.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a listing shows and that could not be read.
 *
 * @param ids of the postings in them, where the rows tell it
 * @param holding whether a posting that was last seen at a time may be one of those that do not: if
 *     as many rows could not be read even then, it is none of them
 */
public record Unread(Set<String> ids, Predicate<Instant> holding) {
  /** Every row could be read. */
  public static final Unread NONE = new Unread(Set.of(), _ -> false);

  public Unread {
    ids = Set.copyOf(ids);
  }

  /** Rows that all tell which postings they are. */
  public static Unread of(Collection<String> ids) {
    return new Unread(Set.copyOf(ids), _ -> false);
  }

  boolean mayHold(@Nullable Instant lastSeen) {
    return lastSeen != null && holding.test(lastSeen);
  }
}
