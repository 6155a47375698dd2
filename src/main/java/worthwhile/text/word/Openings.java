package worthwhile.text.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what a pattern finds may begin: its first characters, without regard to case. Where none of
 * them stands the pattern need not be tried.
 */
final class Openings {
  private static final int LONGEST = 3;

  private static final String BLANKS = " \t\n\u000B\f\r";

  /** More are not worth their room: shorter ones are taken then. */
  private static final int MOST = 1_000;

  /** First characters, and whether those that follow are known to belong to them. */
  private record Head(String text, boolean grows) {
    Head with(char c, int longest) {
      String longer = text + alike(c);
      return new Head(longer, longer.length() < longest);
    }

    Head closed() {
      return new Head(text, false);
    }
  }

  /** What may follow the characters up to here. */
  private static final class Node {
    private final @Nullable Node[] plain = new @Nullable Node[128];
    private final Map<Character, Node> others = new HashMap<>();
    private boolean last;

    @Nullable Node next(char c) {
      return c < plain.length ? plain[c] : others.get(c);
    }

    Node grown(char c) {
      Node next = next(c);
      if (next != null) return next;
      Node grown = new Node();
      if (c < plain.length) plain[c] = grown;
      else others.put(c, grown);
      return grown;
    }
  }

  private final Node root = new Node();

  private Openings(Set<Head> heads) {
    for (Head head : heads) {
      Node node = root;
      for (char c : head.text.toCharArray()) node = node.grown(c);
      node.last = true;
    }
  }

  static Openings of(String regex) {
    List<List<Piece>> choices = Pieces.of(regex);
    for (int longest = LONGEST; longest > 0; longest--) {
      Set<Head> heads = any(choices, Set.of(new Head("", true)), longest);
      if (heads.size() <= MOST) return new Openings(heads);
    }
    return new Openings(Set.of(new Head("", false)));
  }

  /** Whether a match may begin at a place of the text; false only where none can. */
  boolean at(String text, int place) {
    Node node = root;
    int at = place;
    while (!node.last) {
      if (at == text.length()) return false;
      Node next = node.next(alike(text.charAt(at++)));
      if (next == null) return false;
      node = next;
    }
    return true;
  }

  private static Set<Head> any(List<List<Piece>> choices, Set<Head> heads, int longest) {
    Set<Head> all = new HashSet<>();
    for (List<Piece> choice : choices) {
      Set<Head> grown = heads;
      for (Piece piece : choice) grown = after(piece, grown, longest);
      all.addAll(grown);
      if (all.size() > MOST) return all;
    }
    return all;
  }

  private static Set<Head> after(Piece piece, Set<Head> heads, int longest) {
    if (heads.size() > MOST || !grow(heads)) return heads;
    return switch (piece) {
      case Piece.Letter letter -> with(heads, String.valueOf(letter.letter()), longest);
      case Piece.Mark mark when !mark.width() -> heads;
      case Piece.Mark mark ->
          mark.letters().isPresent() ? with(heads, mark.letters().get(), longest) : closed(heads);
      case Piece.Group group -> group.looks() ? heads : any(group.choices(), heads, longest);
      case Piece.Repeated repeated -> repeated(repeated, heads, longest);
    };
  }

  private static boolean grow(Set<Head> heads) {
    for (Head head : heads) if (head.grows) return true;
    return false;
  }

  /** Each number of times that leaves room for more characters. */
  private static Set<Head> repeated(Piece.Repeated repeated, Set<Head> heads, int longest) {
    Set<Head> all = new HashSet<>(repeated.least() == 0 ? heads : Set.of());
    Set<Head> last = heads;
    for (int time = 1; time <= (repeated.once() ? 1 : longest); time++) {
      last = after(repeated.piece(), last, longest);
      if (time >= repeated.least()) all.addAll(last);
      if (all.size() > MOST) return all;
    }
    if (!repeated.once()) all.addAll(closed(last));
    return all;
  }

  /** One digit for any, one blank for any: they would be too many. */
  static char alike(char c) {
    if (c >= '0' && c <= '9') return '0';
    return BLANKS.indexOf(c) >= 0 ? ' ' : Fold.of(c);
  }

  private static Set<Head> with(Set<Head> heads, String letters, int longest) {
    Set<Head> all = new HashSet<>();
    for (Head head : heads)
      if (!head.grows) all.add(head);
      else
        for (int i = 0; i < letters.length(); i++) all.add(head.with(letters.charAt(i), longest));
    return all;
  }

  private static Set<Head> closed(Set<Head> heads) {
    Set<Head> closed = new HashSet<>();
    for (Head head : heads) closed.add(head.closed());
    return closed;
  }
}
