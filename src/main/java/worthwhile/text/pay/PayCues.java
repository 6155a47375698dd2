package worthwhile.text.pay;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words around a sum that make it pay, and those that make it anything but pay. */
final class PayCues {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int REACH = 60;

  /** A rate is told of a role that has a long name. */
  private static final int LABEL_REACH = 100;

  /**
   * Prizes, capital, prices, savings: no pay, even with a period behind ("$10k a month in MRR").
   */
  private static final Pattern OTHER_BEFORE =
      Pattern.compile(
          "\\b(?:win|wins|won|winning|winners?|chances?|raffles?|lottery|drawings?|sweepstakes?|giveaways?|contests?|raised?|raising|fund(?:ing|ed|s)|"
              + "backed|valued|valuation|revenues?|turnover|sales|worth|sav(?:e|ed|es|ing|ings)|costs?|costing|deposits?|invest\\w*|donat\\w*|spen[dt]\\w*"
              + "|bought|buy|purchas\\w*|priced|sell\\w*|sold|netted|profit\\w*|balance|owed?s?|withdraw\\w*|cash(?:ed|es|ing)?[\\s-]?out|thresholds?"
              + "|bonus(?:es)?|tips?|referrals?|refer|tuition|allowances?|stipends?|reimburs\\w*|insur\\w*|coverage|401|loans?|debts?|tax\\w*|generat(?:ed|es|ing)"
              + "|grow(?:n|ing)?|grew|manag(?:ed|ing|es)|quoted|pending|broken?|cracked|goal|free|guarantees?(?! wages| pay| hours)|put away|set aside|transferr?\\w*|credits?|refund\\w*|fined?|prizes?|parking|rents?|rental|fares?|tickets?|invoices?|recharged?|refill\\w*|debited|credited|charged?|charges|deducted|subscri\\w+|memberships?|(?<!fixed[ -]|fix)prices?|msrp|rrp|paying off|afford|budgeted"
              + "|jackpots?|bet|bets|betting|wager\\w*|lost|lose|losing|minimum (?:order|purchase|spend)|orders? over|interest|exchange|mortgage|i(?:'ve|’ve| have)?(?: just)? (?:made|earned|got|paid)|made|earned)"
              + "(?:\\s(?!pay|earn|for\\b)[^\\s.;!?\\n]{1,14}){0,3}[\\s:(~*]*$",
          CASELESS);

  /** "I usually make like $8 an hour": told, not offered. */
  private static final Pattern I_MAKE =
      Pattern.compile(
          "\\b(?:I|i)(?:['’]m|['’]ve|['’]d)?\\s(?:[a-z]+\\s){0,2}(?:mak(?:e|ing)|made|earn(?:ed|ing)?|average|averaged)\\b[^.;!?\\n]{0,20}$");

  private static final Pattern MAKE =
      Pattern.compile("\\bmak(?:e|es|ing)\\s(?:[\\w~]+\\s){0,2}~?$", CASELESS);

  private static final Pattern OTHER_AFTER =
      Pattern.compile(
          "\\G\\s?(?:奖金|賞金|獎金)|\\G\\+?[\\s,)]+(?:(?:in|of|an?|annual|annually|recurring|monthly|yearly|total|cash|poss\\.?|possible|potential|max|performance|extra|seed"
              + "|new|the|weekly|amazon|visa|paypal|venture|series [a-f]|usd|welcome|retention|completion|joining|minimum|min\\.?|worth of|for (?:home|your|the) office|home office|learning|wellness|internet)\\s){0,3}"
              + "(?:bonus(?:es)?|MRR|ARR|GMV|AUM|TVL|revenues?|sales|funding|valuation|company|startup|business|fund\\b|raised|round|market\\b|industry|grants?|deposit|fee\\b|fees\\b"
              + "|cash[\\s-]?outs?|pay-?outs? (?:minimum|threshold)|minimum|off\\b|discount|credits?\\b|allowance|stipend|tax|coverage|sign-?on|sign-?up|signing|referral|raffle|drawing"
              + "|prizes?\\b|lottery|savings|saved|under management|per (?:seat|user|license)|invest\\w*|donation|loan|purchase|order\\b|bill\\b|giveaway|sweepstakes?|reimburse\\w*|budget for|withdrawals?|mark\\b|value\\b|earned|already|i (?:made|earned|got)|above (?:the )?min\\w*"
              + "|(?:is|was|were|has been|have been|will be|is being) (?:due|received|credited|debited|transfer\\w*|deducted|charged|refunded|overdue|outstanding|donated|raised)|debited|credited"
              + "|spent\\b|paid out|lost\\b|lighter|heavier|overweight|of (?:weight|flour|sugar|meat)|airfare|fare\\b|tickets?\\b|parking|rent\\b|rental\\b|recharge|top-?up|laptops?|phones?|price\\b|price tag|house\\b|home\\b|car\\b|billion|million|(?:and|&) up\\b|retail|msrp|pizza|burger|lunch|dinner)",
          CASELESS);

  /** "$5 with every friend you refer": the reward of a recruiter, not of a worker. */
  private static final Pattern RECRUITING =
      Pattern.compile(
          "\\G[^.;!?\\n|]{0,40}?\\b(?:refer(?:s|red|ring|rals?)?|sign(?:ing|s)?[\\s-]?ups?|for (?:joining|opening|creating an? account|registering|downloading|installing)|cash\\s?back|rebates?|discount(?:ed)?)\\b",
          CASELESS);

  /** What is paid by the month as well, said behind the month. */
  private static final Pattern RENT =
      Pattern.compile(
          "\\s(?:in\\s|for\\s)?(?:rent|subscriptions?|plans?|memberships?|mortgage|lease|parking|flat|apartment|house|hosting|allowance|stipend|wellness|perks?)\\b",
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

  private static final Pattern BONUS_AFTER =
      Pattern.compile(
          "\\s(?:poss(?:ible|\\.)?\\s|potential\\s|max(?:imum)?\\s|extra\\s)?bonus(?:es)?\\b",
          CASELESS);

  /** "for this role", "of the remote position": what a rate is said of. */
  private static final String ROLE =
      "\\s(?:for|of|in|on)\\s(?:this|the|our|these|that|each|an?|all)\\s(?:[\\p{L}][\\p{L}/-]{0,19}\\s){0,4}?(?:role|position|job|opportunity|opening|contract|project|gig|vacancy|post|work|assignment|task|study|survey|interview|session|location|level|engagement|posting|requisition|internship|placement)s?(?:\\s(?:in|at)\\s[\\p{L}.-]+(?:,?\\s[\\p{L}.-]+){0,3}?)?";

  static final String OF_ROLE = "(?:" + ROLE + ")?";

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:pay(?:s|ing|ment|out|ment rate| rates?| range| scale)?|(?:be|are|is|gets?|getting|being) paid|paid(?=\\s?[:=–-])|rewards?|compensation|salary|salaries|wages?|rates?|budget|remuneration|incentive|honorarium|stipend for participa\\w+"
              + "|vergütung|gehalt|lohn|bezahlung|honorar|salaire|rémunération|tarif|salario|sueldo|pago|paga|remuneração|salário|pagamento|compenso|retribuzione|ücret|maaş|зарплата|оплата|ставка|wynagrodzenie|stawka|lön|betaling|gaji|lương|sahod|报酬|薪资|工资|月薪|時給|時薪|报酬|報酬|給与|給料)"
              + "(?:['’]s)?(?:\\s(?:is|are|of|range|ranges|band|from|between|about|around|up to|starts? at|will be|would be|you|workers?|participants?|per \\w+|amount|rate)|"
              + ROLE
              + ")*\\s?[:=–-]?[\\s*]*(?:~|up to|from|about|around|approx|at least|starting at|starting from|min|max|circa|ca)?\\s*$",
          CASELESS);

  private static final Pattern FIRM = Pattern.compile("(?:[:=]|\\bis|\\bof)\\s*~?$", CASELESS);

  /** After the number comes a unit or nothing, and no noun. */
  private static final Pattern ENDS =
      Pattern.compile(
          "\\s?(?:$|[^\\p{L}\\p{N}\\s%]|(?:an?|per|each|for|or|and|plus|hourly|daily|monthly|yearly|ph|pa|p)\\b)",
          CASELESS);

  /** "interest rate", "exchange rate of": rates of something else. */
  private static final Pattern NO_RATE =
      Pattern.compile(
          "\\b(?:interest|exchange|mortgage|car|loan|phone|house|lease|insurance|tax|conversion|approval|room|nightly|reward points|late|down|bill|rent|my|his|her|their|last|request|frame|sample|bit|refresh|error|success|response|acceptance|completion|crawl|click|open|bounce)[ -](?:rates?|pay(?:ment|s)?|rewards?)\\b[^.]{0,20}$|\\b(?:i|we|he|she|they)(?:'d|'ve)? (?:only |just |have )?(?:pay|paid|paying)\\b[^.]{0,20}$"
              + "|\\b(?:have|had|need|needs|has|must|would|never)(?: only)?(?: have)?(?: to)? pay\\b[^.]{0,20}$|\\b(?:when|if|once|until|unless|after|as soon as) you\\b[^.]*$",
          CASELESS);

  /** Who does the work gets the sum, in the same sentence. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?:\\byou(?:['’]ll|['’]d| will| can| could| may| should)?\\s(?:also\\s)?(?:be\\s)?(?:get|receive|earn|make|paid|collect|compensated)"
              + "|\\b(?:participants?|respondents?|workers?|contractors?|freelancers?|annotators?|testers?|contributors?)\\s(?:will\\s|can\\s|may\\s)?(?:be\\s)?(?:get|receive|earn|make|paid|compensated)"
              + "|(?:^|[.:!,]\\s|\\band\\s|\\bto\\s|\\bcan\\s|[-–—|]\\s)(?:earn|receive|get paid|make)|\\bwe(?:['’]ll|['’]re| will| are)?\\s(?:pay|paying|offer|offering)|\\boffering|\\bwill pay|\\bpays|\\bpaying|\\bcompensated(?:\\sat|\\swith)?|\\brewarded(?:\\swith)?|\\bwill be paid|\\bthank[ -]you(?:\\sgift)?)"
              + "(?:\\s(?!bonus|off\\b|back\\b|for\\b)[^\\s.;!?\\n]{1,14}){0,5}[\\s(~:]*$",
          CASELESS);

  /** What follows a sum that is paid for taking part. */
  private static final Pattern SPOKEN_AFTER =
      Pattern.compile(
          "\\s(?:honorarium|incentive|compensation|reward|payment\\b|(?:amazon |visa |digital |e-?)?gift ?cards? (?:for|upon|on|as) (?:your|complet|participat|taking|a thank|online participa)|via (?:choice|paypal|amazon|gift|virtual|visa|tremendous|venmo|bank)"
              + "|for (?:your (?:time|opinions?|honest|feedback|participation|help)|participa\\w+|completing|taking part|each (?:completed|approved)))",
          CASELESS);

  private static final String WORK =
      "(?:surveys?|stud(?:y|ies)|questionnaires?|tasks?|hits?|interviews?|focus groups?|experiments?|sessions?|user tests?|usability tests?|gigs?|assignments?|transcriptions?|voice[- ]?overs?|logos?|articles?|videos?|tests?|recordings?|calls?)";

  /** "a $100 focus group", "survey for $5", "$5 for a survey". */
  private static final Pattern OF_WORK =
      Pattern.compile("\\b(?:an?|one|this|our|quick|short|paid|easy)\\s$", CASELESS);

  private static final Pattern THEN_WORK =
      Pattern.compile("[ -](?:[\\p{L}-]{3,14}\\s){0,2}" + WORK + "\\b", CASELESS);
  private static final Pattern FOR_WORK =
      Pattern.compile("\\sfor\\s(?:[\\p{L}\\d-]{1,14}\\s){0,4}" + WORK + "\\b", CASELESS);
  private static final Pattern WORK_FOR =
      Pattern.compile(
          "\\b" + WORK + "(?:\\s[\\p{L}-]{2,14}){0,4}\\sfor\\s(?:only |about |~)?$", CASELESS);

  /** Pieces that somebody makes or judges; a plate or a head is none. */
  private static final Pattern HANDMADE =
      Pattern.compile(
          "(?:assets?|images?|photos?|pictures?|videos?|items?|pieces?|labels?|pages?|articles?|posts?|reviews?|files?|clips?|sentences?|rows?|records?|records|annotations?|documents?|calls?|transcripts?|recordings?|reels?|shorts?|scripts?|thumbnails?|designs?"
              + "|logos?|samples?|questions?|answers?|prompts?|responses?|judge?ments?|conversations?|dialogues?|utterances?|phrases?|entr(?:y|ies)|listings?|products?|receipts?|comments?|tweets?|captions?|slides?|hours? of audio|lines?|characters?|chapters?|books?|blogs?|episodes?|leads?|messages?|emails?|profiles?|urls?|links?|searche?s?|forms?|scans?|segments?|unit|batch|completion|approved|accepted|valid|completed|submitted|each)\\b",
          CASELESS);

  /** Points that end no sentence. */
  private static final Pattern SHORTENED =
      Pattern.compile("\\b(approx|ca|circa|min|max|est|incl|avg)\\.", Pattern.CASE_INSENSITIVE);

  private PayCues() {}

  /**
   * True if the sum at this place is a prize, a price, capital or the like.
   *
   * @param withUnit whether a unit of work stands beside it
   * @param close whether it stands in the form "sum/time", which only a bonus can
   */
  static boolean isOther(String text, MoneySpan money, boolean withUnit, boolean close) {
    String before = phraseBefore(text, money.start());
    if (ON_TOP.matcher(before).find() || CHARGE.matcher(before).find()) return true;
    if (close) return false;
    if (OTHER_BEFORE.matcher(before).find() && !LABEL.matcher(before).find()) return true;
    if (I_MAKE.matcher(before).find()) return true;
    if (!withUnit && MAKE.matcher(before).find()) return true;
    boolean recruiting = RECRUITING.matcher(text).region(money.end(), text.length()).lookingAt();
    return isOtherAfter(text, money.end()) || (!withUnit && recruiting);
  }

  private static boolean isOtherAfter(String text, int end) {
    Matcher after =
        OTHER_AFTER.matcher(text).region(end, Math.min(text.length(), end + REACH + 20));
    if (!after.lookingAt()) return false;
    boolean rise = text.startsWith("+", end);
    return !(rise && after.group().toLowerCase(Locale.ROOT).contains("bonus"));
  }

  /** True if something follows that is paid for by the month. */
  static boolean isRent(String text, int end) {
    return RENT.matcher(text).region(end, text.length()).lookingAt();
  }

  /** True if a word for pay stands right before the sum. */
  static boolean isLabelled(String text, int start) {
    String before = phraseBefore(text, start, labelReach(text, start));
    return LABEL.matcher(before).find() && !NO_RATE.matcher(before).find();
  }

  /** True if the word for pay can mean a bare number too: "Pay: 15". */
  static boolean isFirmlyLabelled(String text, int start, int end) {
    return isLabelled(text, start)
        && FIRM.matcher(phraseBefore(text, start)).find()
        && ENDS.matcher(text).region(end, text.length()).lookingAt();
  }

  /** True if the sum comes on top of the pay. */
  static boolean isBonus(String text, MoneySpan money) {
    if (ON_TOP.matcher(phraseBefore(text, money.start())).find()) return true;
    return BONUS_AFTER.matcher(text).region(money.end(), text.length()).lookingAt();
  }

  /** "a $100 focus group", "survey for $5", "$5 for a survey". */
  static boolean isRewardOfWork(String text, int start, int end) {
    String before = phraseBefore(text, start);
    if (WORK_FOR.matcher(before).find()) return true;
    int reach = Math.min(text.length(), end + REACH);
    if (FOR_WORK.matcher(text).region(end, reach).lookingAt()) return true;
    return OF_WORK.matcher(before).find() && THEN_WORK.matcher(text).region(end, reach).lookingAt();
  }

  /** True if the unit is something that is made or judged, one by one. */
  static boolean isMadeByHand(String text, Statement statement) {
    int from = statement.money().end();
    int to = Math.max(from, statement.end());
    return HANDMADE.matcher(text).region(from, to).find();
  }

  /** True if the sentence says that somebody gets the sum for work. */
  static boolean isSpokenOf(String text, int start, int end) {
    String before = phraseBefore(text, start);
    if (SPOKEN.matcher(before).find() && !NO_RATE.matcher(before).find()) return true;
    int reach = Math.min(text.length(), end + REACH);
    return SPOKEN_AFTER.matcher(text).region(end, reach).lookingAt();
  }

  /** The phrase up to here: back to the last full stop, line end or dash between blanks. */
  /** How far before a sum a word for pay may stand: farther where it says what the pay is for. */
  static int labelReach(String text, int start) {
    String near = text.substring(Math.max(0, start - REACH), start);
    return near.contains(" for ") || near.contains(" this ") ? LABEL_REACH : REACH;
  }

  private static String phraseBefore(String text, int start) {
    return phraseBefore(text, start, REACH);
  }

  private static String phraseBefore(String text, int start, int reach) {
    String before =
        SHORTENED.matcher(text.substring(Math.max(0, start - reach), start)).replaceAll("$1 ");
    int cut = 0;
    for (String mark : new String[] {". ", "\n", "! ", "? ", "; ", " -", " –", " —", "- ", "|"}) {
      int at = before.lastIndexOf(mark);
      if (at >= 0) cut = Math.max(cut, at + mark.length());
    }
    return before.substring(cut);
  }
}
