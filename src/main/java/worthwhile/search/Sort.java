package worthwhile.search;

import java.util.Locale;
import java.util.Optional;

/**
 * Orders of a result list. Unknown values come last in every order; equal ones stand by their ids,
 * so that pages never overlap.
 */
public enum Sort {
  /** Best match first, helped gently by freshness and by pay per hour. */
  RELEVANCE,
  /** Highest net pay per hour first. */
  HOURLY,
  /** Newest first. */
  NEWEST,
  /** Highest amount for one task or project first. */
  REWARD,
  /** What ends soonest first; what has ended already comes last, with what has no end. */
  ENDING,
  /**
   * The highest {@link Worth} first, times the {@link Fit} of who asks where that is known: net pay
   * times chance times fit.
   */
  BEST;

  /** The name in a URL: lower case. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Sort> of(String parameter) {
    for (Sort sort : values())
      if (sort.parameter().equals(parameter.toLowerCase(Locale.ROOT))) return Optional.of(sort);
    return Optional.empty();
  }
}
