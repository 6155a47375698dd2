package worthwhile.warning.domain;

import java.util.Map;
import java.util.Set;

/**
 * What stands behind the name in a domain: {@code com}, {@code co.uk}, {@code pages.dev}.
 *
 * @param text without a dot before it
 */
record Ending(String text) {
  private static final Map<String, Set<String>> TABLE = WordTable.byHead("endings.txt");

  /** Whether it is sold for next to nothing, and seen in lures. */
  boolean cheap() {
    return WordTable.words(TABLE, "cheap").contains(text);
  }

  /** Whether it is a country's, and used as such. */
  boolean national() {
    String last = last();
    return last.length() == 2 && !WordTable.words(TABLE, "nowhere").contains(text) && !cheap();
  }

  /** Whether universities, schools and offices have it. */
  boolean institutional() {
    for (String part : text.split("\\."))
      if (WordTable.words(TABLE, "institutions").contains(part)) return true;
    return false;
  }

  /** Whether only the bearer of a name may have it with the name. */
  boolean reservedFor(String label) {
    return text.equals("jobs") || text.equals(label);
  }

  private String last() {
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
