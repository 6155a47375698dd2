package worthwhile.text;

import java.util.Optional;

/** The language a text is written in. */
public final class Languages {
  private Languages() {}

  /** ISO 639-1 code; absent if the text is too short or not certain. */
  public static Optional<String> of(String text) {
    throw new UnsupportedOperationException();
  }
}
