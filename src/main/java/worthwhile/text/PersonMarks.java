package worthwhile.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a text leads to one person: addresses of mail, also spelled out, numbers of phones, and
 * ids that workers have on platforms. Names and streets are not told from other words.
 */
public final class PersonMarks {
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}"
              + "(?: ?@ ?| ?[\\[({] ?(?:at|arroba) ?[\\])}] ?| arroba )"
              + "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}"
              + "(?:(?:\\.| ?[\\[({] ?(?:dot|punto) ?[\\])}] ?| (?:dot|punto) )"
              + "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}){1,5}"
              + "|[\\p{L}\\p{N}._%+-]{2,64} at [\\p{L}\\p{N}-]{2,63} dot \\p{L}{2,12}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Digits with at most two signs between them; what holds enough of them is looked at. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_/#:=.,-])[+(]?\\d(?:[ ().\\u00a0-]{0,2}\\d){7,18}(?![\\p{L}\\p{N}_/:])");

  /** Days, and years beside each other, are no phones. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?:19|20)\\d\\d[-. ]\\d{1,2}[-. ]\\d{1,2}|\\d{1,2}[-. ]\\d{1,2}[-. ](?:19|20)\\d\\d"
              + "|(?:19|20)\\d\\d ?- ?(?:19|20)\\d\\d");

  private static final Pattern CALLS =
      Pattern.compile(
          "(?:phone|mobile|cell|call(?:ed)?|tel|tel[eé]fono|m[oó]vil|celular|ll[aá]m\\w*|whats ?app|sms"
              + "|text)(?: (?:number|no|n[uú]mero|is|es|me|at|al|on|him|her|them))*[ .:]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** As MTurk numbers workers, and as Prolific numbers everything. */
  private static final Pattern WORKER =
      Pattern.compile(
          "\\bA(?=[A-Z0-9]*\\d[A-Z0-9]*\\d)[A-Z0-9]{11,13}\\b"
              + "|\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{24}\\b");

  /** What stands before the number of a piece of work. */
  private static final Pattern OF_WORK =
      Pattern.compile(
          "(?:stud(?:y|ies)|surveys?|tasks?|hits?|jobs?|projects?|postings?|estudios?|encuestas?|tareas?"
              + "|proyectos?)(?: ?/ ?| (?:id|number|no|n[uú]mero)\\b| )?[ .:=#/]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int BEFORE = 30;
  private static final int FEWEST_ALONE = 9;

  private PersonMarks() {}

  /** The first piece that does; empty if there is none. */
  public static Optional<String> first(String text) {
    return Stream.of(
            MAIL.matcher(text).results(),
            NUMBER.matcher(text).results().filter(found -> isPhone(text, found)),
            WORKER.matcher(text).results().filter(found -> !isOfWork(text, found)))
        .flatMap(each -> each)
        .map(found -> found.group().strip())
        .findFirst();
  }

  /** With a plus, in groups, or where somebody is called; other numbers count something. */
  private static boolean isPhone(String text, MatchResult found) {
    String number = found.group();
    long digits = number.chars().filter(Character::isDigit).count();
    if (number.startsWith("+")) return true;
    if (CALLS.matcher(before(text, found)).find()) return true;
    boolean grouped = digits < number.length();
    return grouped && digits >= FEWEST_ALONE && !DAY.matcher(number).find();
  }

  private static boolean isOfWork(String text, MatchResult found) {
    return OF_WORK.matcher(before(text, found)).find();
  }

  private static String before(String text, MatchResult found) {
    return text.substring(Math.max(0, found.start() - BEFORE), found.start());
  }
}
