package worthwhile.text.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a regular expression apart; refuses what it does not know rather than misread it. */
final class Pieces {
  /** A set with a wider range holds too many to be told. */
  private static final int WIDEST = 30;

  private static final String ANCHORS = "bBAzZ";
  private static final String CLASSES = "sSdDwWhHvV";
  private static final String BLANKS = " \t\n\u000B\f\r";
  private static final String DIGITS = "0123456789";

  private static final Pattern OPEN =
      Pattern.compile("\\((?:\\?(?:[:>=!]|<[=!]|<[a-zA-Z][a-zA-Z0-9]*>|-?i:))?");

  private static final Pattern QUANTIFIER =
      Pattern.compile("(?:[?*+]|\\{(?<least>\\d+)(?<more>,(?<most>\\d*))?\\})[?+]?");

  private final String regex;
  private int at;

  private Pieces(String regex) {
    this.regex = regex;
  }

  /**
   * The alternatives of a regular expression.
   *
   * @throws IllegalArgumentException for what is not known here: flags for the rest of a pattern,
   *     references back, quotations, the end of the last match
   */
  static List<List<Piece>> of(String regex) {
    Pieces pieces = new Pieces(regex);
    List<List<Piece>> choices = pieces.choices();
    if (pieces.at < regex.length()) throw pieces.unknown();
    return choices;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException("not known at " + at + " of " + regex);
  }

  private boolean isMore() {
    return at < regex.length();
  }

  private List<List<Piece>> choices() {
    List<List<Piece>> choices = new ArrayList<>();
    List<Piece> choice = new ArrayList<>();
    while (isMore() && regex.charAt(at) != ')') {
      if (regex.charAt(at) == '|') {
        at++;
        choices.add(choice);
        choice = new ArrayList<>();
      } else {
        choice.add(quantified(piece()));
      }
    }
    choices.add(choice);
    return choices;
  }

  private Piece quantified(Piece piece) {
    if (!isMore() || "?*+{".indexOf(regex.charAt(at)) < 0) return piece;
    Matcher found = QUANTIFIER.matcher(regex).region(at, regex.length());
    if (!found.lookingAt()) throw unknown();
    String quantifier = found.group();
    at = found.end();
    int least =
        found.group("least") != null
            ? Integer.parseInt(found.group("least"))
            : quantifier.startsWith("+") ? 1 : 0;
    String most = found.group("more") == null ? found.group("least") : found.group("most");
    return new Piece.Repeated(
        piece, quantifier, least, quantifier.startsWith("?") || "1".equals(most));
  }

  private Piece piece() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> set();
      case '\\' -> escape();
      case '.' -> mark(at + 1, true, Optional.empty());
      case '^', '$' -> mark(at + 1, false, Optional.empty());
      case '?', '*', '+', '{' -> throw unknown();
      default -> letter(c, at + 1);
    };
  }

  /** Halves of characters are no letters: what belongs together must stay together. */
  private Piece letter(char letter, int end) {
    if (!Character.isSurrogate(letter)) {
      String source = regex.substring(at, end);
      at = end;
      return new Piece.Letter(letter, source);
    }
    return mark(end + (Character.isHighSurrogate(letter) ? 1 : 0), true, Optional.empty());
  }

  private Piece mark(int end, boolean width, Optional<String> letters) {
    String source = regex.substring(at, end);
    at = end;
    return new Piece.Mark(source, width, letters);
  }

  private Piece group() {
    Matcher open = OPEN.matcher(regex).region(at, regex.length());
    if (!open.lookingAt()) throw unknown();
    at = open.end();
    if (regex.startsWith("?", at)) throw unknown();
    List<List<Piece>> choices = choices();
    if (!regex.startsWith(")", at)) throw unknown();
    at++;
    return new Piece.Group(open.group(), choices);
  }

  private Piece escape() {
    char c = regex.charAt(at + 1);
    if (c == 'p' || c == 'P') return mark(regex.indexOf('}', at) + 1, true, Optional.empty());
    if (c == 'u') return letter((char) Integer.parseInt(regex, at + 2, at + 6, 16), at + 6);
    if (ANCHORS.indexOf(c) >= 0) return mark(at + 2, false, Optional.empty());
    if (CLASSES.indexOf(c) >= 0) return mark(at + 2, true, letters(c));
    if (c == 'n') return letter('\n', at + 2);
    if (Character.isLetterOrDigit(c)) throw unknown();
    return letter(c, at + 2);
  }

  private static Optional<String> letters(char escaped) {
    return switch (escaped) {
      case 's' -> Optional.of(BLANKS);
      case 'd' -> Optional.of(DIGITS);
      default -> Optional.empty();
    };
  }

  private Piece set() {
    int end = at + 1;
    for (int depth = 1; depth > 0; end++) {
      char c = regex.charAt(end);
      if (c == '\\') end++;
      if (c == '[') depth++;
      if (c == ']') depth--;
    }
    return mark(end, true, members(regex.substring(at + 1, end - 1)));
  }

  /** What a set holds; absent where it holds many, sets within or classes that are not known. */
  private static Optional<String> members(String set) {
    if (set.startsWith("^") || set.contains("[") || set.contains("&&")) return Optional.empty();
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < set.length(); i++) {
      char c = set.charAt(i);
      if (Character.isSurrogate(c)) return Optional.empty();
      if (c == '\\') {
        char escaped = set.charAt(++i);
        if (!Character.isLetterOrDigit(escaped)) members.append(escaped);
        else if (letters(escaped).isPresent()) members.append(letters(escaped).get());
        else return Optional.empty();
      } else if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        i += 2;
        if (set.charAt(i) == '\\' || set.charAt(i) - c > WIDEST) return Optional.empty();
        for (char one = c; one <= set.charAt(i); one++) members.append(one);
      } else {
        members.append(c);
      }
    }
    return Optional.of(members.toString());
  }
}
