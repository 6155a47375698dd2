package worthwhile.schedule;

import worthwhile.posting.word.Worded;

/** How a source fares, judged by its last runs. */
public enum SourceCondition implements Worded {
  /** Never run. */
  NEW,
  /** The last run told what is on offer. */
  OK,
  /** The last run did not, and it is tried again soon. */
  FAILING,
  /** It refuses us, or we may not ask; it is tried again after days. */
  SUSPENDED,
  /** It no longer looks as its definition says; it is tried once a day until somebody mends it. */
  QUARANTINED,
  /** It asked to be left alone for a while. */
  PARKED,
  /** The operator has switched it off: it is not run. */
  OFF;

  /**
   * The condition of this word.
   *
   * @throws IllegalArgumentException naming the words that there are
   */
  public static SourceCondition of(String word) {
    return Worded.of(SourceCondition.class, word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "condition \""
                        + word
                        + "\"; there are "
                        + Worded.words(SourceCondition.class)));
  }
}
