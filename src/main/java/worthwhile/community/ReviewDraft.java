package worthwhile.community;

import java.util.Optional;
import worthwhile.reputation.statement.Review;
import worthwhile.text.CleanText;

/**
 * What somebody wants to say of a task, a requester or a platform.
 *
 * @param text absent if there is none; what cannot be seen is taken out of it
 */
public record ReviewDraft(Review.Facts facts, Optional<String> text) {
  public ReviewDraft {
    text = text.map(words -> CleanText.visible(words).strip()).filter(words -> !words.isEmpty());
    text.ifPresent(words -> Wording.harmless("text", words));
    if (text.filter(words -> words.length() > Review.LONGEST_TEXT).isPresent())
      throw new IllegalArgumentException(
          "text: at most " + Review.LONGEST_TEXT + " characters. Shorten it.");
  }

  /** What a review says. */
  public static ReviewDraft of(Review review) {
    return new ReviewDraft(review.facts(), review.text());
  }
}
