package worthwhile.warning.rule;

/**
 * A piece of a text in plain letters.
 *
 * @param text in small letters without accents; of a link its host and path
 * @param start of what stands in the original, in characters
 * @param end behind what stands in the original
 * @param sentence number of the sentence that it stands in
 * @param clause number of the part of it between commas, colons and dashes
 */
record Word(String text, Kind kind, int start, int end, int sentence, int clause) {
  /** The same place in other letters. */
  Word as(String plain) {
    return new Word(plain, kind, start, end, sentence, clause);
  }

  /** What stands from this word to the end of a later one, as one. */
  Word to(Word last, String plain, Kind as) {
    return new Word(plain, as, start, last.end, sentence, clause);
  }
}
