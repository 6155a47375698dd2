package worthwhile.community;

import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.Review;
import worthwhile.text.CleanText;
import worthwhile.text.WordsRefused;

/**
 * What somebody wants to say of a task, a requester or a platform.
 *
 * @param text absent if there is none; what cannot be seen is taken out of it
 */
public record ReviewDraft(Review.Facts facts, Optional<String> text) {
  public ReviewDraft {
    text = text.map(words -> CleanText.visible(words).strip()).filter(words -> !words.isEmpty());
    if (text.filter(words -> words.length() > Review.LONGEST_TEXT).isPresent())
      throw new WordsRefused("text", Reason.of("words-long").with("most", Review.LONGEST_TEXT));
  }

  /**
   * The same, whose words are new and are for others to read; IllegalArgumentException with the
   * piece that is meant where they hold an offer, a contact or an invitation. Words that stood
   * before are not looked at again: correcting an outcome is never refused for them.
   */
  public ReviewDraft written(Optional<ReviewDraft> before) {
    boolean stood = before.filter(old -> old.text().equals(text)).isPresent();
    if (!stood) text.ifPresent(words -> Wording.harmless("text", words));
    return this;
  }

  /** What a review says. */
  public static ReviewDraft of(Review review) {
    return new ReviewDraft(review.facts(), review.text());
  }
}
