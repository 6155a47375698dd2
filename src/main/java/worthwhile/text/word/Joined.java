package worthwhile.text.word;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a regular expression anew, alternatives that begin alike joined: "win|wins|worth" becomes
 * "w(?:in(?:|s)|orth)". It finds the same at the same places, groups and all: alternatives that
 * begin otherwise exclude each other, and those that begin alike keep their order.
 */
final class Joined {
  /** So many different beginnings are worth a look ahead. */
  private static final int MANY = 4;

  private static final int ASCII = 128;

  /** Which letters are held for the same. */
  private record Case(boolean caseless, boolean unicode) {
    char key(char letter) {
      if (!caseless) return letter;
      boolean capital = letter >= 'A' && letter <= 'Z';
      return unicode ? Fold.of(letter) : capital ? (char) (letter - 'A' + 'a') : letter;
    }

    Case within(Piece.Group group) {
      return switch (group.open()) {
        case "(?i:" -> new Case(true, unicode);
        case "(?-i:" -> new Case(false, unicode);
        default -> this;
      };
    }
  }

  private final StringBuilder out = new StringBuilder();
  private final boolean numbered;

  private Joined(boolean numbered) {
    this.numbered = numbered;
  }

  /**
   * The alternatives of a regular expression joined.
   *
   * @param flags of {@link Pattern}
   */
  static String of(List<List<Piece>> choices, int flags) {
    boolean caseless = (flags & Pattern.CASE_INSENSITIVE) != 0;
    Joined joined = new Joined(isAnyNumbered(choices));
    joined.choices(choices, new Case(caseless, (flags & Pattern.UNICODE_CASE) != 0));
    return joined.out.toString();
  }

  private void choices(List<List<Piece>> choices, Case known) {
    String mark = "";
    for (List<List<Piece>> alike : alike(choices, known)) {
      out.append(mark);
      mark = "|";
      if (alike.size() == 1) sequence(alike.getFirst(), known);
      else join(alike, known);
    }
  }

  /** The alternatives in their order, but those that begin with the same letter side by side. */
  private List<List<List<Piece>>> alike(List<List<Piece>> choices, Case known) {
    List<List<List<Piece>>> all = new ArrayList<>();
    Map<Character, List<List<Piece>>> byLetter = new LinkedHashMap<>();
    for (List<Piece> choice : choices) {
      boolean movable = !first(choice).isEmpty() && !(numbered && isNumbered(choice));
      if (movable) {
        char key = known.key(((Piece.Letter) choice.getFirst()).letter());
        byLetter.computeIfAbsent(key, any -> new ArrayList<>()).add(choice);
      } else {
        all.addAll(byLetter.values());
        byLetter.clear();
        all.add(List.of(choice));
      }
    }
    all.addAll(byLetter.values());
    return all;
  }

  private void join(List<List<Piece>> alike, Case known) {
    List<List<Piece>> rests = new ArrayList<>();
    for (List<Piece> choice : alike) rests.add(choice.subList(1, choice.size()));
    boolean one = isOne(rests);
    out.append(first(alike.getFirst())).append(one ? "" : "(?:");
    choices(rests, known);
    out.append(one ? "" : ")");
  }

  /** Whether all begin with one more letter that is the same, so that they are one when joined. */
  private static boolean isOne(List<List<Piece>> rests) {
    String first = first(rests.getFirst());
    for (List<Piece> rest : rests) if (!first(rest).equals(first)) return false;
    return !first.isEmpty();
  }

  /** The letter that an alternative begins with, as it is written; empty if it does with none. */
  private static String first(List<Piece> choice) {
    return !choice.isEmpty() && choice.getFirst() instanceof Piece.Letter first
        ? first.source()
        : "";
  }

  /** Numbered groups must not change their order. */
  private static boolean isAnyNumbered(List<List<Piece>> choices) {
    for (List<Piece> choice : choices) if (isNumbered(choice)) return true;
    return false;
  }

  private static boolean isNumbered(List<Piece> choice) {
    for (Piece piece : choice) if (isNumbered(piece)) return true;
    return false;
  }

  private static boolean isNumbered(Piece piece) {
    return switch (piece) {
      case Piece.Letter letter -> false;
      case Piece.Mark mark -> false;
      case Piece.Repeated repeated -> isNumbered(repeated.piece());
      case Piece.Group group -> group.isNumbered() || isAnyNumbered(group.choices());
    };
  }

  private void sequence(List<Piece> pieces, Case known) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Group group) guard(group, known);
      piece(piece, known);
    }
  }

  private void piece(Piece piece, Case known) {
    switch (piece) {
      case Piece.Letter letter -> out.append(letter.source());
      case Piece.Mark mark -> out.append(mark.source());
      case Piece.Repeated repeated -> {
        piece(repeated.piece(), known);
        out.append(repeated.quantifier());
      }
      case Piece.Group group -> {
        out.append(group.open());
        choices(group.choices(), known.within(group));
        out.append(')');
      }
    }
  }

  /** Looks ahead whether any of many alternatives may begin; nothing where that is not known. */
  private void guard(Piece.Group group, Case known) {
    if (group.looks()) return;
    BitSet first = First.of(group.choices());
    if (first.cardinality() < MANY) return;
    out.append(known.caseless ? "(?-i)(?=[" : "(?=[");
    boolean beyond = first.nextSetBit(ASCII) >= 0;
    for (int c = first.nextSetBit(0); c >= 0 && c < ASCII; c = first.nextSetBit(c + 1)) {
      alike((char) c);
      beyond |= Fold.BEYOND.indexOf(c) >= 0;
    }
    if (beyond) out.append("[^\\x00-\\x7F]");
    out.append(known.caseless ? "])(?i)" : "])");
  }

  /** All that {@link Openings#alike} holds for the same, within a set. */
  private void alike(char c) {
    if (c == ' ') out.append("\\s");
    else if (c == '0') out.append("\\d");
    else if (Character.isLetter(c)) out.append(c).append(Character.toUpperCase(c));
    else out.append('\\').append(c);
  }
}
