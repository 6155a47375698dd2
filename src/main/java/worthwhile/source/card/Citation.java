package worthwhile.source.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When something was so, and where that was read.
 *
 * @param date the first day of what {@code precision} says is known
 * @param precision {@code day}, {@code month} or {@code year}
 * @param source address
 * @param until since when it is no longer so, as precisely as known: 2025-07-01, 2025-07, 2025;
 *     absent if it still is, as far as is known
 */
public record Citation(LocalDate date, String precision, String source, Optional<String> until) {
  /** Whether something else has taken its place. */
  public boolean superseded() {
    return until.isPresent();
  }
}
