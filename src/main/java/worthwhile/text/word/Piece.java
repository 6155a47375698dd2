package worthwhile.text.word;

import java.util.List;
import java.util.Optional;

/**
 * A part of a regular expression, as far as one need know to join alternatives that begin alike.
 */
sealed interface Piece {
  /** One character that stands for itself, written as it is in {@code source}. */
  record Letter(char letter, String source) implements Piece {}

  /**
   * A class, an escape or an anchor.
   *
   * @param width whether it takes a character; an anchor takes none
   * @param letters the characters that it stands for, where they are few and known
   */
  record Mark(String source, boolean width, Optional<String> letters) implements Piece {}

  /**
   * What stands in brackets, also where it only looks ahead or behind.
   *
   * @param open the opening bracket with what says of what kind it is
   */
  record Group(String open, List<List<Piece>> choices) implements Piece {
    boolean looks() {
      return open.startsWith("(?=")
          || open.startsWith("(?!")
          || open.startsWith("(?<=")
          || open.startsWith("(?<!");
    }

    /** Whether it is counted, so that its place among others matters. */
    boolean isNumbered() {
      return open.equals("(");
    }
  }

  /**
   * A piece with how often it stands.
   *
   * @param least 0 or more
   * @param once whether it stands once at most
   */
  record Repeated(Piece piece, String quantifier, int least, boolean once) implements Piece {}
}
