package worthwhile.text;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text as its author meant it: entities decoded, markup gone, mojibake repaired where certain. */
public final class CleanText {
  /** Escaped more often than this is not met in practice; a bound against texts made to loop. */
  private static final int LAYERS = 4;

  /** Markup that a title may carry; anything else in angle brackets ("&lt;5 min") is text. */
  private static final Pattern INLINE_TAG =
      Pattern.compile(
          "</?(?:b|strong|em|i|u|s|span|mark|font|small|sup|sub|br|p|div|a|h[1-6]|wbr)"
              + "(?:\\s[^<>]{0,500})?/?>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTROLLED_BLANK = Pattern.compile("[\\x0B\\f\\x85]");
  private static final Pattern LINE_BREAKS =
      Pattern.compile(" ?(?:\\r\\n?|[\\n\\x85\\u2028\\u2029])[\\s\\x85\\u2028\\u2029]*");

  /** A named entity cut off at the end of a text; two letters at least, so "R&amp;D" stays. */
  private static final Pattern CUT_ENTITY =
      Pattern.compile(
          "&(?:#[xX]?[0-9a-fA-F]{0,6}|amp?|nb|nbs|nbsp|qu|quo|quot|apo|apos|hel|hell|helli|hellip|nda"
              + "|ndas|ndash|mda|mdas|mdash|rsq|rsqu|rsquo|lsq|lsqu|lsquo|rdq|rdqu|rdquo|ldq|ldqu|ldquo"
              + "|bul|bull)$");

  private CleanText() {}

  /**
   * One line: entities decoded (also when escaped twice or three times), inline tags gone, white
   * space folded, control and zero-width characters gone, repaired. Null answers an empty text.
   */
  public static String line(@Nullable String raw) {
    if (raw == null) return "";
    String text = decoded(Mojibake.repaired(raw));
    String bare = INLINE_TAG.matcher(text).replaceAll(" ");
    return LINE_BREAKS.matcher(folded(Mojibake.repaired(bare))).replaceAll(" ").strip();
  }

  /**
   * Plain text of an HTML fragment, also when the HTML itself was escaped up to three times more;
   * paragraphs, list items and line breaks on lines of their own (one line feed, never a blank
   * line), scripts and styles gone, repaired. Text without markup keeps its lines. What a cut left
   * of a tag or an entity at the very end is dropped. Null answers an empty text.
   */
  public static String plain(String html) {
    if (html == null) return "";
    String text = Mojibake.repaired(html);
    boolean rendered = false;
    for (int layer = 0; layer < LAYERS; layer++) {
      boolean markup = rendered ? Markup.isEvident(text) : Markup.isIn(text);
      String next = markup ? Markup.text(text) : decodedOnce(text);
      rendered |= markup;
      if (next.equals(text)) break;
      text = next;
    }
    text = CUT_ENTITY.matcher(text.stripTrailing()).replaceFirst("");
    return LINE_BREAKS.matcher(folded(Mojibake.repaired(text))).replaceAll("\n").strip();
  }

  /**
   * Repairs UTF-8 that was read as Latin-1 or windows-1252 ("MecÃ¡nico"), only where the whole text
   * decodes and what comes out is plausible; else answers it as it is. A character cut in half at
   * the very end of such a text is dropped.
   */
  public static String repaired(String text) {
    return text == null ? "" : Mojibake.repaired(text);
  }

  /**
   * The text without control and invisible characters, such as the marks that turn the direction of
   * writing; white space stays, but for the kinds that only control.
   */
  public static String visible(String text) {
    return isPlain(text) ? text : CONTROLLED_BLANK.matcher(Invisible.without(text)).replaceAll(" ");
  }

  /** Whether every character is a common one that can be seen, as in most texts: cheap to ask. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t' || c == '\r';
      if (!plain && (c <= 0xa0 || c == 0xad || c > 0x24f)) return false;
    }
    return true;
  }

  /** Each run of blanks as one space, and nothing that cannot be seen. */
  private static String folded(String text) {
    String seen = isPlain(text) ? text : Invisible.without(text);
    StringBuilder folded = new StringBuilder(seen.length());
    boolean blank = false;
    for (int i = 0; i < seen.length(); i++) {
      char c = seen.charAt(i);
      boolean before = blank;
      blank = isBlank(c);
      if (!blank) folded.append(c);
      else if (!before) folded.append(' ');
    }
    return folded.toString();
  }

  /** White space that does not end a line. */
  private static boolean isBlank(char c) {
    if (c == ' ' || c == '\t' || c == '\u000B' || c == '\f') return true;
    return c >= 0xa0 && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static String decoded(String text) {
    String result = CUT_ENTITY.matcher(text).replaceFirst("");
    for (int layer = 0; layer < LAYERS; layer++) {
      String next = decodedOnce(result);
      if (next.equals(result)) break;
      result = next;
    }
    return result;
  }

  private static String decodedOnce(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
