package worthwhile.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The gravest warning that a posting may carry to be found. */
public enum SeverityLimit {
  /** No warning at all. */
  NONE,
  /** Notes only. */
  NOTE,
  /** Everything but dangers. */
  CAUTION;

  /** As written in a search. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The limit that a word means. */
  static Optional<SeverityLimit> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
