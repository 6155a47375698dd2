package worthwhile.posting.word;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of each kind, put together once: rows of the database are read by them. */
final class KnownWords {
  private static final ClassValue<Map<String, Worded>> ALL =
      new ClassValue<>() {
        @Override
        protected Map<String, Worded> computeValue(Class<?> kind) {
          return Arrays.stream(kind.getEnumConstants())
              .map(Worded.class::cast)
              .collect(Collectors.toUnmodifiableMap(Worded::word, Function.identity()));
        }
      };

  private KnownWords() {}

  /** The values of a kind by their words. */
  static Map<String, Worded> of(Class<? extends Worded> kind) {
    return ALL.get(kind);
  }
}
