package worthwhile.text;

import java.util.Locale;
import java.util.regex.Matcher;
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
              + "|grow(?:n|ing)?|grew|manag(?:ed|ing|es)|quoted|pending|broken?|cracked|goal|free|guarantees?|transferr?\\w*|credits?|refund\\w*|fined?|prizes?|i(?:'ve|’ve| have)?(?: just)? (?:made|earned|got)|made|earned)"
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
              + "|prizes?\\b|lottery|savings|saved|under management|per (?:seat|user|license)|invest\\w*|donation|loan|purchase|order\\b|bill\\b|giveaway|sweepstakes?|reimburse\\w*|budget for|withdrawals?|mark\\b|value\\b|earned|already|i (?:made|earned|got)|above (?:the )?min\\w*)",
          CASELESS);

  /** "$5 with every friend you refer": the reward of a recruiter, not of a worker. */
  private static final Pattern RECRUITING =
      Pattern.compile(
          "\\G[^.;!?\\n|]{0,40}?\\b(?:refer(?:s|red|ring|rals?)?|sign(?:ing|s)?[\\s-]?ups?|for (?:joining|opening)|cash\\s?back|rebates?|discount(?:ed)?)\\b",
          CASELESS);

  /** What the worker has to pay or to reach before anything is paid out. */
  private static final Pattern CHARGE =
      Pattern.compile(
          "\\b(?:(?:minimum|min\\.?)\\s(?:cash\\s?out|pay\\s?out|payment|withdrawal|balance)|payout minimum|(?:registration|application|sign-?up|joining|processing|security|training|administration|admin|starter|activation)\\s(?:fee|deposit|kit|cost)s?)(?:\\s(?:is|of|at|from)|\\s?[:=])*\\s*~?$",
          CASELESS);

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

  /**
   * True if the sum at this place is a prize, a price, capital or the like.
   *
   * @param withUnit whether a unit of work stands beside it
   * @param close whether it stands in the form "sum/time", which only a bonus can
   */
  static boolean isOther(String text, Money money, boolean withUnit, boolean close) {
    String before = phraseBefore(text, money.start());
    if (ON_TOP.matcher(before).find() || CHARGE.matcher(before).find()) return true;
    if (close) return false;
    if (OTHER_BEFORE.matcher(before).find() && !LABEL.matcher(before).find()) return true;
    if (!withUnit && MAKE.matcher(before).find()) return true;
    boolean recruiting = RECRUITING.matcher(text).region(money.end(), text.length()).lookingAt();
    return isOtherAfter(text, money.end()) || !withUnit && recruiting;
  }

  private static boolean isOtherAfter(String text, int end) {
    Matcher after =
        OTHER_AFTER.matcher(text).region(end, Math.min(text.length(), end + REACH + 20));
    if (!after.lookingAt()) return false;
    boolean rise = text.startsWith("+", end);
    return !(rise && after.group().toLowerCase(Locale.ROOT).contains("bonus"));
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
    for (String mark : new String[] {". ", "\n", "! ", "? ", "; ", " - ", " – ", " — ", "|"}) {
      int at = before.lastIndexOf(mark);
      if (at >= 0) cut = Math.max(cut, at + mark.length());
    }
    return before.substring(cut);
  }
}
