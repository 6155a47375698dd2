package worthwhile.site.moderation;

import worthwhile.posting.Sentences;
import worthwhile.posting.word.Worded;
import worthwhile.site.view.Labels;

/** Words of this room's pages, from the catalogue. */
public final class ModerationWords {
  private ModerationWords() {}

  /** Words by the end of their key. */
  public static String of(String key) {
    return Labels.part("moderation." + key);
  }

  /** Words for a constant, such as a kind of flag. */
  public static String of(String group, Worded word) {
    return of(group + "." + word.word());
  }

  /** What was done, as the log tells it; an action of a later version in its own word. */
  static String action(String action) {
    return Sentences.spoken()
        .part("moderation.action." + action)
        .orElseGet(() -> action.replace('-', ' '));
  }
}
