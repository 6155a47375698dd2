package worthwhile.text;

import java.util.Objects;
import worthwhile.posting.Sentences;

/** What a failure says of itself, in words; never null, as a failure's own message may be. */
public final class FailureText {
  private FailureText() {}

  /** The message of a failure; if it has none, the name of its kind, such as IOException. */
  public static String of(Throwable failure) {
    return Objects.requireNonNullElseGet(failure.getMessage(), () -> kind(failure.getClass()));
  }

  /** The same for who reads a page, in her language where it is one of the catalogue's. */
  public static String said(Throwable failure) {
    if (failure instanceof WordsRefused refused) return refused.said();
    if (failure.getCause() instanceof WordsRefused refused) return refused.said();
    String told = of(failure);
    Sentences spoken = Sentences.spoken();
    return spoken.wordedKey(told).map(spoken::words).orElse(told);
  }

  /** The name of a class, of one without a name that of the class it extends. */
  private static String kind(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return type.isAnonymousClass() && above != null ? kind(above) : type.getSimpleName();
  }
}
