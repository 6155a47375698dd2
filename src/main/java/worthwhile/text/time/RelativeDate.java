package worthwhile.text.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times told from when the page was read: "3 hours ago", "yesterday, 10:12 AM", "vor 2 Tagen". */
final class RelativeDate {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Set<String> TODAY =
      words(
          "today|heute|aujourd'hui|aujourd’hui|hoy|oggi|hoje|vandaag|сегодня|сьогодні|днес|danas|bugün"
              + "|dziś|dzisiaj|dnes|dneska|idag|i dag|tänään|azi|astăzi|ma|σήμερα|avui|今日|本日|今天|오늘");

  private static final Set<String> YESTERDAY =
      words(
          "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|вчера|вчора|juče|jučer|dün|wczoraj|včera"
              + "|igår|i går|eilen|tegnap|χθες|χτες|ahir|昨日|昨天|어제");

  private static Set<String> words(String joined) {
    return Set.of(joined.split("\\|"));
  }

  private static final Pattern NOW =
      Pattern.compile(
          "(?:posted |updated )?(?:just now|now|(?:a )?(?:few )?moments? ago|(?:a )?few seconds ago|less than a minute ago|gerade eben|à l['’]instant|ahora|только что|şimdi|az önce)",
          CASELESS);

  private static final Pattern AGO =
      Pattern.compile(
          "(?:[\\p{L}:]+ ){0,2}?(?:(?:vor|il y a|hace|há) )?(?:about |over |almost |more than |etwa |environ )?(?<n>\\d{1,4}|an?|eine[rmn]?|une?|una?|um|uma|bir)\\+? ?"
              + "(?:(?<s>s|secs?|seconds?|sekunden?|secondes?|segundos?|секунд\\p{L}*|saniye)"
              + "|(?<i>mins?|minutes?|minuten?|minutos?|minuti|мин\\p{L}*|dakika|m)"
              + "|(?<h>h|hrs?|hours?|stunden?|heures?|horas?|ore|uur|час\\p{L}*|saat)"
              + "|(?<d>d|days?|tag(?:e|en)?|jours?|d[ií]as?|giorni|dagen|дн\\p{L}+|день|gün)"
              + "|(?<w>w|wks?|weeks?|wochen?|semaines?|semanas?|settimane|недел\\p{L}+|hafta)"
              + "|(?<mo>mo|mos|months?|monat(?:en?)?|mois|mes(?:es)?|mês|mesi|месяц\\p{L}*|ay)"
              + "|(?<y>y|yrs?|years?|jahr(?:en?)?|ans?|années?|años?|anos?|anni|год\\p{L}*|лет|yıl))\\.?"
              + "(?<ago> (?:ago|geleden|fa|назад|önce|atrás))?",
          CASELESS);

  private static final Pattern EAST_ASIAN_AGO =
      Pattern.compile(
          "(?<n>\\d{1,4}) ?(?:(?<s>秒鐘?|초)|(?<i>分鐘?|分钟|분)|(?<h>時間|小時|小时|시간)|(?<d>日|天|일))(?:之?前| 전)");

  private static final Pattern DAY =
      Pattern.compile(
          "(?<day>(?:i )?[\\p{L}'’]+)\\.?(?:(?:,| at| um| à| в| @|,? a las|, saat)* ?(?<time>.{3,20}))?",
          CASELESS);

  private RelativeDate() {}

  static Optional<Instant> parse(String text, DateText.Context context) {
    if (NOW.matcher(text).matches()) return Optional.of(context.at());
    return ago(text, context).or(() -> day(text, context));
  }

  private static Optional<Instant> ago(String text, DateText.Context context) {
    Matcher eastern = EAST_ASIAN_AGO.matcher(text);
    if (eastern.matches()) return Optional.of(context.at().minus(eastern(eastern)));
    Matcher found = AGO.matcher(text);
    if (!found.matches()) return Optional.empty();
    boolean lead = text.matches("(?iu)(?:.* )?(?:vor|il y a|hace|há) .*");
    boolean terse = text.matches("\\d+\\+? ?[smhdwy]|\\d+ ?(?:mo|min|hr|hrs)");
    if (found.group("ago") == null && !lead && !terse) return Optional.empty();
    int n = Character.isDigit(found.group("n").charAt(0)) ? Integer.parseInt(found.group("n")) : 1;
    ZonedDateTime at = context.at().atZone(context.zone());
    if (found.group("s") != null) return Optional.of(context.at().minusSeconds(n));
    if (found.group("i") != null) return Optional.of(context.at().minus(Duration.ofMinutes(n)));
    if (found.group("h") != null) return Optional.of(context.at().minus(Duration.ofHours(n)));
    if (found.group("d") != null) return Optional.of(at.minusDays(n).toInstant());
    if (found.group("w") != null) return Optional.of(at.minusWeeks(n).toInstant());
    if (found.group("mo") != null) return Optional.of(at.minusMonths(n).toInstant());
    return n > 50 ? Optional.empty() : Optional.of(at.minusYears(n).toInstant());
  }

  private static Duration eastern(Matcher found) {
    int n = Integer.parseInt(found.group("n"));
    if (found.group("s") != null) return Duration.ofSeconds(n);
    if (found.group("i") != null) return Duration.ofMinutes(n);
    return found.group("h") != null ? Duration.ofHours(n) : Duration.ofDays(n);
  }

  private static Optional<Instant> day(String text, DateText.Context context) {
    Matcher found = DAY.matcher(text);
    if (!found.matches()) return Optional.empty();
    LocalDate today = LocalDate.ofInstant(context.at(), context.zone());
    Optional<LocalDate> date =
        date(found.group("day").toLowerCase(context.locale()), today, context);
    String time = found.group("time");
    // "Tue 3 Mar 2026, 14:05" begins with a weekday and is none the less a date of its own.
    if (time != null && !SpelledDate.isTimeOnly(time)) return Optional.empty();
    Optional<LocalTime> clock = time == null ? Optional.of(LocalTime.MIN) : SpelledDate.time(time);
    return date.flatMap(day -> clock.map(of -> day.atTime(of).atZone(context.zone()).toInstant()));
  }

  private static Optional<LocalDate> date(String word, LocalDate today, DateText.Context context) {
    if (TODAY.contains(word)) return Optional.of(today);
    if (YESTERDAY.contains(word)) return Optional.of(today.minusDays(1));
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale locale : new Locale[] {context.locale(), Locale.ENGLISH}) {
        boolean full = day.getDisplayName(TextStyle.FULL, locale).equalsIgnoreCase(word);
        boolean brief =
            day.getDisplayName(TextStyle.SHORT, locale).replace(".", "").equalsIgnoreCase(word);
        if (full || brief) return Optional.of(today.with(TemporalAdjusters.previousOrSame(day)));
      }
    }
    return Optional.empty();
  }
}
