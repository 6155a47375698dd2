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

  private Joined() {}

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

  /**
   * The regular expression joined.
   *
   * @param flags of {@link Pattern}
   */
  static String of(String regex, int flags) {
    boolean caseless = (flags & Pattern.CASE_INSENSITIVE) != 0;
    return choices(Pieces.of(regex), new Case(caseless, (flags & Pattern.UNICODE_CASE) != 0));
  }

  private static String choices(List<List<Piece>> choices, Case known) {
    List<String> written = new ArrayList<>();
    Map<Character, List<List<Piece>>> alike = new LinkedHashMap<>();
    for (List<Piece> choice : choices) {
      if (!choice.isEmpty()
          && choice.getFirst() instanceof Piece.Letter first
          && choice.stream().noneMatch(Joined::counts)) {
        char key = known.key(first.letter());
        alike.computeIfAbsent(key, any -> new ArrayList<>()).add(choice);
        continue;
      }
      flush(alike, known, written);
      written.add(sequence(choice, known));
    }
    flush(alike, known, written);
    return String.join("|", written);
  }

  /** Numbered groups must not change their order. */
  private static boolean counts(Piece piece) {
    return switch (piece) {
      case Piece.Letter letter -> false;
      case Piece.Mark mark -> false;
      case Piece.Repeated repeated -> counts(repeated.piece());
      case Piece.Group group ->
          group.counts()
              || group.choices().stream().anyMatch(one -> one.stream().anyMatch(Joined::counts));
    };
  }

  private static void flush(
      Map<Character, List<List<Piece>>> alike, Case known, List<String> written) {
    for (List<List<Piece>> choices : alike.values()) {
      if (choices.size() == 1) {
        written.add(sequence(choices.getFirst(), known));
        continue;
      }
      List<List<Piece>> rests = choices.stream().map(one -> one.subList(1, one.size())).toList();
      String rest = choices(rests, known);
      boolean one =
          rests.stream().map(Joined::first).distinct().count() == 1
              && !first(rests.getFirst()).isEmpty();
      written.add(first(choices.getFirst()) + (one ? rest : "(?:" + rest + ")"));
    }
    alike.clear();
  }

  private static String first(List<Piece> choice) {
    return !choice.isEmpty() && choice.getFirst() instanceof Piece.Letter first
        ? first.source()
        : "";
  }

  private static String sequence(List<Piece> pieces, Case known) {
    StringBuilder written = new StringBuilder();
    for (Piece piece : pieces) written.append(piece(piece, known));
    return written.toString();
  }

  private static String piece(Piece piece, Case known) {
    return switch (piece) {
      case Piece.Letter letter -> letter.source();
      case Piece.Mark mark -> mark.source();
      case Piece.Repeated(Piece.Group group, String quantifier, int least, boolean once) ->
          bracketed(group, known) + quantifier;
      case Piece.Repeated repeated -> piece(repeated.piece(), known) + repeated.quantifier();
      case Piece.Group group -> guard(group, known) + bracketed(group, known);
    };
  }

  private static String bracketed(Piece.Group group, Case known) {
    return group.open() + choices(group.choices(), known.within(group)) + ")";
  }

  /** Looks ahead whether any of many alternatives may begin; nothing where that is not known. */
  private static String guard(Piece.Group group, Case known) {
    if (group.looks()) return "";
    BitSet first = First.of(group.choices());
    if (first.cardinality() < MANY) return "";
    StringBuilder set = new StringBuilder("(?=[");
    for (char c = 0; c < 128; c++) if (first.get(Openings.alike(c))) set.append(escaped(c));
    if (first.nextSetBit(128) >= 0 || Fold.BEYOND.chars().anyMatch(first::get))
      set.append("[^\\x00-\\x7F]");
    String look = set.append("])").toString();
    return known.caseless ? "(?-i)" + look + "(?i)" : look;
  }

  private static String escaped(char c) {
    return c < ' '
        ? "\\x0" + Integer.toHexString(c)
        : Character.isLetterOrDigit(c) ? "" + c : "\\" + c;
  }
}
