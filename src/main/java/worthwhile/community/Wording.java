package worthwhile.community;

import java.util.Optional;
import worthwhile.text.CleanText;

/**
 * Words of people, as they are stored: without what cannot be seen, and not longer than allowed.
 */
final class Wording {
  /** The longest reason of a vote, a dispute or an appeal, in characters. */
  static final int LONGEST_REASON = 1_000;

  private Wording() {}

  /** Words with their paragraphs; absent if there are none. */
  static Optional<String> optional(String name, Optional<String> words, int longest) {
    Optional<String> seen =
        words.map(text -> CleanText.visible(text).strip()).filter(text -> !text.isEmpty());
    if (seen.filter(text -> text.length() > longest).isPresent())
      throw new IllegalArgumentException(
          name + ": at most " + longest + " characters. Shorten it and send it again.");
    return seen;
  }

  /** Words with their paragraphs, which must be there. */
  static String required(String name, String words, int longest) {
    return optional(name, Optional.of(words), longest)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + ": say something, in 1 to " + longest + " characters."));
  }

  /** Words in one line, which must be there: the log has one line for each act. */
  static String line(String name, String words, int longest) {
    return required(name, words, longest).replaceAll("\\s+", " ");
  }
}
