package worthwhile.text;

import java.util.regex.Pattern;

/** Words around a sum that make it pay, and those that make it anything but pay. */
final class PayCues {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int REACH = 60;

  /**
   * Prizes, capital, prices, savings: no pay, even with a period behind ("$10k a month in MRR").
   */
  private static final Pattern OTHER_BEFORE =
      Pattern.compile(
          "\\b(?:win|wins|won|winning|winners?|chances?|raffles?|lottery|drawings?|sweepstakes?|giveaways?|contests?|raised?|raising|fund(?:ing|ed|s)|"
              + "backed|valued|valuation|revenues?|turnover|sales|worth|sav(?:e|ed|es|ing|ings)|costs?|costing|deposits?|invest\\w*|donat\\w*|spen[dt]\\w*"
              + "|bought|buy|purchas\\w*|priced|sell\\w*|sold|netted|profit\\w*|balance|owed?s?|withdraw\\w*|cash(?:ed|es|ing)?[\\s-]?out|thresholds?"
              + "|bonus(?:es)?|tips?|referrals?|refer|tuition|allowances?|stipends?|reimburs\\w*|insur\\w*|coverage|401|loans?|debts?|tax\\w*|generat(?:ed|es|ing)"
              + "|grow(?:n|ing)?|grew|manag(?:ed|ing|es)|quoted|pending|transferr?\\w*|credits?|refund\\w*|charge[ds]?|fined?|prizes?|i(?:'ve|’ve| have)?(?: just)? (?:made|earned|got)|made|earned)"
              + "(?:\\s(?!pay|earn|for\\b)[^\\s.;!?\\n]{1,14}){0,3}[\\s:(~*]*$",
          CASELESS);

  private static final Pattern MAKE =
      Pattern.compile("\\bmak(?:e|es|ing)\\s(?:[\\w~]+\\s){0,2}~?$", CASELESS);

  private static final Pattern OTHER_AFTER =
      Pattern.compile(
          "\\G\\+?[\\s,)]+(?:(?:in|of|an?|annual|annually|recurring|monthly|yearly|total|cash|poss\\.?|possible|potential|max|performance|extra|seed"
              + "|new|the|weekly|amazon|visa|paypal|venture|series [a-f]|usd|welcome|retention|completion|joining|minimum|min\\.?|worth of|for (?:home|your|the) office|home office|learning|wellness|internet)\\s){0,3}"
              + "(?:bonus(?:es)?|MRR|ARR|GMV|AUM|TVL|revenues?|sales|funding|valuation|company|startup|business|fund\\b|raised|round|market\\b|industry|grants?|deposit|fee\\b|fees\\b"
              + "|cash[\\s-]?outs?|pay-?outs? (?:minimum|threshold)|minimum|off\\b|discount|credits?\\b|allowance|stipend|tax|coverage|sign-?on|sign-?up|signing|referral|raffle|drawing"
              + "|prizes?\\b|lottery|savings|saved|under management|per (?:seat|user|license)|invest\\w*|donation|loan|purchase|order\\b|bill\\b|giveaway|sweepstakes?|reimburse\\w*|budget for|equity|withdrawal)",
          CASELESS);

  private static final Pattern BONUS_RISE = Pattern.compile("\\G\\+\\s?\\(?", CASELESS);

  /** "plus up to $1", "+ .25": on top of the pay. */
  private static final Pattern ON_TOP =
      Pattern.compile(
          "(?:\\+|\\bplus\\b|\\bbonus\\b)[\\s(]*(?:an?\\s|up\\sto\\s|upto\\s|extra\\s|another\\s|potential\\s|possible\\s|additional\\s|bonus\\s(?:of\\s)?|chance\\s(?:of|for)\\s)*(?:up to\\s)?$",
          CASELESS);

  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:pay(?:s|ing|ment|out|ment rate| rate| range)?|paid|rewards?|compensation|salary|salaries|wages?|rates?|budget|remuneration|incentive|honorarium|vergütung|gehalt|lohn|salaire|rémunération|salario|sueldo|pago|ücret|maaş|зарплата|оплата)"
              + "(?:\\s(?:is|of|range|from|between|about|up to|starts? at|you|per \\w+))*\\s?[:=–-]?[\\s*]*(?:~|up to|from|about)?\\s*$",
          CASELESS);

  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\b(?:pay(?:s|ing|ment|out)?|paid|earn|rewards?|compensat\\w*|salar(?:y|ies)|budget|rates?|wages?|offer(?:ing|ed|s)?|receive|honorarium|incentive|remunerat\\w*|hourly|per hour|gift card|thank[ -]you|verdien\\w*|vergüt\\w*|gehalt|gagn\\w*)\\b",
          CASELESS);

  private PayCues() {}

  /** True if the sum at this place is a prize, a price, capital or the like. */
  static boolean isOther(String text, Money money, boolean withUnit) {
    String before = phraseBefore(text, money.start());
    if (ON_TOP.matcher(before).find()) return true;
    if (OTHER_BEFORE.matcher(before).find() && !LABEL.matcher(before).find()) return true;
    if (!withUnit && MAKE.matcher(before).find()) return true;
    return isOtherAfter(text, money.end());
  }

  private static boolean isOtherAfter(String text, int end) {
    boolean rise = BONUS_RISE.matcher(text).region(end, text.length()).lookingAt();
    var after = OTHER_AFTER.matcher(text).region(end, Math.min(text.length(), end + REACH + 20));
    return after.lookingAt()
            && !(rise && after.group().toLowerCase(java.util.Locale.ROOT).contains("bonus"))
            && !after.group().toLowerCase(java.util.Locale.ROOT).contains("equity")
        || after.hitEnd() && false;
  }

  /** True if a word for pay stands right before the sum. */
  static boolean isLabelled(String text, int start) {
    return LABEL.matcher(phraseBefore(text, start)).find();
  }

  /** True if the sentence around the sum speaks of pay. */
  static boolean isSpokenOf(String text, Money money) {
    int from = Math.max(0, money.start() - REACH);
    int to = Math.min(text.length(), money.end() + REACH / 2);
    return SPOKEN.matcher(text).region(from, to).find();
  }

  /** The phrase up to here: back to the last full stop, line end or dash between blanks. */
  private static String phraseBefore(String text, int start) {
    String before = text.substring(Math.max(0, start - REACH), start);
    int cut = 0;
    for (String mark : new String[] {". ", "\n", "! ", "? ", "; ", " - ", " – ", " — ", " | ", "|"})
      cut = Math.max(cut, endOf(before, mark));
    return before.substring(cut);
  }

  /** The end of the last such mark, unless nothing but blanks follows a dash. */
  private static int endOf(String before, String mark) {
    int at = before.lastIndexOf(mark);
    if (at < 0) return 0;
    return at + mark.length();
  }
}
