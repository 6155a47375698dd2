package worthwhile.community;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Warning;
import worthwhile.text.CleanText;
import worthwhile.text.PersonMarks;
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
            warning -> {
              throw new IllegalArgumentException(
                  """
                  %s: “%s” reads like an offer, a contact or an invitation to others (%s). Leave it \
                  out and send it again; if you tell what somebody asked of you, say so."""
                      .formatted(name, warning.quote(), warning.text()));
            });
    PersonMarks.first(words)
        .ifPresent(
            piece -> {
              throw new IllegalArgumentException(
                  """
                  %s: “%s” leads to a person (an address, a phone, or a worker's id on a platform). \
                  Others can read this. Leave it out and send it again."""
                      .formatted(name, piece));
            });
    return words;
  }

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
