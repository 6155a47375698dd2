package worthwhile.text;

import java.util.Objects;

/** What a failure says of itself, in words; never null, as a failure's own message may be. */
public final class FailureText {
  private FailureText() {}

  /** The message of a failure; the name of its kind if it has none. */
  public static String of(Throwable failure) {
    return Objects.requireNonNullElseGet(
        failure.getMessage(), () -> failure.getClass().getSimpleName());
  }
}
