package worthwhile.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import worthwhile.posting.Assessment;

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

  /** How grave the gravest warning is: 0 without any, 3 for a danger. */
  static long gravest(Assessment assessment) {
    return assessment.warnings().stream()
        .mapToLong(warning -> warning.severity().ordinal() + 1L)
        .max()
        .orElse(0);
  }
}
