package worthwhile.pay;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import worthwhile.text.pay.WorkTime;

/**
 * The time that a title or description says a task takes: "a 10-minute survey", "takes about 5
 * minutes". Limits ("you have 60 minutes"), dates ("paid within 24 hours") and lengths of
 * recordings ("a 3 minute video") are none.
 */
final class StatedTime {
  private static final int LONGEST_TEXT = 4000;
  private static final String BETWEEN = " . ";

  private StatedTime() {}

  /** Seconds, the geometric middle of a range; absent if nothing is said. */
  static OptionalDouble of(String title, @Nullable String description) {
    String head = cut(title, LONGEST_TEXT);
    OptionalDouble said = WorkTime.ofTitle(head);
    if (said.isPresent() || description == null) return said;
    int rest = LONGEST_TEXT - head.length() - BETWEEN.length();
    return rest > 0 ? WorkTime.of(cut(description, rest)) : said;
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
