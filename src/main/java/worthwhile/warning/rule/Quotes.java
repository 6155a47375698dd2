package worthwhile.warning.rule;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The piece of a text that shows what a warning rests on. */
final class Quotes {
  private static final int LONGEST = 240;
  private static final Comparator<Sign> BY_LENGTH =
      Comparator.comparingInt(sign -> sign.end() - sign.start());

  private Quotes() {}

  /**
   * From the first sign to the last, if that is not too long; else the most important one with
   * those that fit beside it, or where none does the longest alone. Null if none of them stands in
   * the text.
   */
  static @Nullable String of(List<Sign> all, String text) {
    List<Sign> signs = all.stream().filter(sign -> sign.end() > sign.start()).toList();
    if (signs.isEmpty()) return null;
    Piece main = Piece.of(signs.getFirst());
    Piece piece = main;
    for (Sign sign : signs) {
      Piece wider = piece.with(sign);
      if (wider.fits(text)) piece = wider;
    }
    if (piece.equals(main)) piece = Piece.of(signs.stream().max(BY_LENGTH).orElseThrow());
    return piece.in(text);
  }

  /** A piece of a text by its places. */
  private record Piece(int start, int end) {
    static Piece of(Sign sign) {
      return new Piece(sign.start(), sign.end());
    }

    Piece with(Sign sign) {
      return new Piece(Math.min(start, sign.start()), Math.max(end, sign.end()));
    }

    /** Whether it may be shown as one: not too long and of one field. */
    boolean fits(String text) {
      return end - start <= LONGEST && !text.substring(start, end).contains("\n\n");
    }

    /** What stands there, with the sign of percent that belongs to its last number. */
    String in(String text) {
      if (end - start > LONGEST) return Characters.beginning(text.substring(start, end), LONGEST);
      boolean percent = end < text.length() && Characters.isPercent(text.charAt(end));
      return text.substring(start, percent ? end + 1 : end);
    }
  }
}
