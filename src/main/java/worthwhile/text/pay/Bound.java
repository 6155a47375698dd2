package worthwhile.text.pay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/**
 * Whether words beside a sum make it the least or the most that is paid: "up to", "at least", "no
 * less than", "or more".
 *
 * @param start where the words before the sum begin, the sum's start if none stand there
 * @param end where the words behind the sum end, 0 if none stand there
 */
record Bound(Kind kind, int start, int end) {
  /** What the sum is. */
  enum Kind {
    LEAST,
    MOST,
    ABOUT
  }

  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** So much text before a sum is looked at. */
  private static final int REACH = 48;

  private static final String NEGATION =
      "(?:(?:no|not|never|nothing|nobody|none|cannot|\\p{L}+n['’]t|nicht|nie|kein|pas|jamais|no|nunca|não|non|niet|не|ни)\\b(?:\\s(?!but\\b)\\p{L}+){0,2}\\s)";

  private static final String LOWER =
      "(?:(?:less|lower|fewer|smaller|worse) th[ae]n|below|beneath|under|weniger als|unter|moins"
          + " de|menos de|menos que|menor (?:que|a)|meno di|minder dan|менее|меньше)";

  private static final String UPPER =
      "(?:(?:more|greater|higher|better) th[ae]n|above|over|exceed(?:s|ed|ing)?|in excess of|north"
          + " of|upwards of|mehr als|über|plus de|más de|más que|mais de|mais que|più di|meer"
          + " dan|более|больше)";

  /** Words before the most that is paid. */
  static final String MOST =
      "(?:up ?to|upto|as (?:much|high) as|at (?:the )?most|not to exceed|capped(?: out)? at|cap"
          + " of|limit(?:ed)? (?:to|of)|max(?:imum|imal|\\.)?(?: of)?|bis(?:"
          + " zu)?|höchstens|jusqu['’]à|au plus|au maximum|hasta|como máximo|máximo(?: de)?|até|no"
          + " máximo|fino a|al massimo|tot(?=\\s?€)|hoogstens|до|не выше|[<≤]=?)";

  /** Words before the least that is paid. */
  static final String LEAST =
      "(?:from|start(?:s|ing)? (?:at|from|with)|begin(?:s|ning)? (?:at|from)|at (?:the very"
          + " )?least|at a minimum(?: of)?|as (?:low|little) as|(?<!\\d["
          + " -]?)min(?:imum|imal|\\.)?(?: of)?|ab|mindestens|wenigstens|à partir de|au moins|au"
          + " minimum|dès|desde|a partir de|al menos|por lo menos|como mínimo|mínimo(?: de)?|pelo"
          + " menos|no mínimo|almeno|minimo|minstens|vanaf|od|co najmniej|от|не ниже|en az|[>≥]=?)";

  private static final String ABOUT =
      "(?:about|around|approx(?:imately|\\.)?|circa|ca\\.?|roughly|environ|etwa|около|[~≈])";

  /** One of these always stands there. */
  private static final Sought WORD =
      Sought.caseless(String.join("|", LOWER, UPPER, MOST, LEAST, ABOUT));

  private static final Pattern BEFORE =
      Sought.pattern(
          "(?<![\\p{L}\\p{N}])(?:(?<not>"
              + NEGATION
              + ")?(?:(?<lower>"
              + LOWER
              + ")|(?<upper>"
              + UPPER
              + "))|(?<most>"
              + MOST
              + ")|(?<least>"
              + LEAST
              + ")|(?<about>"
              + ABOUT
              + "))(?:\\s(?:about|around|roughly|approximately))?\\s*$",
          CASELESS);

  private static final Sought BEHIND =
      Sought.caseless(
          "\\s?[,(]?\\s?(?:(?<least>(?:or|and|&)\\s(?:more|higher|above|up|upwards?|over|better|greater)|minimum|at"
              + " (?:the )?least|oder mehr|ou plus|o más|ou"
              + " mais)|(?<most>(?:or|and)\\s(?:less|lower|below|under)|max(?:imum)?|at (?:the"
              + " )?most|tops|oder weniger|ou moins|o menos)|(?<about>or so|oder"
              + " so))(?![\\p{L}\\p{N}])(?!\\s(?:of\\b|bonus|wage))");

  /** The words before a sum that starts here; absent if none stand there. */
  static Optional<Bound> before(String text, int start) {
    if (!endsInWord(text, start)) return Optional.empty();
    int from = Math.max(0, start - REACH);
    if (!WORD.mayBeginIn(text, from, start)) return Optional.empty();
    Matcher found = BEFORE.matcher(text).region(from, start).useTransparentBounds(true);
    if (!found.useAnchoringBounds(true).find()) return Optional.empty();
    return Optional.of(new Bound(kind(found), found.start(), 0));
  }

  /** Most sums stand behind a dash or a bracket, where no words need be looked for. */
  private static boolean endsInWord(String text, int start) {
    int last = start - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) last--;
    if (last < 0) return false;
    char sign = text.charAt(last);
    return Character.isLetter(sign) || "<≤>≥=~≈.".indexOf(sign) >= 0;
  }

  /** The words behind a sum and its unit; absent if none stand there. */
  static Optional<Bound> behind(String text, int start, int end) {
    Matcher found = BEHIND.at(text, end, Math.min(text.length(), end + 24));
    if (found == null) return Optional.empty();
    return Optional.of(new Bound(side(found), start, found.end()));
  }

  private static Kind side(Matcher found) {
    if (found.group("about") != null) return Kind.ABOUT;
    return found.group("most") != null ? Kind.MOST : Kind.LEAST;
  }

  private static Kind kind(Matcher found) {
    if (found.group("lower") == null && found.group("upper") == null) return side(found);
    return (found.group("lower") != null) == (found.group("not") != null) ? Kind.LEAST : Kind.MOST;
  }
}
