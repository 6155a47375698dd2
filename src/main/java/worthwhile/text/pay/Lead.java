package worthwhile.text.pay;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.text.word.Sought;

/** What stands before one sum, in the same phrase; what is asked of it often is kept. */
final class Lead {
  private static final int REACH = 60;

  /** A rate is told of a role that has a long name. */
  private static final int LABEL_REACH = 100;

  /** Points that end no sentence. */
  private static final Sought SHORTENED =
      Sought.of("\\b(?<word>approx|ca|circa|min|max|est|incl|avg)\\.", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final int start;
  private final String phrase;
  private @Nullable Boolean labelled;
  private @Nullable Boolean onTop;

  private Lead(String text, int start) {
    this.text = text;
    this.start = start;
    this.phrase = phrase(text, start, REACH);
  }

  /** What stands before a sum that starts here. */
  static Lead before(String text, int start) {
    return new Lead(text, start);
  }

  int start() {
    return start;
  }

  /** The phrase up to the sum, at most so far as a word about it may stand. */
  String phrase() {
    return phrase;
  }

  /** The last sign of the phrase that is no blank; a blank if there is none. */
  char last() {
    int at = phrase.length() - 1;
    while (at > 0 && Character.isWhitespace(phrase.charAt(at))) at--;
    return at < 0 ? ' ' : phrase.charAt(at);
  }

  /** True if a word for pay stands right before the sum. */
  boolean isLabelled() {
    if (labelled == null) {
      int reach = labelReach(text, start);
      labelled = PayCues.isLabel(reach == REACH ? phrase : phrase(text, start, reach));
    }
    return labelled;
  }

  /** True if words before the sum put it on top of the pay: "plus up to". */
  boolean isOnTop() {
    if (onTop == null) onTop = PayCues.isOnTop(phrase);
    return onTop;
  }

  /** How far before a sum a word for pay may stand: farther where it says what the pay is for. */
  static int labelReach(String text, int start) {
    String near = text.substring(Math.max(0, start - REACH), start);
    return near.contains(" for ") || near.contains(" this ") ? LABEL_REACH : REACH;
  }

  /** The phrase up to here: back to the last full stop, line end or dash between blanks. */
  private static String phrase(String text, int start, int reach) {
    String near = text.substring(Math.max(0, start - reach), start);
    if (SHORTENED.isIn(near)) near = SHORTENED.pattern().matcher(near).replaceAll("${word} ");
    int cut = near.length();
    while (cut > 0 && !ends(near, cut - 1)) cut--;
    return near.substring(cut);
  }

  /** Whether a phrase ends with this character. */
  private static boolean ends(String text, int at) {
    char before = at == 0 ? 'x' : text.charAt(at - 1);
    return switch (text.charAt(at)) {
      case '\n', '|' -> true;
      case ' ' -> ".!?;-".indexOf(before) >= 0;
      case '-', '–', '—' -> before == ' ';
      default -> false;
    };
  }
}
