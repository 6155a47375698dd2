package worthwhile.warning.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words by their letters, so that one walk over a word tells whether it is known and which known
 * beginnings it has. A word that nobody knows is left after a few letters.
 */
final class LetterTree {
  /** Stands for no number. */
  static final int NONE = -1;

  /** Where a walk along the letters of a word has come to. */
  static final class Place {
    private char lowest;
    private @Nullable Place[] next = {};
    private int word = NONE;
    private int beginning = NONE;

    /** Where one more letter leads; null if no known word goes on so. */
    @Nullable Place next(char letter) {
      int at = letter - lowest;
      return at >= 0 && at < next.length ? next[at] : null;
    }

    /** The number of the word that ends here; {@link #NONE} if none does. */
    int word() {
      return word;
    }

    /** The number of the beginning that ends here; {@link #NONE} if none does. */
    int beginning() {
      return beginning;
    }

    private Place grown(char letter) {
      makeRoom(letter);
      Place known = next[letter - lowest];
      if (known != null) return known;
      Place grown = new Place();
      next[letter - lowest] = grown;
      return grown;
    }

    private void makeRoom(char letter) {
      if (next.length == 0) lowest = letter;
      if (letter < lowest) {
        @Nullable Place[] more = new @Nullable Place[next.length + lowest - letter];
        System.arraycopy(next, 0, more, lowest - letter, next.length);
        next = more;
        lowest = letter;
      }
      if (letter - lowest >= next.length) next = Arrays.copyOf(next, letter - lowest + 1);
    }
  }

  private final Place root = new Place();

  /** Where walks begin. */
  Place root() {
    return root;
  }

  /** Takes in a whole word. */
  void putWord(String word, int number) {
    end(word).word = number;
  }

  /** Takes in what words may begin with. */
  void putBeginning(String beginning, int number) {
    end(beginning).beginning = number;
  }

  private Place end(String letters) {
    Place place = root;
    for (int i = 0; i < letters.length(); i++) place = place.grown(letters.charAt(i));
    return place;
  }

  /** Where these letters lead from a place; null if no known word goes on so. */
  static @Nullable Place walk(Place from, String letters) {
    Place place = from;
    for (int i = 0; i < letters.length(); i++) {
      place = place.next(letters.charAt(i));
      if (place == null) return null;
    }
    return place;
  }
}
