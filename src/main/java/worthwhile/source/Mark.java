package worthwhile.source;

import java.util.Optional;

/** A sign on a page that says what the page is. */
public sealed interface Mark {
  /** An element that is there. */
  record Element(Css css) implements Mark {}

  /** A JSON value that is there, or equals a text. */
  record Json(Pointer pointer, Optional<String> equals) implements Mark {}
}
