package worthwhile.reputation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many of some had something in common.
 *
 * @param hits those that had
 * @param of all of them
 */
public record CountedShare(int hits, int of) {
  public CountedShare {
    if (hits < 0 || hits > of)
      throw new IllegalArgumentException(hits + " of " + of + " is no share");
  }

  /** From 0 to 1, to three places; absent of none. */
  public Optional<BigDecimal> share() {
    return of == 0 ? Optional.empty() : Optional.of(WilsonInterval.rounded((double) hits / of));
  }

  /** Its 90% interval; absent of none. */
  public Optional<WilsonInterval> interval() {
    return of == 0 ? Optional.empty() : Optional.of(WilsonInterval.of((double) hits / of, of));
  }
}
