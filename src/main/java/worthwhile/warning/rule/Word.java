package worthwhile.warning.rule;

/**
 * A piece of a text in plain letters.
 *
 * @param text in small letters without accents; of a link its host and path
 * @param start of what stands in the original, in characters
 * @param end behind what stands in the original
 * @param sentence number of the sentence that it stands in
 * @param clause number of the part of it between commas, colons and dashes
 * @param vietnamese whether it has letters that only Vietnamese has: without them "mặt" is "mat"
 */
record Word(
    String text, Kind kind, int start, int end, int sentence, int clause, boolean vietnamese) {
  /** In no language by its letters. */
  Word(String text, Kind kind, int start, int end, int sentence, int clause) {
    this(text, kind, start, end, sentence, clause, false);
  }

  /** The same place in other letters. */
  Word as(String plain) {
    return new Word(plain, kind, start, end, sentence, clause, vietnamese);
  }

  /** What stands from this word to the end of a later one, as one. */
  Word to(Word last, String plain, Kind as) {
    return new Word(plain, as, start, last.end, sentence, clause, vietnamese);
  }
}
