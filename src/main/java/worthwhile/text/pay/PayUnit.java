package worthwhile.text.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.UnitText;

/**
 * What a sum is paid for, as the words around it say.
 *
 * @param times what to multiply the sum with to get the pay for one unit: 60 for "a minute" as an
 *     hour's pay; 1 otherwise
 * @param per what to divide it by: 1000 for "per 1000 words"; 1 otherwise
 * @param end where the words end; the sum's start if they stand before it
 */
record PayUnit(UnitText unit, int times, int per, int end, boolean inferred) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String HOUR =
      "h|hrs?|hours?|hourly|std|stunden?|heures?|horas?|ora|ore|час|годину|год|saat|uur|godz(?:in[aęy])?|timm(?:e|ar)|hod(?:inu)?|óra|jam|oras|giờ|ساعة|الساعة|घंटा|ชั่วโมง|小时|小時|時間|时|시간";
  private static final String DAY =
      "d|days?|tag|jours?|d[ií]a|giorno|день|gün|dag|dzień|den|nap|hari|araw|ngày|يوم|दिन|วัน|天|日|일";
  private static final String WEEK =
      "w|wks?|weeks?|woche|semaine|semana|settimana|неделю|тиждень|hafta|tydzień|týden|hét|minggu|week|周|週";
  private static final String MONTH =
      "mo|mos|mth|months?|monat|mois|mes|mês|mese|месяц|місяць|ay|maand|miesiąc|mies|månad|měsíc|hó|bulan|buwan|tháng|شهر|月|월";
  private static final String YEAR =
      "y|yrs?|years?|annum|jahr|an|année|año|ano|anno|год|рік|yıl|jaar|rok|år|év|tahun|năm|年";
  private static final String TASK =
      "(?:completed?\\s|approved\\s|valid\\s)?(?:tasks?|hits?|assignments?|surveys?|stud(?:y|ies)|submissions?|responses?|participants?|sessions?|interviews?|tests?|micro-?tasks?)"
          + "|umfrage|aufgabe|studie|enquête|tâche|sondage|étude|encuesta|tarea|estudio|pesquisa|tarefa|sondaggio|compito|задание|опрос|anket|görev|zadanie|ankietę|任务|问卷|件";
  private static final String RECORDED =
      "(?:audio|video|recorded|recording|finished|source|transcribed|speech)";

  /** What is no unit of work after "per" or a stroke. */
  private static final String NO_PIECE =
      "(?!(?:user|requester|referral|friend|seat|compan|customer|client|team|employee|month|year|week|day|hour|min|sec|person|head|semester"
          + "|household|account|order|purchase|night|license|and|or|the|mo|hr|yr|usd)\\w*)";

  private static final String WORDS =
      "(?:1\\s)?(?:"
          + "(?<amin>"
          + RECORDED
          + "[\\s-](?:min|minute)s?|min(?:ute)?s?\\sof\\s(?:the\\s)?(?:audio|video|music|footage|recording|speech)\\w*)"
          + "|(?<ahour>"
          + RECORDED
          + "[\\s-]hours?|hours?\\sof\\s(?:audio|video|recording|footage)\\w*)"
          + "|(?<nwords>\\d{1,3}(?:,?\\d{3})?|thousand|1k|hundred)\\s?(?:words?|wörter|mots|palabras)"
          + "|(?<word>(?:source\\s|target\\s|translated\\s)?words?|wort|mot|palabra|слово)"
          + "|(?<min>min|minute)"
          + "|(?<hour>"
          + HOUR
          + ")"
          + "|(?<day>"
          + DAY
          + ")"
          + "|(?<week>"
          + WEEK
          + ")"
          + "|(?<month>"
          + MONTH
          + ")"
          + "|(?<year>"
          + YEAR
          + ")"
          + "|(?<task>"
          + TASK
          + ")"
          + "|(?<project>projects?|jobs?|gigs?|contracts?))";

  private static final Pattern AFTER =
      Pattern.compile(
          "\\G(?:\\s?\\+)?[\\s\\u00A0]{0,3}(?:\\((?=per|/|an?\\s|hour|gross))?(?:(?:CAD|AUD|USD|gross|net|brutto|netto|extra)\\b\\s?)?"
              + "(?:(?:(?:/|-?\\bper\\b[\\s/-]|(?<!\\p{L})(?:pro|par|por|je|за|в|на|za|na|the|die|la|le|al|alla|à|kada|bawat|mỗi|pr\\.?)(?!\\p{L})|(?:de )?l['’]|all['’]|\\bp(?=/))\\s?(?:/\\s?)?|(?:for\\s)?(?:an?|each|every)\\s)"
              + "(?:"
              + WORDS
              + "(?:(?![\\p{L}\\p{N}])|(?-i:(?<=\\p{Ll})(?=\\p{Lu})))"
              + "|(?<=\\ban?\\s)(?<made>image|photo|video|item|piece|label|page|article|post|review|file|clip|sentence|record|document|recording|reel|script|thumbnail|design|logo|sample|question|answer|prompt|response|conversation|call|transcript)\\b"
              + "|(?<=per\\s|/|each\\s)(?<piece>"
              + NO_PIECE
              + "[\\p{L}][\\p{L}-]{2,}(?:\\s(?=asset|image|photo|video|item|piece|label|page|article|post|review|file|clip|sentence|row|record|annotation|document|product)[\\p{L}]+)?))"
              + "|(?<adv>hourly|daily|weekly|monthly|yearly|annually|annual|saatlik|stündlich|p\\.?\\s?a\\b\\.?|ph\\b|p/h|pcm|pm\\b(?!\\s?(?:me|for|if|to|your|with))|pw\\b|each\\b))",
          CASELESS);

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?<hour>hourly|per[\\s-]hour|/\\s?hr|stundenlohn|taux horaire|時給|时薪|時薪|每小时|每小時|시급)|(?<day>daily|per day|day rate|日給|日薪|每天|일급)|(?<week>weekly|per week|週給|周薪)|(?<month>monthly|per month|月給|月薪|每月|월급)"
              + "|(?<year>annual(?:ly)?|yearly|per year|per annum|年収|年薪|연봉)|(?<word>per word)|(?<task>per task|per hit|per survey)"
              + "|(?<project>fixed[\\s-]price|flat (?:fee|rate)|lump sum)|(?<budget>\\bbudget))"
              + "(?:\\s(?:rate|range|pay|wage|salary|budget|fee|compensation|base|gross|rates))*(?:\\s?(?:range|is|of|from|between)|\\s?[:=–-])*\\s*(?:up to|from|~)?\\s*$",
          CASELESS);

  /** The unit said right after a sum that ends here. */
  static Optional<PayUnit> after(String text, int end) {
    Matcher found = AFTER.matcher(text).region(end, Math.min(text.length(), end + 80));
    if (!found.useTransparentBounds(true).find() || found.start() != end) return Optional.empty();
    return Optional.of(read(found));
  }

  /** The unit said right before a sum that starts here ("Hourly rate: "). */
  static Optional<PayUnit> before(String text, int start) {
    Matcher found = BEFORE.matcher(text).region(Math.max(0, start - 60), start);
    if (!found.find()) return Optional.empty();
    for (UnitText unit : UnitText.values()) {
      String group = unit.name().toLowerCase(java.util.Locale.ROOT);
      boolean known = BEFORE.namedGroups().containsKey(group);
      if (known && found.group(group) != null) return Optional.of(plain(unit, start));
    }
    return Optional.of(new PayUnit(UnitText.PROJECT, 1, 1, start, true));
  }

  /** The sum for one unit; exact wherever a decimal fraction can be. */
  BigDecimal of(BigDecimal sum) {
    BigDecimal whole = sum.multiply(BigDecimal.valueOf(times));
    if (per == 1) return whole;
    BigDecimal one = whole.divide(BigDecimal.valueOf(per), 8, RoundingMode.HALF_EVEN);
    return one.stripTrailingZeros();
  }

  private static PayUnit read(Matcher found) {
    int end = found.end();
    if (found.group("adv") != null) return adverb(found.group("adv"), end);
    if (found.group("min") != null) return new PayUnit(UnitText.HOUR, 60, 1, end, true);
    if (found.group("nwords") != null)
      return new PayUnit(UnitText.WORD, 1, words(found.group("nwords")), end, false);
    if (found.group("amin") != null) return plain(UnitText.AUDIO_MINUTE, end);
    if (found.group("word") != null) return plain(UnitText.WORD, end);
    if (found.group("hour") != null) return plain(UnitText.HOUR, end);
    if (found.group("day") != null) return plain(UnitText.DAY, end);
    if (found.group("week") != null) return plain(UnitText.WEEK, end);
    if (found.group("month") != null) return plain(UnitText.MONTH, end);
    if (found.group("year") != null) return plain(UnitText.YEAR, end);
    if (found.group("task") != null) return plain(UnitText.TASK, end);
    if (found.group("project") != null) return plain(UnitText.PROJECT, end);
    return plain(UnitText.PIECE, end); // A piece, or an hour of recording.
  }

  private static int words(String count) {
    return switch (count.toLowerCase(java.util.Locale.ROOT)) {
      case "thousand", "1k" -> 1000;
      case "hundred" -> 100;
      default -> Math.max(1, Integer.parseInt(count.replace(",", "")));
    };
  }

  private static PayUnit adverb(String adverb, int end) {
    String word = adverb.toLowerCase(java.util.Locale.ROOT);
    return plain(
        switch (word.charAt(0)) {
          case 'h', 's' -> UnitText.HOUR;
          case 'd' -> UnitText.DAY;
          case 'w' -> UnitText.WEEK;
          case 'm' -> UnitText.MONTH;
          case 'e' -> UnitText.PIECE;
          case 'p' ->
              word.endsWith("h")
                  ? UnitText.HOUR
                  : word.equals("pw")
                      ? UnitText.WEEK
                      : word.equals("pm") || word.equals("pcm") ? UnitText.MONTH : UnitText.YEAR;
          default -> UnitText.YEAR;
        },
        end);
  }

  /** A year that the sum itself tells of, which ends here. */
  static PayUnit year(int end) {
    return plain(UnitText.YEAR, end);
  }

  private static PayUnit plain(UnitText unit, int end) {
    return new PayUnit(unit, 1, 1, end, false);
  }
}
