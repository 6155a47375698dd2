package worthwhile.posting.word;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A value that is written as its name in small letters with hyphens, such as {@code too-fast}. */
public interface Worded {
  String name();

  /** As written in requests, answers and the database. */
  default String word() {
    return word(name());
  }

  /** The word of a constant whose kind is not read back from words. */
  static String wordOf(Enum<?> constant) {
    return word(constant.name());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of a kind that a word means, in any letter case; absent if it means none. */
  static <E extends Enum<E> & Worded> Optional<E> of(Class<E> kind, String word) {
    return Optional.ofNullable(word)
        .map(said -> said.strip().toLowerCase(Locale.ROOT))
        .map(KnownWords.of(kind)::get)
        .map(kind::cast);
  }

  /** All words of a kind, for a message that lists what is allowed. */
  static <E extends Enum<E> & Worded> String words(Class<E> kind) {
    return String.join(", ", Arrays.stream(kind.getEnumConstants()).map(Worded::word).toList());
  }
}
