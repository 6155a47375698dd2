package worthwhile.text.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import worthwhile.posting.UnitText;
import worthwhile.text.word.Sought;

/**
 * What a sum is paid for, as the words around it say.
 *
 * @param times what to multiply the sum with to get the pay for one unit: 60 for "a minute" as an
 *     hour's pay; 1 otherwise
 * @param per what to divide it by: 1000 for "per 1000 words"; 1 otherwise
 * @param end where the words end; the sum's start if they stand before it
 */
record PayUnit(UnitText unit, int times, int per, int end, boolean inferred) {
  private static final String HOUR =
      "h|hrs?|hours?|hourly|std|stunden?|heures?|horas?|ora|ore|час|годину|год|saat|uur|godz(?:in[aęy])?|tim|tim(?:men?|mar|en)|(?<=(?:kr\\.?\\s?(?:/|per|i)|pr\\.)\\s?)timer?|or[ăa]|hod(?:inu)?|óra|jam|oras|giờ|ساعة|الساعة|घंट[ाे]|ชั่วโมง|小时|小時|時間|时|시간";
  private static final String DAY =
      "d|days?|tag|jours?|d[ií]a|giorno|день|gün|dag|dzień|den|nap|hari|araw|ngày|يوم|दिन|วัน|天|日|일";
  private static final String WEEK =
      "w|wks?|weeks?|woche|semaine|semana|settimana|неделю|тиждень|hafta|tydzień|týden|hét|सप्ताह|हफ्त[ाे]|minggu|week|周|週";
  private static final String MONTH =
      "mo|mos|mth|months?|monat|mois|mes|mês|mese|месяц|місяць|ay|maand|miesiąc|mies|månad|माह|महीन[ाे]|měsíc|hó|bulan|buwan|tháng|شهر|月|월";
  private static final String YEAR =
      "y|yrs?|years?|annum|jahr|an|année|año|ano|anno|год|рік|yıl|jaar|rok|år|év|tahun|साल|वर्ष|năm|年";
  private static final String TASK =
      "(?:completed?\\s|approved\\s|valid\\s)?(?:tasks?|hits?|assignments?|surveys?|stud(?:y|ies)|submissions?|responses?|participants?|sessions?|interviews?|tests?|micro-?tasks?)"
          + "|umfrage|aufgabe|auftrag|studie|enquête|tâche|sondage|étude|encuesta|tarea|estudio|pesquisa|tarefa|sondaggio|compito|задание|опрос|anket|görev|zadanie|ankietę|任务|问卷|件";
  private static final String RECORDED =
      "(?:(?:recorded|finished|transcribed)[\\s-])?(?:audio|video|recorded|recording|finished|source|transcribed|speech|footage)";

  private static final String SPEECH =
      "(?:(?:the|recorded|finished|raw|source|transcribed)\\s)?(?:[aá]udio|v[ií]deo|music|footage|recordings?|speech)\\w*";

  private static final String MINUTE = "min(?:ut(?:es?|os?|[aęuy]))?";

  /** "Per minute video chat" is no recording. */
  private static final String LIVE =
      "(?!\\s?(?:chat|call|session|conferenc|lesson|interpret|meeting)|\\w)";

  /** What an hour of work is called. */
  private static final String WORKING =
      "(?:(?:working|worked|work|billable|billed|tracked|active|productive|paid|logged|clock|man|person|full|actual)[\\s-])?";

  private static final String COUNT =
      "(?:\\d{1,3}(?:[,. ]?\\d{3}){0,2}k?|(?:an?\\s)?(?:thousand|hundred|dozen))";

  private static final String NOUN =
      "(?=asset|image|photo|picture|video|item|piece|label|page|article|post|review|file|clip|sentence|row|record|annotation|document|product|question|prompt|entr(?:y|ies)|task|hit)";

  /** Not what is counted otherwise than by the piece. */
  private static final String COUNTED =
      "(?!(?:h|hrs?|hours?|min\\w*|sec\\w*|days?|weeks?|months?|years?|km|miles?|words?|people|users?|views?|followers?|clicks?|impressions?|visit\\w*|euros?|dollars?|points?)\\b)";

  /** What is no unit of work after "per" or a stroke. */
  private static final String NO_PIECE =
      "(?!(?:per|half|quarter|annual|daily|weekly|monthly|hourly|fortnight|audio|user|requester|referral|friend|seat|compan|customer|client|team|employee|month|year|week|day|hour|min|sec|person|head|semester"
          + "|household|account|order|purchase|night|license|and|or|the|mo|hr|yr|usd)\\w*)";

  private static final String WORDS =
      "(?:1\\s)?(?:"
          + "(?<amin>"
          + RECORDED
          + "[\\s-](?:min|minute)s?|audio-?minut\\p{L}+|"
          + MINUTE
          + "(?:\\s?\\(|\\s)(?:of\\s|d['’]|de\\s|di\\s)?(?:"
          + SPEECH
          + "|(?:transcribed|captioned|subtitled|recorded|edited|dubbed|narrated)(?:\\s(?:audio|video))?)"
          + LIVE
          + ")"
          + "|(?<ahour>"
          + RECORDED
          + "[\\s-](?:hours?|hrs?)|(?:hours?|hrs?)\\sof\\s"
          + SPEECH
          + ")"
          + "|(?<nwords>"
          + COUNT
          + ")\\s?(?:words?|wörter|mots|palabras|palavras|parole|woorden|słów|слов|kelime|ord)"
          + "|(?:half[\\s-](?:an?[\\s-])?|1/2[\\s-]|½[\\s-]?)(?:(?<halfhour>hours?|hr)|(?<halfday>day))"
          + "|(?<quarterhour>quarter[\\s-](?:of[\\s-]an[\\s-])?hours?)"
          + "|(?<fortnight>fortnight|(?:two|2)[\\s-]weeks?|other\\sweek)"
          + "|(?<quarter>quarter|three\\smonths|3\\smonths)"
          + "|(?:(?<!/)(?<!/\\s)(?:(?<!\\sa\\s)|(?!\\d))|(?=\\d{3}|\\d[,.]\\d|\\d{1,2}k))(?<count>"
          + COUNT
          + ")\\s?"
          + COUNTED
          + "(?:(?<counttask>"
          + TASK
          + ")|(?<countminute>"
          + RECORDED
          + "[\\s-](?:min|minute)s?)|(?<=[\\s\\dk])[\\p{L}][\\p{L}-]{2,}(?:\\s"
          + NOUN
          + "[\\p{L}]+)?)"
          + "|(?<speech>"
          + COUNT
          + ")\\s?(?:min|minutes?)\\sof\\s"
          + SPEECH
          + "|(?<word>(?:source\\s|target\\s|translated\\s)?words?|wort|mot|palabra|palavra|parola|woord|słowo|слово|ord|kelime|slovo|字)"
          + "|(?<min>"
          + MINUTE
          + ")"
          + "|(?<hour>"
          + WORKING
          + "(?:"
          + HOUR
          + ")(?![\\s-](?:long\\b|and\\s(?:an?\\s|\\d{1,2}\\s?m)|or\\s(?:two|so)\\b)))"
          + "|(?<day>(?:working\\s)?(?:"
          + DAY
          + "))"
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

  private static final String TAXED =
      "(?:CAD|AUD|USD|gross|net|brutto|netto|brutos?|netos?|brut|nets|lordi|extra|flat|before\\stax(?:es)?|pre-?tax|after\\stax|take-home|(?:\\+|plus|excl?\\.?|ex|incl?\\.?)\\s?(?:VAT|GST|tax))";

  /**
   * Letters for "per hour", "per day": "p.h.", "p/h", "ph", "p.a."; "pm" also ends a time of day.
   */
  private static final String ADVERB =
      "(?:/\\s?|per\\s)?(?<adv>hourly|daily|bi-?weekly|weekly|fortnightly|monthly|yearly|annually|annual|saatlik|stündlich|täglich|wöchentlich|monatlich|jährlich|mensuels?|mensual(?:es)?|mensais|mensili?|miesięcznie|anuales|annuels?|rocznie|tygodniowo|dziennie"
          + "|p(?:\\.\\s?|/)?(?:[ahdw]|hr|wk|day|hour|week)\\b\\.?|pfh\\b|pah\\b|pcm\\b|p(?:\\.\\s?|/)?m\\b\\.?(?!\\s?(?:me|for|if|to|your|with|on|[A-Z]{2,4}\\b))|each\\b)";

  private static final Sought AFTER =
      Sought.caseless(
          "(?:\\s?\\+)?[\\s\\u00A0]{0,3}(?:\\((?=per|/|an?\\s|hour))?(?:[(,]?\\s?"
              + TAXED
              + "\\b\\.?\\)?\\s?){0,2}"
              + "(?:(?:(?:/|-?\\bper\\b[\\s/-]|(?<!\\p{L})(?:pro|par|por|je|за|в|на|za|na|im|the|die|la|le|al|alla|à|kada|bawat|mỗi|pr\\.?|i(?=\\stim)|pe(?=\\sor[ăa])|har|हर)(?!\\p{L})|प्रति|(?:de )?l['’]|all['’]|\\bp(?=/))\\s?(?:/\\s?)?(?:per[\\s-])?|(?:for\\s)?(?:an?|each|every)\\s)"
              + "(?:"
              + WORDS
              + "(?:(?![\\p{L}\\p{N}])|(?-i:(?<=\\p{Ll})(?=\\p{Lu})))"
              + "|(?<=\\ban?\\s)(?<made>image|photo|video|item|piece|label|page|article|post|review|file|clip|sentence|record|document|recording|reel|script|thumbnail|design|logo|sample|question|answer|prompt|response|conversation|call|transcript)\\b"
              + "|(?<=per\\s|/|each\\s)(?<piece>"
              + NO_PIECE
              + "[\\p{L}][\\p{L}-]{2,}(?:\\s"
              + NOUN
              + "[\\p{L}]+)?))"
              + "|"
              + ADVERB
              + ")");

  private static final Sought BEFORE =
      Sought.caseless(
          "(?:(?![p/])|(?<![\\d)]\\s?))(?:(?<hour>hourly|saatlik|stundensatz|uurloon|tim(?:lön|eløn)|per[\\s-]hour|/\\s?hr|stundenlohn|taux horaire|時給|时薪|時薪|每小时|每小時|시급|प्रति घंटा)|(?<day>daily|günlük|tagessatz|per day|day rate|日給|日薪|每天|일급|प्रति ?दिन)|(?<week>weekly|haftalık|per week|週給|周薪)|(?<month>monthly|aylık|monats(?:gehalt|lohn)|per month|月給|月薪|每月|월급|प्रति ?माह|मासिक)"
              + "|(?<year>annual(?:ly)?|yıllık|jahresgehalt|yearly|per year|per annum|年収|年薪|연봉)|(?<word>per word)|(?<task>per task|per hit|per survey)"
              + "|(?<project>fixed[\\s-]price|flat (?:fee|rate)|lump sum)|(?<budget>\\bbudget))"
              + "(?:\\s(?:rate|range|pay|wage|salary|budget|fee|compensation|base|gross|rates|band|scale|earnings|income|hiring|target|ücret\\p{L}*|maaş\\p{L}*|kazanç))*"
              + PayCues.OF_ROLE
              + "(?:\\s?(?:ranges?|is|are|of|from|between|zwischen|von|will be|would be|at|starts at)|\\s?[:=–-])*\\s*(?:up to|from|between|~)?\\s*$");

  /** The unit said right after a sum that ends here. */
  static Optional<PayUnit> after(String text, int end) {
    Matcher found = AFTER.seenAt(text, end, Math.min(text.length(), end + 80));
    if (found == null) return Optional.empty();
    boolean recorded = found.group("min") != null && WorkCues.isOnRecordings(text, end);
    return Optional.of(recorded ? plain(UnitText.AUDIO_MINUTE, found.end()) : read(found));
  }

  /** The unit said right before a sum that starts here ("Hourly rate: "). */
  static Optional<PayUnit> before(String text, int start) {
    int from = Math.max(0, start - Lead.labelReach(text, start));
    Matcher found = BEFORE.first(text.substring(from, start));
    if (found == null) return Optional.empty();
    for (UnitText unit : UnitText.values()) {
      String group = unit.name().toLowerCase(Locale.ROOT);
      boolean known = BEFORE.pattern().namedGroups().containsKey(group);
      if (known && found.group(group) != null) return Optional.of(plain(unit, start));
    }
    return Optional.of(new PayUnit(UnitText.PROJECT, 1, 1, start, true));
  }

  /** Whether a sum is paid for as much as by these other words. */
  boolean isAs(PayUnit other) {
    return unit == other.unit && times == other.times && per == other.per;
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
    if (found.group("halfhour") != null) return new PayUnit(UnitText.HOUR, 2, 1, end, true);
    if (found.group("quarterhour") != null) return new PayUnit(UnitText.HOUR, 4, 1, end, true);
    if (found.group("halfday") != null) return new PayUnit(UnitText.DAY, 2, 1, end, true);
    if (found.group("fortnight") != null) return new PayUnit(UnitText.WEEK, 1, 2, end, false);
    if (found.group("quarter") != null) return new PayUnit(UnitText.MONTH, 1, 3, end, false);
    if (found.group("nwords") != null)
      return new PayUnit(UnitText.WORD, 1, count(found.group("nwords")), end, false);
    if (found.group("speech") != null)
      return new PayUnit(UnitText.AUDIO_MINUTE, 1, count(found.group("speech")), end, false);
    if (found.group("count") != null) return counted(found, end);
    if (found.group("ahour") != null) return new PayUnit(UnitText.AUDIO_MINUTE, 1, 60, end, false);
    return plain(unit(found), end);
  }

  private static PayUnit counted(Matcher found, int end) {
    UnitText unit =
        found.group("counttask") != null
            ? UnitText.TASK
            : found.group("countminute") != null ? UnitText.AUDIO_MINUTE : UnitText.PIECE;
    return new PayUnit(unit, 1, count(found.group("count")), end, false);
  }

  private static UnitText unit(Matcher found) {
    if (found.group("amin") != null) return UnitText.AUDIO_MINUTE;
    if (found.group("word") != null) return UnitText.WORD;
    if (found.group("hour") != null) return UnitText.HOUR;
    if (found.group("day") != null) return UnitText.DAY;
    if (found.group("week") != null) return UnitText.WEEK;
    if (found.group("month") != null) return UnitText.MONTH;
    if (found.group("year") != null) return UnitText.YEAR;
    if (found.group("task") != null) return UnitText.TASK;
    return found.group("project") != null ? UnitText.PROJECT : UnitText.PIECE;
  }

  private static int count(String words) {
    String word = words.toLowerCase(Locale.ROOT).replaceFirst("^an?\\s", "");
    return switch (word) {
      case "thousand" -> 1000;
      case "hundred" -> 100;
      case "dozen" -> 12;
      default -> {
        int number = Integer.parseInt(word.replaceAll("\\D", ""));
        yield Math.max(1, word.endsWith("k") ? number * 1000 : number);
      }
    };
  }

  private static PayUnit adverb(String adverb, int end) {
    String word = adverb.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return switch (word) {
      case "hourly", "saatlik", "stündlich", "ph", "phr", "phour" -> plain(UnitText.HOUR, end);
      case "daily", "täglich", "dziennie", "pd", "pday" -> plain(UnitText.DAY, end);
      case "weekly", "wöchentlich", "tygodniowo", "pw", "pwk", "pweek" -> plain(UnitText.WEEK, end);
      case "biweekly", "fortnightly" -> new PayUnit(UnitText.WEEK, 1, 2, end, false);
      case "monthly", "pm", "pcm", "monatlich", "miesięcznie" -> plain(UnitText.MONTH, end);
      case "pfh", "pah" -> new PayUnit(UnitText.AUDIO_MINUTE, 1, 60, end, false);
      case "each" -> plain(UnitText.PIECE, end);
      default -> plain(word.startsWith("mens") ? UnitText.MONTH : UnitText.YEAR, end);
    };
  }

  /** A year that the sum itself tells of, which ends here. */
  static PayUnit year(int end) {
    return plain(UnitText.YEAR, end);
  }

  private static PayUnit plain(UnitText unit, int end) {
    return new PayUnit(unit, 1, 1, end, false);
  }
}
