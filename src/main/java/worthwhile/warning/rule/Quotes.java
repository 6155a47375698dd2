package worthwhile.warning.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The piece of a text that shows what a warning rests on. */
final class Quotes {
  private static final int LONGEST = 240;

  private Quotes() {}

  /**
   * From the first sign to the last, if that is not too long; else the first sign alone. Null if
   * none of them stands in the text.
   */
  static @Nullable String of(List<Sign> all, String text) {
    List<Sign> signs = all.stream().filter(sign -> sign.end() > sign.start()).toList();
    if (signs.isEmpty()) return null;
    int start = signs.stream().mapToInt(Sign::start).min().orElse(0);
    int end = signs.stream().mapToInt(Sign::end).max().orElse(0);
    if (end - start > LONGEST || text.substring(start, end).contains("\n\n")) {
      start = signs.getFirst().start();
      end = Math.min(signs.getFirst().end(), start + LONGEST);
    }
    return text.substring(start, end);
  }
}
