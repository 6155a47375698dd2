package worthwhile.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Counts the words by which categories are recognised. A text is gone through once, however many
 * words there are: at each place only those are tried that begin with the same two signs.
 */
final class CategoryWords {
  private static final String BREAKS = ".!?:;()[]{}|\n\r•–—";

  /** What may stand before a verb that says what is to be done. */
  private static final Set<String> OPENERS = Set.of("|", "to", "please", "will", "then");

  private final Map<Integer, List<Word>> words = new HashMap<>();
  private int size;

  /**
   * One word or phrase.
   *
   * @param opens whether it counts only where a sentence begins
   * @param open whether it stands for every word that begins so
   */
  private record Word(
      int number, int category, String text, boolean opens, boolean open, int weight) {}

  /**
   * Adds a word as {@code index/categories.txt} writes it.
   *
   * @throws NumberFormatException if its weight is no number
   */
  void add(int category, String written) {
    int equals = written.lastIndexOf('=');
    int weight = equals < 0 ? 1 : Integer.parseInt(written.substring(equals + 1).strip());
    String word = (equals < 0 ? written : written.substring(0, equals)).strip();
    boolean opens = word.startsWith("^");
    boolean open = word.endsWith("*");
    String bare = word.substring(opens ? 1 : 0, word.length() - (open ? 1 : 0));
    String text = folded(bare).strip();
    if (text.isEmpty() || bare.contains("*"))
      throw new IllegalArgumentException("\"" + written + "\" is not \"word*=3\"");
    words
        .computeIfAbsent(start(text, 0), _ -> new ArrayList<>())
        .add(new Word(size++, category, text, opens, open, weight));
  }

  /**
   * Adds to each category the weights of its words that occur in a text, times a factor.
   *
   * @param sentence whether the text may tell what is to be done; else it is a name
   */
  void count(String text, int factor, boolean sentence, int[] scores) {
    String folded = folded(text);
    BitSet seen = new BitSet(size);
    for (int at = 0; at < folded.length(); at++) {
      if (folded.charAt(at) == ' ' || !begins(folded, at)) continue;
      for (Word word : words.getOrDefault(start(folded, at), List.of())) {
        if ((word.opens() && !sentence) || seen.get(word.number()) || !stands(word, folded, at))
          continue;
        seen.set(word.number());
        scores[word.category()] += word.weight() * factor;
      }
    }
  }

  private static boolean begins(String text, int at) {
    return at == 0 || text.charAt(at - 1) == ' ' || isUnspaced(text.charAt(at));
  }

  private static boolean stands(Word word, String text, int at) {
    if (!text.startsWith(word.text(), at)) return false;
    if (word.opens() && !OPENERS.contains(before(text, at))) return false;
    int end = at + word.text().length();
    if (word.open() || end == text.length() || isUnspaced(text.charAt(end - 1))) return true;
    if (text.charAt(end) == 's') end++;
    return end == text.length() || text.charAt(end) == ' ';
  }

  private static String before(String text, int at) {
    if (at < 2) return "|";
    return text.substring(text.lastIndexOf(' ', at - 2) + 1, at - 1);
  }

  /** Scripts that are written without blanks: a word may begin anywhere. */
  private static boolean isUnspaced(char sign) {
    return sign >= '\u3040' && Character.isLetter(sign);
  }

  private static int start(String text, int at) {
    return text.charAt(at) << 16 | (at + 1 < text.length() ? text.charAt(at + 1) : ' ');
  }

  /** In lower case without accents, one blank between words, a bar where a sentence ends. */
  private static String folded(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length() + 8);
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      if (Character.isLetterOrDigit(sign)) folded.append(sign);
      else if (isBreak(plain, i)) space(folded).append("| ");
      else if (!isInside(sign)) space(folded);
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static StringBuilder space(StringBuilder text) {
    boolean needed = !text.isEmpty() && text.charAt(text.length() - 1) != ' ';
    return needed ? text.append(' ') : text;
  }

  /** Accents, and the apostrophe of "one's". */
  private static boolean isInside(char sign) {
    return sign == '\'' || sign == '’' || Character.getType(sign) == Character.NON_SPACING_MARK;
  }

  /** A full stop or dash within a word is none; a dash between capitals is: "TTV-Rate". */
  private static boolean isBreak(String text, int at) {
    char sign = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (sign == '-') {
      char last = at == 0 ? ' ' : text.charAt(at - 1);
      return (last == ' ' && next == ' ')
          || (Character.isUpperCase(last) && Character.isUpperCase(next));
    }
    return BREAKS.indexOf(sign) >= 0 && (sign != '.' || Character.isWhitespace(next));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
    return true;
  }
}
