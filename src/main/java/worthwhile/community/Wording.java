package worthwhile.community;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.text.CleanText;
import worthwhile.text.PersonMarks;
import worthwhile.text.WordsRefused;
import worthwhile.warning.Warnings;

/**
 * Words of people, as they are stored: without what cannot be seen, and not longer than allowed.
 */
final class Wording {
  /** The longest reason of a vote, a dispute or an appeal, in characters. */
  static final int LONGEST_REASON = 1_000;

  private Wording() {}

  /** Made when words are first looked at. */
  private static final class Watch {
    private static final Warnings WARNINGS = Warnings.knowing(List.of());
  }

  /**
   * Words that others are to read, looked at for what leads to one person, offers to get lost money
   * back, accounts for rent, contacts and links that invite. They are refused with the piece that
   * is meant, so that whoever only told of such an offer can say it otherwise; nothing is held back
   * in silence.
   */
  static String harmless(String name, String words) {
    Watch.WARNINGS.ofStatement(words).stream()
        .filter(warning -> warning.severity() != Warning.Severity.NOTE)
        .findFirst()
        .ifPresent(
            warning -> refuse(name, Reason.of("words-offer").with("piece", warning.quote())));
    PersonMarks.first(words)
        .ifPresent(piece -> refuse(name, Reason.of("words-person").with("piece", piece)));
    return words;
  }

  private static void refuse(String name, Reason why) {
    throw new WordsRefused(name, why);
  }

  /** Words with their paragraphs; absent if there are none. */
  static Optional<String> optional(String name, Optional<String> words, int longest) {
    Optional<String> seen =
        words.map(text -> CleanText.visible(text).strip()).filter(text -> !text.isEmpty());
    if (seen.filter(text -> text.length() > longest).isPresent())
      refuse(name, Reason.of("words-long").with("most", longest));
    return seen;
  }

  /** Words with their paragraphs, which must be there. */
  static String required(String name, String words, int longest) {
    return optional(name, Optional.of(words), longest)
        .orElseThrow(
            () -> new WordsRefused(name, Reason.of("words-missing").with("most", longest)));
  }

  /** Words in one line, which must be there: the log has one line for each act. */
  static String line(String name, String words, int longest) {
    return required(name, words, longest).replaceAll("\\s+", " ");
  }
}
