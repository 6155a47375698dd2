package worthwhile.text.pay;

import java.util.Locale;
import java.util.regex.Matcher;
import worthwhile.text.word.Sought;

/** Words around a sum that make it pay, and those that make it anything but pay. */
final class PayCues {
  private static final int REACH = 60;

  /**
   * Prizes, capital, prices, savings: no pay, even with a period behind ("$10k a month in MRR").
   */
  private static final Sought OTHER_BEFORE =
      Sought.caseless(
          "\\b(?:win|wins|won|winning|winners?|chances?|raffles?|lottery|drawings?|sweepstakes?|giveaways?|contests?|raised?|raising|fund(?:ing|ed|s)|"
              + "backed|valued|valuation|revenues?|turnover|sales|worth|sav(?:e|ed|es|ing|ings)|costs?|costing|deposits?|invest\\w*|donat\\w*|spen[dt]\\w*"
              + "|bought|buy|purchas\\w*|priced|sell\\w*|sold|netted|profit\\w*|balance|owed?s?|withdraw\\w*|cash(?:ed|es|ing)?[\\s-]?out|thresholds?"
              + "|bonus(?:es)?|tips?|referrals?|refer|tuition|allowances?|stipends?|reimburs\\w*|insur\\w*|coverage|401|loans?|debts?|tax\\w*|generat(?:ed|es|ing)"
              + "|grow(?:n|ing)?|grew|manag(?:ed|ing|es)|quoted|pending|broken?|cracked|goal|free|guarantees?(?! wages| pay| hours)|put away|set aside|transferr?\\w*|credits?|refund\\w*|fined?|prizes?|parking|rents?|rental|fares?|tickets?|invoices?|recharged?|refill\\w*|debited|credited|charged?|charges|deducted|subscri\\w+|memberships?|(?<!fixed[ -]|fix)prices?|msrp|rrp|paying off|afford|budgeted"
              + "|jackpots?|bet|bets|betting|wager\\w*|lost|lose|losing|minimum (?:order|purchase|spend)|orders? over|interest|exchange|mortgage|i(?:'ve|’ve| have)?(?: just)? (?:made|earned|got|paid)|made|earned)"
              + "(?:\\s(?!pay|earn|for\\b)[^\\s.;!?\\n]{1,14}){0,3}[\\s:(~*]*$");

  /** "I usually make like $8 an hour": told, not offered. */
  private static final Sought I_MAKE =
      Sought.of(
          "\\b(?:I|i)(?:['’]m|['’]ve|['’]d)?\\s(?:[a-z]+\\s){0,2}(?:mak(?:e|ing)|made|earn(?:ed|ing)?|average|averaged)\\b[^.;!?\\n]{0,20}$",
          0);

  private static final Sought MAKE = Sought.caseless("\\bmak(?:e|es|ing)\\s(?:[\\w~]+\\s){0,2}~?$");

  private static final Sought OTHER_AFTER =
      Sought.caseless(
          "\\s?(?:奖金|賞金|獎金|\\(?free (?:home )?(?:delivery|shipping))|\\+?[\\s,)]+(?:(?:in|of|an?|annual|annually|recurring|monthly|yearly|total|cash|poss\\.?|possible|potential|max|performance|extra|seed"
              + "|new|the|weekly|amazon|visa|paypal|venture|series [a-f]|usd|welcome|retention|completion|joining|minimum|min\\.?|worth of|for (?:home|your|the) office|home office|learning|wellness|internet)\\s){0,3}"
              + "(?:bonus(?:es)?|MRR|ARR|GMV|AUM|TVL|revenues?|sales|funding|valuation|company|startup|business|fund\\b|raised|round|market\\b|industry|grants?|deposit|fee\\b|fees\\b"
              + "|cash[\\s-]?outs?|pay-?outs? (?:minimum|threshold)|minimum|off\\b|discount|credits?\\b|allowance|stipend|tax|coverage|sign-?on|sign-?up|signing|referral|raffle|drawing"
              + "|prizes?\\b|lottery|savings|saved|under management|per (?:seat|user|license)|invest\\w*|donation|loan|purchase|order\\b|bill\\b|giveaway|sweepstakes?|reimburse\\w*|budget for|withdrawals?|mark\\b|value\\b|earned|already|i (?:made|earned|got)|above (?:the )?min\\w*"
              + "|(?:is|was|were|has been|have been|will be|is being) (?:due|received|credited|debited|transfer\\w*|deducted|charged|refunded|overdue|outstanding|donated|raised)|debited|credited"
              + "|spent\\b|paid out|lost\\b|lighter|heavier|overweight|of (?:weight|flour|sugar|meat)|airfare|fare\\b|tickets?\\b|parking|rent\\b|rental\\b|recharge|top-?up|laptops?|phones?|price\\b|price tag|house\\b|home\\b|car\\b|billion|million|(?:and|&) up\\b|back(?!\\s?-?(?:end|pay|office|ground|link|up|stage|to))\\b|retail|msrp|pizza|burger|lunch|dinner)");

  /** "$5 with every friend you refer": the reward of a recruiter, not of a worker. */
  private static final Sought RECRUITING =
      Sought.caseless(
          "[^.;!?\\n|]{0,40}?\\b(?:refer(?:s|red|ring|rals?)?|sign(?:ing|s)?[\\s-]?ups?|for (?:joining|opening|creating an? account|registering|downloading|installing)|cash\\s?back|rebates?|discount(?:ed)?)\\b");

  /** What is paid by the month as well, said behind the month. */
  private static final Sought RENT =
      Sought.caseless(
          "\\s(?:in\\s|for\\s)?(?:rent|subscriptions?|plans?|memberships?|mortgage|lease|parking|flat|apartment|house|hosting|allowance|stipend|wellness|perks?)\\b");

  /** What the worker has to pay or to reach before anything is paid out. */
  private static final Sought CHARGE =
      Sought.caseless(
          "\\b(?:(?:minimum|min\\.?)\\s(?:cash\\s?out|pay\\s?out|payment|withdrawal|balance)|payout minimum|(?:registration|application|sign-?up|joining|processing|security|training|administration|admin|starter|activation)\\s(?:fee|deposit|kit|cost)s?)(?:\\s(?:is|of|at|from)|\\s?[:=])*\\s*~?$");

  /** "plus up to $1", "+ .25": on top of the pay. */
  private static final Sought ON_TOP =
      Sought.caseless(
          "(?:\\+|\\bplus\\b|\\bbonus\\b)[\\s(]*(?:an?\\s|up\\sto\\s|upto\\s|extra\\s|another\\s|potential\\s|possible\\s|additional\\s|bonus\\s(?:of\\s)?|chance\\s(?:of|for)\\s)*(?:up to\\s)?$");

  private static final Sought BONUS_AFTER =
      Sought.caseless(
          "\\s(?:poss(?:ible|\\.)?\\s|potential\\s|max(?:imum)?\\s|extra\\s)?bonus(?:es)?\\b");

  /** "for this role", "of the remote position": what a rate is said of. */
  private static final String ROLE =
      "\\s(?:for|of|in|on)\\s(?:this|the|our|these|that|each|an?|all)\\s(?:[\\p{L}][\\p{L}/-]{0,19}\\s){0,4}?(?:role|position|job|opportunity|opening|contract|project|gig|vacancy|post|work|assignment|task|study|survey|interview|session|location|level|engagement|posting|requisition|internship|placement)s?(?:\\s(?:in|at)\\s[\\p{L}.-]+(?:,?\\s[\\p{L}.-]+){0,3}?)?";

  static final String OF_ROLE = "(?:" + ROLE + ")?";

  private static final Sought LABEL =
      Sought.caseless(
          "(?<![\\p{L}\\p{N}])(?:pay(?:s|ing|ment|out|ment rate| rates?| range| scale)?|(?:be|are|is|gets?|getting|being) paid|paid(?=\\s?[:=–-])|rewards?|compensation|salary|salaries|wages?|rates?|budget|remuneration|incentive|honorarium|stipend for participa\\w+"
              + "|vergütung|gehalt|lohn|bezahlung|honorar|salaire|rémunération|tarif|salario|sueldo|pago|paga|remuneração|salário|pagamento|compenso|retribuzione|ücret|maaş|зарплата|оплата|ставка|wynagrodzenie|stawka|lön|betaling|gaji|lương|sahod|报酬|薪资|工资|月薪|時給|時薪|报酬|報酬|給与|給料)"
              + "(?:['’]s)?(?:\\s(?:is|are|of|range|ranges|band|from|between|zwischen|entre|von|desde|de|da|van|tussen|od|от|mellan|about|around|up to|starts? at|will be|would be|you|workers?|participants?|per \\w+|amount|rate)|"
              + ROLE
              + ")*\\s?[:=–-]?[\\s*]*(?:~|up to|from|about|around|approx|at least|starting at|starting from|min|max|circa|ca)?\\s*$");

  private static final Sought FIRM = Sought.caseless("(?:[:=]|\\bis|\\bof)\\s*~?$");

  /** After the number comes a unit or nothing, and no noun. */
  private static final Sought ENDS =
      Sought.caseless(
          "\\s?(?:$|[^\\p{L}\\p{N}\\s%]|(?:an?|per|each|for|or|and|plus|hourly|daily|monthly|yearly|ph|pa|p)\\b)");

  /** "interest rate", "exchange rate of": rates of something else. */
  private static final Sought NO_RATE =
      Sought.caseless(
          "\\b(?:interest|exchange|mortgage|car|loan|phone|house|lease|insurance|tax|conversion|approval|room|nightly|reward points|late|down|bill|rent|my|his|her|their|last|request|frame|sample|bit|refresh|error|success|response|acceptance|completion|crawl|click|open|bounce)[ -](?:rates?|pay(?:ment|s)?|rewards?)\\b[^.]{0,20}$|\\b(?:i|we|he|she|they)(?:'d|'ve)? (?:only |just |have )?(?:pay|paid|paying)\\b[^.]{0,20}$"
              + "|\\b(?:have|had|need|needs|has|must|would|never)(?: only)?(?: have)?(?: to)? pay\\b[^.]{0,20}$|\\b(?:when|if|once|until|unless|after|as soon as) you\\b[^.]*$");

  /** Who does the work gets the sum, in the same sentence. */
  private static final Sought SPOKEN =
      Sought.caseless(
          "(?:\\byou(?:['’]ll|['’]d| will| can| could| may| should)?\\s(?:also\\s)?(?:be\\s)?(?:get|receive|earn|make|paid|collect|compensated)"
              + "|\\b(?:participants?|respondents?|workers?|contractors?|freelancers?|annotators?|testers?|contributors?)\\s(?:will\\s|can\\s|may\\s)?(?:be\\s)?(?:get|receive|earn|make|paid|compensated)"
              + "|(?:^|[.:!,]\\s|\\band\\s|\\bto\\s|\\bcan\\s|[-–—|]\\s)(?:earn|receive|get paid|make)|\\bwe(?:['’]ll|['’]re| will| are)?\\s(?:pay|paying|offer|offering)|\\boffering|\\bwill pay|\\bpays|\\bpaying|\\bcompensated(?:\\sat|\\swith)?|\\brewarded(?:\\swith)?|\\bwill be paid|\\bthank[ -]you(?:\\sgift)?)"
              + "(?:\\s(?!bonus|off\\b|back\\b|for\\b)[^\\s.;!?\\n]{1,14}){0,5}[\\s(~:]*$");

  /** "1000 points = ": what points are worth, and nothing that is paid. */
  private static final Sought EXCHANGE =
      Sought.caseless(
          "\\d\\s?(?:=|(?:points?|pts|coins?|credits?|tokens?|gems|diamonds|SB|xp)\\s?(?:=|equals|(?:are|is) equal to))\\s?~?$");

  private static final Sought EXCHANGED =
      Sought.caseless(
          "\\s?(?:=|equals)\\s?[\\d,.]+\\s?(?:points?|pts|coins?|credits?|tokens?|gems|diamonds|SB|xp)\\b");

  /** What follows a sum that is paid for taking part. */
  private static final Sought SPOKEN_AFTER =
      Sought.caseless(
          "\\s(?:honorarium|incentive|compensation|reward|payment\\b|(?:amazon |visa |digital |e-?)?gift ?cards? (?:for|upon|on|as) (?:your|complet|participat|taking|a thank|online participa)|via (?:choice|paypal|amazon|gift|virtual|visa|tremendous|venmo|bank)"
              + "|for (?:your (?:time|opinions?|honest|feedback|participation|help)|participa\\w+|completing|taking part|each (?:completed|approved)))");

  private static final String WORK =
      "(?:surveys?|stud(?:y|ies)|questionnaires?|tasks?|hits?|interviews?|focus groups?|experiments?|sessions?|user tests?|usability tests?|gigs?|assignments?|transcriptions?|voice[- ]?overs?|logos?|articles?|videos?|tests?|recordings?|calls?)";

  /** "a $100 focus group", "survey for $5", "$5 for a survey". */
  private static final Sought OF_WORK =
      Sought.caseless("\\b(?:an?|one|this|our|quick|short|paid|easy)\\s$");

  private static final Sought THEN_WORK =
      Sought.caseless("[ -](?:[\\p{L}-]{3,14}\\s){0,2}" + WORK + "\\b");
  private static final Sought FOR_WORK =
      Sought.caseless("\\sfor\\s(?:[\\p{L}\\d-]{1,14}\\s){0,4}" + WORK + "\\b");
  private static final Sought WORK_FOR =
      Sought.caseless("\\b" + WORK + "(?:\\s[\\p{L}-]{2,14}){0,4}\\sfor\\s(?:only |about |~)?$");

  /** Pieces that somebody makes or judges; a plate or a head is none. */
  private static final Sought HANDMADE =
      Sought.caseless(
          "(?:assets?|images?|photos?|pictures?|videos?|items?|pieces?|labels?|pages?|articles?|posts?|reviews?|files?|clips?|sentences?|rows?|records?|records|annotations?|documents?|calls?|transcripts?|recordings?|reels?|shorts?|scripts?|thumbnails?|designs?"
              + "|logos?|samples?|questions?|answers?|prompts?|responses?|judge?ments?|conversations?|dialogues?|utterances?|phrases?|entr(?:y|ies)|listings?|products?|receipts?|comments?|tweets?|captions?|slides?|hours? of audio|lines?|characters?|chapters?|books?|blogs?|episodes?|leads?|messages?|emails?|profiles?|urls?|links?|searche?s?|forms?|scans?|captchas?|segments?|unit|batch|completion|approved|accepted|valid|completed|submitted|each)\\b");

  private PayCues() {}

  /**
   * True if the sum is a prize, a price, capital or the like.
   *
   * @param withUnit whether a unit of work stands beside it
   * @param close whether it stands in the form "sum/time", which only a bonus can
   */
  static boolean isOther(Lead lead, String text, int end, boolean withUnit, boolean close) {
    String before = lead.phrase();
    if (lead.isOnTop() || CHARGE.isIn(before)) return true;
    if (close) return false;
    if (OTHER_BEFORE.isIn(before) && !LABEL.isIn(before)) return true;
    if (I_MAKE.isIn(before)) return true;
    if (!withUnit && MAKE.isIn(before)) return true;
    if (!withUnit && isExchange(lead, text, end)) return true;
    return isOtherAfter(text, end) || (!withUnit && RECRUITING.isAt(text, end));
  }

  private static boolean isExchange(Lead lead, String text, int end) {
    boolean may = "=~os".indexOf(lead.last()) >= 0;
    return (may && EXCHANGE.isIn(lead.phrase())) || EXCHANGED.isAt(text, end);
  }

  private static boolean isOtherAfter(String text, int end) {
    Matcher after = OTHER_AFTER.at(text, end, Math.min(text.length(), end + REACH + 20));
    if (after == null) return false;
    boolean rise = text.startsWith("+", end);
    return !(rise && after.group().toLowerCase(Locale.ROOT).contains("bonus"));
  }

  /** True if something follows that is paid for by the month. */
  static boolean isRent(String text, int end) {
    return RENT.isAt(text, end);
  }

  /** True if a phrase ends in a word for pay. */
  static boolean isLabel(String phrase) {
    return LABEL.isIn(phrase) && !NO_RATE.isIn(phrase);
  }

  /** True if the word for pay can mean a bare number too: "Pay: 15". */
  static boolean isFirmlyLabelled(Lead lead, String text, int end) {
    return lead.isLabelled() && FIRM.isIn(lead.phrase()) && ENDS.isAt(text, end);
  }

  /** True if what follows the phrase comes on top of the pay. */
  static boolean isOnTop(String phrase) {
    return ON_TOP.isIn(phrase);
  }

  /** True if the sum is called a bonus. */
  static boolean isBonus(Lead lead, String text, int end) {
    return lead.isOnTop() || BONUS_AFTER.isAt(text, end);
  }

  /** "a $100 focus group", "survey for $5", "$5 for a survey". */
  static boolean isRewardOfWork(Lead lead, String text, int end) {
    if (WORK_FOR.isIn(lead.phrase())) return true;
    int reach = Math.min(text.length(), end + REACH);
    if (FOR_WORK.at(text, end, reach) != null) return true;
    return OF_WORK.isIn(lead.phrase()) && THEN_WORK.at(text, end, reach) != null;
  }

  /** True if the unit is something that is made or judged, one by one. */
  static boolean isMadeByHand(String text, Statement statement) {
    int from = statement.money().end();
    return HANDMADE.isIn(text.substring(from, Math.max(from, statement.end())));
  }

  /** True if the sentence says that somebody gets the sum for work. */
  static boolean isSpokenOf(Lead lead, String text, int end) {
    String before = lead.phrase();
    if (SPOKEN.isIn(before) && !NO_RATE.isIn(before)) return true;
    int reach = Math.min(text.length(), end + REACH);
    return SPOKEN_AFTER.at(text, end, reach) != null;
  }
}
