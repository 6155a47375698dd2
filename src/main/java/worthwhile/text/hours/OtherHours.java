package worthwhile.text.hours;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours for a span of time that are not how long the work is: leave that is earned, meetings,
 * overlap with a zone, breaks, overtime, what others work.
 */
final class OtherHours {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int REACH = 80;

  private static final String BESIDES =
      "(?:vacations?|holidays?|leave|pto|time off|meetings?|calls|(?:team|video|phone|weekly|zoom) call|check-?ins?|stand-?ups?|syncs?"
          + "|training|learning|education|study(?:ing)?|development time|mentoring|coaching|overlap(?:s|ping)?|lunch|breaks?|over-?time|on-?call"
          + "|volunteer(?:ing)?|exercise|fitness|child ?care|therapy|homework|class(?:es)?|lessons?|commut(?:e|ing)|travel(?:ling)?"
          + "|urlaub|pausen?|überstunden|schulung|vacaciones|reuniones|formación|horas extras?|congés|réunions?|formation|pauses?)";

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<!\\p{L})(?:"
              + BESIDES
              + "|accru(?:es?|ed|ing|als?))"
              + "(?:\\s(?:is|are|of|takes?|for|about|up to|averages?|at least|will|be|an?|the|total(?:s|ing)?|usually|typically|time|lasts?|around"
              + "|approximately|unpaid|paid|required|hours)|\\s?[:(])*+\\s?$",
          CASELESS);

  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s(?:of|for|on)\\s(?:[\\p{L}-]+\\s){0,3}?"
              + BESIDES
              + "(?!\\p{L})|\\s(?:[\\p{L}-]+\\s){0,2}?(?:check-?in|meeting|stand-?up|sync|lunch|over-?time|break|unpaid|pto)(?!\\p{L})"
              + "|\\s?\\(?(?:or more|\\+|and (?:up|more)\\b|min(?:imum|\\.|\\b)|at least)"
              + "|\\s(?:to (?:be eligible|qualify)|(?:are|is) eligible|qualif(?:y|ies))",
          CASELESS);

  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b(?:those|employees|people|anyone|participants|workers|drivers|users|clients|customers|members|staff)\\s(?:who|that|working|averaging)\\b",
          CASELESS);

  private static final Pattern WANTED =
      Pattern.compile(
          "\\b(?:looking|need|seek\\w*|want|hiring|recruit\\w*|can|available|able|willing)\\b",
          CASELESS);

  private static final Pattern CLAUSE = Pattern.compile("[.;!?,\\n|•·]|\\s[-–—]\\s");

  private OtherHours() {}

  /** Whether what stands between two places says something else than how long the work is. */
  static boolean isAt(String text, int start, int end) {
    String lead = text.substring(Math.max(0, start - REACH), start);
    String clause = lead.substring(lastClause(lead));
    Matcher tail = BEHIND.matcher(text).region(end, Math.min(text.length(), end + REACH));
    return BEFORE.matcher(clause).find()
        || tail.lookingAt()
        || (OTHERS.matcher(clause).find() && !WANTED.matcher(clause).find());
  }

  private static int lastClause(String lead) {
    int from = 0;
    Matcher mark = CLAUSE.matcher(lead);
    while (mark.find()) from = mark.end();
    return from;
  }
}
