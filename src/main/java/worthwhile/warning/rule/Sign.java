package worthwhile.warning.rule;

import java.util.Map;

/**
 * Something that a text holds and a rule may build on.
 *
 * @param cue what it is, by the name that the rules give it
 * @param start where it begins in the text, in characters
 * @param end behind where it ends
 * @param named what a sentence about it has to name, by the names in the catalogue
 */
public record Sign(String cue, int start, int end, Map<String, Object> named) {
  public Sign {
    if (start < 0 || end < start)
      throw new IllegalArgumentException(cue + " from " + start + " to " + end);
    named = Map.copyOf(named);
  }

  /** A sign about which nothing has to be named. */
  static Sign of(String cue, int start, int end) {
    return new Sign(cue, start, end, Map.of());
  }
}
