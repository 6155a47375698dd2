package worthwhile.search;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a task that fits a search stands apart from those of which that is sure; the later one counts
 * where several hold. What stands apart comes last, or not at all where the search leaves it out.
 */
public enum Apart {
  /** A country was asked for and none is stated. */
  COUNTRY_NOT_STATED,
  /** Pay was asked for and is not known. */
  PAY_UNKNOWN,
  /** No place is left. */
  FULL,
  /** Its last day is over, though its source still lists it. */
  ENDED,
  /** It is closed. */
  CLOSED;

  /** Its bit in a set of them. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The name in the API: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that counts of a set; absent if the set is empty. */
  public static Optional<Apart> of(int set) {
    return set == 0 ? Optional.empty() : Optional.of(values()[rank(set) - 1]);
  }

  /** Where a set of them stands in a list: 0 if it is empty, else the later the higher. */
  public static int rank(int set) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(set);
  }

  /** Those that a search leaves out, as a set. */
  public static int leftOut(SearchQuery query) {
    int set = query.all() ? 0 : FULL.bit() | ENDED.bit() | CLOSED.bit();
    if (query.onlyNamed()) set |= COUNTRY_NOT_STATED.bit();
    return query.includeUnknownPay() ? set : set | PAY_UNKNOWN.bit();
  }
}
