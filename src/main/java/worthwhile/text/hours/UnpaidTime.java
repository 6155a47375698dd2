package worthwhile.text.hours;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.text.Shortened;
import worthwhile.text.pay.PayText;
import worthwhile.text.time.TimeSpan;
import worthwhile.text.word.Sought;

/**
 * Work without pay that a text asks for before or beside the paid work: "unpaid onboarding of 3
 * hours", "a 2-hour assessment, which is not paid".
 *
 * @param what onboarding, assessment or training
 * @param hours that it takes
 * @param quote the sentence, or as much of it as says so
 */
public record UnpaidTime(String what, BigDecimal hours, String quote) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST_QUOTE = 200;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(200);
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

  private static final String WHAT =
      "(?<what>on-?boarding|orientation|induction|assessment|qualification|entry test|test task|"
          + "exam|quiz|training|trial|tutorial|einarbeitung|einführung|schulung|probearbeit|eignungstest|einstufungstest"
          + "|formación|capacitación|entrenamiento|inducción|evaluación|prueba|formation|évaluation|intégration)s?";

  /** Said only of who fails, it is not said of the work. */
  private static final String WITHOUT =
      "(?:(?<!\\bno )(?<!\\bnever )(?<!\\bnot )(?<!\\bwithout )unpaid|uncompensated|non-paid|not (?:be )?(?:paid|compensated)|without (?:any )?pay|no pay"
          + "|unbezahlt(?:e[rsnm]?)?|nicht (?:bezahlt|vergütet)|ohne (?:bezahlung|vergütung)"
          + "|no (?:es |está )?(?:remunerad|pagad|retribuid)[oa]s?|sin (?:pago|remuneración|sueldo)|non (?:rémunéré|payé)e?s?)"
          + "(?!\\p{L}|\\s(?:if|unless|when|for those)\\b)";

  /** No end of a sentence within a number. */
  static final Pattern END = Pattern.compile("[!?;\\n]|\\.(?!\\d)");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<!\\p{L})" + WITHOUT + "[^,]{0,40}?(?<!\\p{L})" + WHAT + "(?!\\p{L})", CASELESS);

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?<!\\p{L})"
              + WHAT
              + "(?!\\p{L})(?:(?!\\b(?:paid|compensated|breaks?|lunch)\\b).){0,80}?(?<!\\p{L})"
              + WITHOUT,
          CASELESS);

  private static final Sought CUE = Sought.caseless(WITHOUT);
  private static final Pattern NOT_UNPAID = Pattern.compile("\\bnot unpaid\\b", CASELESS);

  /** "There is an unpaid assessment. It takes about an hour." */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:it|this|that|sie|es|er|esta?|elle|il|(?:the |die |der |das |la |el )"
              + WHAT
              + ")\\s(?:(?:will|should|usually|normally)\\s)*(?:takes?|lasts?|is|dauert|dura|dure|prend)\\b",
          CASELESS);

  private static final Pattern DIGIT_OR_WORD = Pattern.compile("(?<![\\p{L}\\d.,])[\\p{L}\\d]");
  private static final Pattern WITHIN =
      Pattern.compile("\\b(?:within|after|in under)\\s$", CASELESS);

  /** A rate is no length: "20 hours per week". */
  private static final Pattern RATE =
      Pattern.compile("\\s?(?:/|per\\b|an?\\b|each\\b|every\\b|weekly|daily).*", CASELESS);

  /** All that a text says, each kind once; empty if it says nothing of the sort. */
  public static List<UnpaidTime> in(String text) {
    List<UnpaidTime> all = new ArrayList<>();
    if (text == null || !CUE.isIn(text)) return all;
    String head = text.substring(0, Math.min(text.length(), PayText.MAX_LENGTH));
    String[] sentences = END.split(head, -1);
    for (int i = 0; i < sentences.length; i++) {
      String next = i + 1 < sentences.length ? sentences[i + 1].strip() : "";
      UnpaidTime found = ofSentence(sentences[i].strip(), next);
      if (found != null && all.stream().noneMatch(one -> one.what.equals(found.what)))
        all.add(found);
    }
    return all;
  }

  private static @Nullable UnpaidTime ofSentence(String sentence, String next) {
    if (NOT_UNPAID.matcher(sentence).find()) return null;
    Matcher found =
        Stream.of(BEFORE, BEHIND)
            .map(pattern -> pattern.matcher(sentence))
            .filter(Matcher::find)
            .findFirst()
            .orElse(null);
    if (found == null) return null;
    BigDecimal hours = nearest(sentence, found.start("what"));
    if (hours == null && GOES_ON.matcher(next).lookingAt()) hours = nearest(next, 0);
    if (hours == null || hours.compareTo(LONGEST) > 0) return null;
    return new UnpaidTime(kind(found.group("what")), hours, Shortened.to(LONGEST_QUOTE, sentence));
  }

  /** The span of time that stands nearest to a place. */
  private static @Nullable BigDecimal nearest(String sentence, int at) {
    BigDecimal hours = null;
    int nearest = Integer.MAX_VALUE;
    Matcher begin = DIGIT_OR_WORD.matcher(sentence);
    int from = 0;
    while (begin.find(from)) {
      TimeSpan span = TimeSpan.at(sentence, begin.start()).orElse(null);
      from = span == null ? begin.end() : span.end();
      if (span == null || isRate(sentence, span) || isWithin(sentence, span)) continue;
      int distance = Math.abs(span.start() - at);
      if (distance < nearest) {
        nearest = distance;
        hours = BigDecimal.valueOf(span.duration().toMillis()).divide(HOUR, MathContext.DECIMAL32);
      }
    }
    return hours;
  }

  private static boolean isWithin(String sentence, TimeSpan span) {
    String before = sentence.substring(Math.max(0, span.start() - 10), span.start());
    return WITHIN.matcher(before).find();
  }

  private static boolean isRate(String sentence, TimeSpan span) {
    String rest = sentence.substring(span.end());
    return RATE.matcher(rest.substring(0, Math.min(12, rest.length()))).matches();
  }

  private static String kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "onboarding",
          "on-boarding",
          "orientation",
          "induction",
          "einarbeitung",
          "einführung",
          "inducción",
          "intégration" ->
          "onboarding";
      case "training",
          "trial",
          "tutorial",
          "schulung",
          "probearbeit",
          "formación",
          "capacitación",
          "entrenamiento",
          "formation" ->
          "training";
      default -> "assessment";
    };
  }
}
