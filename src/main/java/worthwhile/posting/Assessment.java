package worthwhile.posting;

/**
 * What we make of a posting. It is stored beside the posting, so that new evidence, a new rate or a
 * new rule rewrites neither the posting nor its history.
 *
 * @param pay what it pays per hour, with the day of its newest evidence; null if that is not known
 */
public record Assessment(Pay pay) {
  /** Nothing is known. */
  public static final Assessment NONE = new Assessment(null);
}
