package worthwhile.text.pay;

import worthwhile.text.word.Sought;

/** Pay of before that a text tells beside the pay of now: "Was $18/hr, now $22/hr". */
final class FormerPay {
  private static final String CHANGED =
      "(?:increased|raised|went|gone|rose|bumped|changed|dropped|reduced|decreased|lowered)(?:\\s\\p{L}+){0,3}?\\sfrom";

  private static final Sought CHANGE = Sought.caseless("\\b" + CHANGED + "\\s$");

  private static final Sought BEFORE =
      Sought.caseless(
          "\\b(?:was|were|used to (?:be|pay)|previously|formerly|originally|before|(?:old(?:er)?|previous|former)\\s(?:hourly\\s)?(?:rate|pay|price|reward|wage)|"
              + CHANGED
              + ")(?:\\s(?:was|is|of|at|rate|only|just)){0,2}\\s?[:=–-]?\\s?~?$");

  /** "$22/hr (was $18/hr)", "$22/hr, up from $18/hr". */
  private static final Sought ASIDE =
      Sought.caseless(
          "(?:\\((?:was|were|previously|formerly|originally|before|old)|\\b(?:up|down) from|\\binstead of)\\s?[:=]?\\s?$");

  private static final Sought NOW =
      Sought.caseless(
          "[^\\p{L}\\d$€£₹]{0,4}(?:(?:but|and|is|the|our|it['’]s)\\s){0,3}(?:now|new|today|currently|to|->|=>)\\s[^\\d.;!?\\n]{0,25}\\d");

  private FormerPay() {}

  /**
   * Whether a sum is the pay of before.
   *
   * @param end where it ends with its unit
   */
  static boolean isMeant(Lead lead, String text, int end) {
    String before = lead.phrase();
    if (!Character.isLetter(lead.last()) && lead.last() != ':' && lead.last() != '=') return false;
    if (ASIDE.isIn(before)) return lead.start() > before.length() || hasDigit(before);
    return BEFORE.isIn(before) && NOW.isAt(text, end);
  }

  private static boolean hasDigit(String phrase) {
    return phrase.chars().anyMatch(Character::isDigit);
  }

  /** Whether words right before a sum that starts here say that it has changed to another. */
  static boolean isChange(String text, int start) {
    return CHANGE.isIn(text.substring(Math.max(0, start - 40), start));
  }
}
