package worthwhile.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clauses of a text about places that name those who may not do something, or need not. */
final class Exclusions {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Where a clause ends; the points of "U.S." and "excl." end none. */
  private static final Pattern END =
      Pattern.compile("[;()\\[\\]\\n]|(?<!\\b[A-Z]|\\bexcl)\\.(?!\\S)");

  /** "except China", "not US", "everywhere but Vietnam", "außer Indien": to the clause's end. */
  private static final Pattern OPENED =
      Pattern.compile(
          "(?<!\\p{L})(?:except(?:ing|ions?)?|excl(?:ud(?:es?|ed|ing)|usions?)?|outside|other than|not?(?!\\s(?:only|just|limited))|isn['’]?t|aren['’]?t|cannot|can['’]?t|won['’]?t|never|without|minus|apart from|aside from|besides|ineligible|unavailable|(?:restricted|banned|blocked) (?:in|from|countries)|closed (?:to|for|in)|preferably|prefer(?:s|ring)?|preference for|ideally"
              + "|(?:any|every|all|world|global)\\p{L}{0,9}(?:\\s\\p{L}{1,12}){0,4}?\\sbut"
              + "|außer(?:halb)?|ohne|nicht|kein\\p{L}{0,2}|ausgenommen|sauf|hors|excepto|excepté|salvo|exceto|fuera de|кроме|не)(?!\\p{L})",
          CASELESS);

  /** "non-US", "Non U.S.": one word only. */
  private static final Pattern NON =
      Pattern.compile("\\bnon[-\\s](?:U\\.S\\.(?:A\\.)?|\\p{L}+)", CASELESS);

  /** "US residents not eligible": what is said of the names before it. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "\\b(?:(?:not|cannot|can['’]?t|may\\snot|aren['’]?t|isn['’]?t|won['’]?t|no\\slonger)\\s(?:\\p{L}{1,12}\\s){0,2}?(?:eligible|accepted|allowed|supported|apply|included|considered|permitted|available|welcome|participate|qualify)(?!\\s(?:in|to|for|from)\\b)|ineligible$|excluded$|(?:is|are) (?:excluded|banned|barred|blocked)|preferred)\\b",
          CASELESS);

  private static final Pattern PREFERENCE =
      Pattern.compile("\\b(?:prefer\\p{L}*|ideally)\\b", CASELESS);

  /** "India (preferred)" says of India what "India preferred" does. */
  private static final Pattern PREFERRED =
      Pattern.compile("\\s?[(\\[]\\s?(?:strongly |highly )?preferred\\s?[)\\]]", CASELESS);

  private Exclusions() {}

  /** Whether a text tells what is liked, not only what is asked for. */
  static boolean prefers(String text) {
    return PREFERENCE.matcher(text).find();
  }

  /** The text without them; clauses stay apart by semicolons. */
  static String removed(String whole) {
    String text = PREFERRED.matcher(whole).replaceAll(" preferred");
    Matcher end = END.matcher(text);
    StringBuilder left = new StringBuilder();
    boolean list = false;
    int from = 0;
    while (from <= text.length()) {
      int to = end.find(from) ? end.start() : text.length();
      String clause = NON.matcher(text.substring(from, to)).replaceAll(" ; ");
      Matcher opened = OPENED.matcher(clause);
      boolean closed = CLOSED.matcher(clause.stripTrailing()).find();
      boolean open = opened.find();
      if (!list && !closed) left.append(open ? clause.substring(0, opened.start()) : clause);
      left.append(" ; ");
      // "Not available in: Iran; Cuba" goes on behind the semicolon.
      list = (list || (open && clause.indexOf(':', opened.start()) >= 0)) && goesOn(text, to);
      from = to + 1;
    }
    return left.toString();
  }

  private static boolean goesOn(String text, int end) {
    return end < text.length() && ";\n".indexOf(text.charAt(end)) >= 0;
  }
}
