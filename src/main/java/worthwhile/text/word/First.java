package worthwhile.text.word;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The first characters of what alternatives may find, as {@link Openings#alike} tells them. */
final class First {
  private static final Piece WORD_EDGE = new Piece.Mark("\\b", false, Optional.empty());

  private final BitSet letters = new BitSet();
  private boolean known = true;

  private First() {}

  /** All that the alternatives may begin with; empty if that is not known. */
  static BitSet of(List<List<Piece>> choices) {
    First first = new First();
    boolean nothing = first.any(choices);
    return first.known && !nothing ? first.letters : new BitSet();
  }

  /** Whether each alternative asks for the beginning of a word and for a plain letter there. */
  static boolean isAtWordStart(List<List<Piece>> choices) {
    for (List<Piece> choice : choices) {
      if (choice.size() < 2 || !choice.getFirst().equals(WORD_EDGE)) return false;
      BitSet letters = of(List.of(choice.subList(1, choice.size())));
      if (letters.isEmpty() || !letters.stream().allMatch(First::isPlain)) return false;
    }
    return true;
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Whether one of the alternatives may find nothing, so that what follows comes first. */
  private boolean any(List<List<Piece>> choices) {
    boolean nothing = false;
    for (List<Piece> choice : choices) nothing |= all(choice);
    return nothing;
  }

  private boolean all(List<Piece> pieces) {
    for (Piece piece : pieces) if (!isPassed(piece)) return false;
    return true;
  }

  private boolean isPassed(Piece piece) {
    return switch (piece) {
      case Piece.Letter letter -> put(letter.letter());
      case Piece.Mark mark when !mark.width() -> true;
      case Piece.Mark mark -> put(mark);
      case Piece.Group group -> group.looks() || any(group.choices());
      case Piece.Repeated repeated -> isPassed(repeated.piece()) || repeated.least() == 0;
    };
  }

  private boolean put(Piece.Mark mark) {
    known &= mark.letters().isPresent();
    String letters = mark.letters().orElse("");
    for (int i = 0; i < letters.length(); i++) put(letters.charAt(i));
    return false;
  }

  private boolean put(char letter) {
    letters.set(Openings.alike(letter));
    return false;
  }
}
