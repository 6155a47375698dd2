package worthwhile.text;

import worthwhile.posting.Reason;

/** What somebody wrote is not taken; programs are told in English, people in their language. */
public final class WordsRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  /**
   * A refusal.
   *
   * @param field as programs name it
   */
  public WordsRefused(String field, Reason why) {
    super(field + ": " + why.text());
    this.why = why;
  }

  /** Why, in the language of whoever is answered. */
  String said() {
    return why.said();
  }
}
