package worthwhile.text.hours;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.UnitText;

/**
 * One way to write hours of work for a span of time.
 *
 * @param pattern with groups {@code n} and {@code n2} for a range
 * @param per the span of time; null where groups {@code day}, {@code week}, {@code daily} and
 *     {@code weekly} tell it
 */
record HoursForm(Pattern pattern, @Nullable UnitText per) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String NUMBER = "\\d{1,3}(?:[.,]\\d)?";

  private static final String SPAN =
      "(?:(?<day>days?|tag|jour|d[ií]a|giorno|dag|dzień)"
          + "|(?<week>weeks?|wk|woche|semaine|semana|settimana|неделю|tydzień|tygodniu|veckan?|uge|ugen|uke|minggu|tuần)"
          + "|(?<month>months?|mo|monat|mois|mes|mês|mese|maand|miesiąc|месяц))(?!\\p{L})";

  private static final String UNIT =
      "(?:hours?|hrs?|h|std|stunden?|heures?|horas?|ore|uur|uren|godzin[ay]?|godz|saat|час(?:а|ов)?|ч|timmar|timer|jam|giờ)(?!\\p{L})\\.?";

  /** Bounds that leave open how many hours it really is. */
  private static final String NO_BOUND =
      "(?<!\\b(?:less|more|fewer|other) than )(?<!\\b(?:over|under|least|above|below|after) )(?<!\\bminimum )(?<!\\bminimum of )(?<!\\b(?:mindestens|al menos|au moins|almeno) )";

  private static final String RANGE =
      "(?<![\\p{L}\\p{N}.,:$€£/-])"
          + "(?:(?<=\\b(?:no|not) more than )|"
          + NO_BOUND
          + ")(?<n>"
          + NUMBER
          + ")(?:\\s?(?:-|–|—|to|bis|à|or|a)\\s?(?<n2>"
          + NUMBER
          + "))?";

  private static final Pattern STATED =
      Pattern.compile(
          RANGE
              + "[\\s-]{0,2}"
              + UNIT
              + "(?:\\sof\\swork)?"
              + "(?:\\s?/\\s?|\\s(?:per|an?|each|every|pro|par|por|la|die|in\\s(?:der|de)|im|al|alla|a\\s(?:la)?|à\\sla|na|w|в|om|i)\\s?(?<=\\s)|(?=\\s(?:weekly|daily|monthly)\\b))"
              + "(?:"
              + SPAN
              + "|\\s(?:(?<daily>daily)|(?<weekly>weekly)|(?<monthly>monthly))\\b)",
          CASELESS);

  /** "Hours per week: 20". */
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\b(?:(?:hours|hrs)\\s?(?:/|per\\s|an?\\s)\\s?"
              + SPAN
              + "|(?:(?<daily>daily)|(?<weekly>weekly)|(?<monthly>monthly))\\s(?:working\\s)?hours)\\s?(?:[:=]|is|are)\\s?(?<n>"
              + NUMBER
              + ")(?:\\s?(?:-|–|—|to)\\s?(?<n2>"
              + NUMBER
              + "))?(?![\\d%+.,:]|\\s?[$€£])",
          CASELESS);

  /** "20 horas semanales", "20 Wochenstunden", "25-hour week". */
  private static final Pattern WEEKLY =
      behind(
          "wöchentlich|semanale?s|semanais|settimanali|hebdomadaires?|tygodniowo|wekelijks|p\\.?/?w\\.?",
          "\\s?Wochenstunden|\\s?-\\s?hours?\\s(?:(?:work(?:ing)?)\\s?-?)?week|\\s?Std\\.?/Wo?\\.");

  private static final Pattern DAILY =
      behind(
          "täglich|am\\sTag|diarias|diárias|quotidiennes|giornaliere|dziennie",
          "\\s?-\\s?hours?\\s(?:work(?:ing)?\\s?-?)?day");

  private static final Pattern MONTHLY =
      behind(
          "monatlich|mensuales|mensais|mensuelles|mensili|miesięcznie|maandelijks",
          "\\s?Monatsstunden");

  /** "週20時間", "haftada 20 saat". */
  private static final Pattern AFTER_THE_WEEK =
      Pattern.compile(
          "(?:(?:[1一]?週(?:間|に)?|毎週|[每一]周|[每一]週|주)\\s?(?:约|約|大约)?\\s?|\\b(?:haftada|haftalık)\\s)(?<n>"
              + NUMBER
              + ")(?:\\s?[-–~〜～至到]\\s?(?<n2>"
              + NUMBER
              + "))?\\s?(?:時間|小时|小時|个小时|시간|saat)",
          CASELESS);

  /** Words before the number that leave open whether it is less, but never more. */
  private static final Pattern MOST =
      Pattern.compile(
          "(?<!\\p{L})(?:up\\s?to|at most|(?:no|not) more than|max(?:imum|\\.)?(?: of)?|maximal|bis zu|höchstens|jusqu['’]à|hasta|máximo(?: de)?|até|fino a|massimo|maximaal|tot|до|hingga|maksimal|tối đa)\\s$",
          CASELESS);

  private static final int REACH = 18;

  static final List<HoursForm> ALL =
      List.of(
          new HoursForm(STATED, null),
          new HoursForm(LABELLED, null),
          new HoursForm(WEEKLY, UnitText.WEEK),
          new HoursForm(AFTER_THE_WEEK, UnitText.WEEK),
          new HoursForm(MONTHLY, UnitText.MONTH),
          new HoursForm(DAILY, UnitText.DAY));

  /** Whether it may be fewer hours than what was found says. */
  static boolean isMost(String text, int start) {
    return MOST.matcher(text.substring(Math.max(0, start - REACH), start)).find();
  }

  private static Pattern behind(String adjectives, String words) {
    return Pattern.compile(
        RANGE + "(?:[\\s-]{0,2}" + UNIT + "\\s(?:" + adjectives + ")|" + words + ")(?!\\p{L})",
        CASELESS);
  }
}
