package worthwhile.text.pay;

import java.util.List;
import worthwhile.text.word.Sought;

/**
 * Money that the people sought earn, have or pay already, or that they are asked about: it is no
 * pay for the work.
 */
final class AudienceMoney {
  /** Without one of these in a phrase nothing of it is looked for. */
  private static final List<String> SIGNS =
      List.of("earn", "mak", "pay", "pai", "ncome", "ngres", "inkommen", "evenu");

  private static final String PEOPLE =
      "(?:people|persons?|adults?|those|any(?:one|body)|some(?:one|body)|individuals?|(?<!you as )employees|households?|famil(?:y|ies)|couples?|parents?|mothers|fathers|residents?|citizens|americans|tenants?|renters?|(?:home)?owners?|landlords|subscribers?|customers|consumers?|shoppers?|patients?|drivers?|users?|adopters|workers|graduates|professionals|women|men|respondents|participants)";

  private static final String NOW = "(?:\\s(?:currently|already|now|typically|usually|presently))?";

  /** "who currently earn", "must make", "people earning", "if you pay", "tenants paying". */
  private static final Sought HAVING =
      Sought.caseless(
          "\\b(?:(?<!join )"
              + PEOPLE
              + "\\s(?:who|that)(?:\\sare)?"
              + NOW
              + "\\s(?:earn|mak(?:e|ing)|earning|pay|paying)"
              + "|(?:must|needs?\\sto|have\\sto|has\\sto)"
              + NOW
              + "\\s(?:earn|make|be\\s(?:earning|making|paying))"
              + "|"
              + PEOPLE
              + NOW
              + "\\s(?:earning|making|paying)"
              + "|(?:if|do|are|whether|unless)\\syou"
              + NOW
              + "\\s(?:earn(?:ing)?|mak(?:e|ing)|pay(?:ing)?))"
              + "(?:\\s(?!you|we|to\\b|get|for|or\\b)[^\\s.,;!?\\n]{1,14}){0,4}[\\s(~:]*$");

  /** "Household income: ", "homeowners with annual income of ". */
  private static final Sought INCOME =
      Sought.caseless(
          "\\b(?:(?:(?:household|family|combined|personal)\\s|(?:with|whose|having|low|high)[\\s-]{1,2}(?:an?\\s)?)(?:(?:combined|annual|yearly|gross|net|total|monthly|individual|personal|household|family|minimum|pre-?tax)\\s){0,3}incomes?(?!\\s(?:potential|opportunit|goal))"
              + "|haushalts(?:netto)?einkommen|ingresos\\s(?:familiares|del\\shogar|anuales)|revenus?\\s(?:annuels?|du\\sfoyer|mensuels?)\\sdu\\sfoyer)"
              + "(?:\\s[^\\s.,;!?\\n]{1,14}){0,4}\\s?[:=(–-]?[\\s(~]*$");

  private static final Sought WAGE_BEFORE =
      Sought.caseless("\\bminimum[\\s-]wages?(?:\\s(?:of|is|at|to|from|rate))?[\\s:(,–-]{0,3}$");

  private static final Sought WAGE_BEHIND =
      Sought.caseless(
          "[)\\s]{0,2}\\s(?:(?!minimum)[\\p{L}-]{3,14}\\s){0,2}(?:minimum[\\s-]wages?|wages?)\\b");

  private static final Sought MINIMUM = Sought.caseless("\\bminimum[\\s-]wage");

  /** "on the $20 fast-food wage": what is spoken about. */
  private static final Sought ABOUT =
      Sought.caseless(
          "\\b(?:on|about|regarding|against|support\\w*|oppos\\w+|propos\\w+|towards?)\\s(?:the|an?|this|raising\\s\\w+)\\s$");

  private static final Sought GIVEN =
      Sought.caseless(
          "\\b(?:pay|pays|paid|paying|payment|offer\\w*|earn\\w*|get|receive|guarante\\w*|compensat\\w+|salary|start\\w*)\\b");

  private static final Sought ASKED =
      Sought.caseless(
          "\\?|\\b(?:stud(?:y|ies)|surveys?|polls?|opinions?|feel|think|debate|attitudes?|views?|vot(?:e|ers?|ing)|polic(?:y|ies)|research|rais(?:e|ing)|laws?)\\b");

  private AudienceMoney() {}

  /**
   * Whether a sum is what the people sought have or are asked about.
   *
   * @param head the beginning of the text
   * @param end where the sum ends with its unit
   */
  static boolean isMeant(Lead lead, String text, String head, int end) {
    String before = lead.phrase();
    if (isSigned(before) && (HAVING.isIn(before) || INCOME.isIn(before))) return true;
    return isWage(head) && isWageAskedAbout(before, text, end) && ASKED.isIn(head);
  }

  private static boolean isSigned(String phrase) {
    for (String sign : SIGNS) if (phrase.contains(sign)) return true;
    return false;
  }

  private static boolean isWage(String head) {
    return head.contains("wage") || head.contains("Wage");
  }

  /** "How do you feel about a $15 per hour minimum wage?" */
  private static boolean isWageAskedAbout(String before, String text, int end) {
    if (GIVEN.isIn(before)) return false;
    if (WAGE_BEFORE.isIn(before)) return true;
    String behind = text.substring(Math.min(end, text.length()), Math.min(text.length(), end + 48));
    return WAGE_BEHIND.isAt(behind, 0) && (ABOUT.isIn(before) || MINIMUM.isIn(behind));
  }
}
