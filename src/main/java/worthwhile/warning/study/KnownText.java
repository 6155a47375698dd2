package worthwhile.warning.study;

import java.util.List;

/**
 * A posting of which is known what it was.
 *
 * @param words of all its fields, as the model reads them
 * @param without the words without the employer's profile and the benefits; empty if they cannot be
 *     told apart
 * @param origin which of the data it is from
 */
record KnownText(List<String> words, List<String> without, boolean fraud, Origin origin) {
  /** What kind of data a posting is from. */
  enum Origin {
    /** Half of them frauds. */
    BALANCED,
    /** Whole rows, with their fields apart. */
    ROWS,
    /** Tasks that are known to be genuine; they are learned from, and not measured with. */
    TASKS
  }
}
