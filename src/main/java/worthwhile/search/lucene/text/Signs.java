package worthwhile.search.lucene.text;

import java.io.IOException;
import java.io.Reader;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text with signs that belong to words written as letters, each at its old place: {@code C++},
 * {@code C#} and {@code .NET} are other words than C and net. What joins the parts of a word
 * (e-mail, image_batch, node.js) becomes a joint that {@link Compounds} takes apart.
 *
 * <p>The letters are those for clicks, which no accent or case folds and no posting has.
 */
final class Signs extends CharFilter {
  static final char JOINT = '_';

  /** A full stop between two letters; divides no word, as an underscore does not. */
  static final char DOT_JOINT = '\u203f';

  static final char DOT = '\u01c0';
  static final char SHARP = '\u01c1';
  static final char PLUS = '\u01c2';

  private char @Nullable [] written;
  private int at;

  Signs(Reader text) {
    super(text);
  }

  /** A short text at once. */
  static String of(String text) {
    return new String(written(text.toCharArray()));
  }

  static boolean isJoint(int c) {
    return c == JOINT || c == DOT_JOINT;
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    if (written == null) written = written(all());
    int n = Math.min(most, written.length - at);
    if (n <= 0) return -1;
    System.arraycopy(written, at, into, from, n);
    at += n;
    return n;
  }

  /** Every character stays at its place. */
  @Override
  protected int correct(int offset) {
    return offset;
  }

  private char[] all() throws IOException {
    char[] text = new char[1024];
    int length = 0;
    for (int n; (n = input.read(text, length, text.length - length)) >= 0; length += n)
      if (length + n == text.length) text = Arrays.copyOf(text, 2 * text.length);
    return Arrays.copyOf(text, length);
  }

  private static char[] written(char[] text) {
    char[] written = new char[text.length];
    for (int i = 0; i < text.length; i++) written[i] = letter(text, i);
    return written;
  }

  private static char letter(char[] text, int i) {
    char c = narrow(text[i]);
    if (c < 0x80 && (c >= 'a' || c == ' ')) return text[i];
    return switch (c) {
      case '-', '\u2010', '\u2011', '_' -> isWord(text, i - 1) && isWord(text, i + 1) ? JOINT : ' ';
      case '.' -> dot(text, i);
      case '+' -> isDoublePlus(text, i) || isDoublePlus(text, i - 1) ? PLUS : text[i];
      case '#', '\u266f' -> isSharp(text, i) ? SHARP : text[i];
      case '\u2018', '\u2019', '\u02bc', '\u05f3' -> '\'';
      case '\u05f4' -> '"';
      case '\u2120', '\u2122' -> ' '; // Service and trade mark would else become letters.
      default -> text[i];
    };
  }

  private static char dot(char[] text, int i) {
    if (!isLetter(text, i + 1)) return '.';
    if (isLetter(text, i - 1)) return DOT_JOINT;
    return isWord(text, i - 1) || at(text, i - 1) == '.' ? '.' : DOT;
  }

  /** Whether two of them, and no more, begin here behind a letter. */
  private static boolean isDoublePlus(char[] text, int i) {
    return isLetter(text, i - 1)
        && at(text, i) == '+'
        && at(text, i + 1) == '+'
        && at(text, i + 2) != '+'
        && !goesOn(text, i - 1, i + 2);
  }

  /** Behind a letter that stands alone: a hash sign behind a word begins a number. */
  private static boolean isSharp(char[] text, int i) {
    return isLetter(text, i - 1) && !isWord(text, i - 2) && !goesOn(text, i - 1, i + 1);
  }

  /** Whether a letter stands there that can belong to the word: a particle behind it does not. */
  private static boolean goesOn(char[] text, int letter, int next) {
    return isLetter(text, next)
        && UnicodeScript.of(at(text, next)) == UnicodeScript.of(at(text, letter));
  }

  private static boolean isLetter(char[] text, int i) {
    return Character.isLetter(at(text, i));
  }

  private static boolean isWord(char[] text, int i) {
    char c = at(text, i);
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SURROGATE ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static char at(char[] text, int i) {
    return i < 0 || i >= text.length ? ' ' : narrow(text[i]);
  }

  /** A wide form of an ASCII character as that character. */
  private static char narrow(char c) {
    return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
  }
}
