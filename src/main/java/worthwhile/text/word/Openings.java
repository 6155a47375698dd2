package worthwhile.text.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a pattern finds may begin: its first characters, without regard to case. Where none of
 * them stands the pattern need not be tried.
 */
final class Openings {
  private static final int LONGEST = 3;

  /** More are not worth their room: shorter ones are taken then. */
  private static final int MOST = 1_000;

  private static final int ASCII = 128;
  private static final char[] PLAIN = new char[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) PLAIN[c] = Fold.of(c);
    for (char c : "0123456789".toCharArray()) PLAIN[c] = '0';
    for (char c : "\t\n\u000B\f\r".toCharArray()) PLAIN[c] = ' ';
  }

  /** What may follow the characters up to here. */
  private static final class Node {
    private final int depth;
    private char[] letters = {};
    private Node[] nodes = {};

    /** Whether no more is known of what follows, or nothing needs to. */
    private boolean last;

    Node(int depth) {
      this.depth = depth;
    }

    @Nullable Node next(char c) {
      for (int i = 0; i < letters.length; i++) if (letters[i] == c) return nodes[i];
      return null;
    }

    Node grown(char c) {
      Node known = next(c);
      if (known != null) return known;
      Node grown = new Node(depth + 1);
      letters = Arrays.copyOf(letters, letters.length + 1);
      nodes = Arrays.copyOf(nodes, nodes.length + 1);
      letters[letters.length - 1] = c;
      nodes[nodes.length - 1] = grown;
      return grown;
    }
  }

  private final Node root = new Node(0);
  private final @Nullable Node[] first = new @Nullable Node[ASCII];
  private final int longest;
  private int size;

  private Openings(List<List<Piece>> choices, int longest) {
    this.longest = longest;
    end(any(choices, List.of(root)));
    if (size > MOST) root.last = true;
    for (char c = 0; c < ASCII; c++) first[c] = root.next(PLAIN[c]);
  }

  /** How what the alternatives of a pattern find may begin. */
  static Openings of(List<List<Piece>> choices) {
    int longest = LONGEST;
    Openings openings = new Openings(choices, longest);
    while (openings.size > MOST && longest > 1) openings = new Openings(choices, --longest);
    return openings;
  }

  /** Whether a match may begin at a place of the text; false only where none can. */
  boolean at(String text, int place) {
    if (root.last) return true;
    if (place == text.length()) return false;
    char c = text.charAt(place);
    Node node = c < ASCII ? first[c] : root.next(alike(c));
    for (int at = place + 1; node != null && !node.last; at++)
      node = at == text.length() ? null : node.next(alike(text.charAt(at)));
    return node != null;
  }

  /** One digit for any, one blank for any: they would be too many. */
  static char alike(char c) {
    return c < ASCII ? PLAIN[c] : Fold.of(c);
  }

  /** Where the nodes are from which alternatives go on that begin at some others. */
  private List<Node> any(List<List<Piece>> choices, List<Node> from) {
    List<Node> all = new ArrayList<>();
    for (List<Piece> choice : choices) {
      List<Node> grown = from;
      for (Piece piece : choice) grown = after(piece, grown);
      add(all, grown);
    }
    return all;
  }

  private List<Node> after(Piece piece, List<Node> from) {
    if (from.isEmpty() || size > MOST) return from;
    return switch (piece) {
      case Piece.Letter letter -> with(from, String.valueOf(letter.letter()));
      case Piece.Mark mark when !mark.width() -> from;
      case Piece.Mark mark -> mark.letters().map(all -> with(from, all)).orElseGet(() -> end(from));
      case Piece.Group group -> group.looks() ? from : any(group.choices(), from);
      case Piece.Repeated repeated -> repeated(repeated, from);
    };
  }

  /** Each number of times that leaves room for more characters. */
  private List<Node> repeated(Piece.Repeated repeated, List<Node> from) {
    List<Node> all = new ArrayList<>(repeated.least() == 0 ? from : List.of());
    List<Node> last = from;
    for (int time = 1; time <= (repeated.once() ? 1 : longest); time++) {
      last = after(repeated.piece(), last);
      if (time >= repeated.least()) add(all, last);
    }
    if (!repeated.once()) end(last);
    return all;
  }

  private List<Node> with(List<Node> from, String letters) {
    List<Node> all = new ArrayList<>();
    for (Node node : from) {
      if (node.last) continue;
      int known = node.nodes.length;
      for (int i = 0; i < letters.length(); i++) {
        Node next = node.grown(alike(letters.charAt(i)));
        if (next.depth == longest) next.last = true;
        else if (!all.contains(next)) all.add(next);
      }
      size += node.nodes.length - known;
    }
    return all;
  }

  private static void add(List<Node> all, List<Node> more) {
    for (Node node : more) if (!all.contains(node)) all.add(node);
  }

  /** No more is known here; nothing goes on. */
  private static List<Node> end(List<Node> nodes) {
    for (Node node : nodes) node.last = true;
    return List.of();
  }
}
