package worthwhile.text.time;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

  private static final Set<String> TOMORROW =
      words(
          "tomorrow|morgen|demain|mañana|domani|amanhã|завтра|sutra|yarın|jutro|zítra|imorgon|i morgen|明日|明天|내일");

  private static final String NUMBER =
      "\\d{1,4}|(?:half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eine[rmn]?|zwei|drei|une?|deux|trois|una?|dos|tres|um|uma|bir)(?= )";

  private static final String UNIT =
      "(?:(?<s>s|secs?|seconds?|sekunden?|secondes?|segundos?|секунд\\p{L}*|saniye)"
          + "|(?<i>mins?|minutes?|minuten?|minutos?|minuti|мин\\p{L}*|dakika|m)"
          + "|(?<h>h|hrs?|hours?|stunden?|heures?|horas?|ore|uur|час\\p{L}*|saat)"
          + "|(?<d>d|days?|tag(?:e|en)?|jours?|d[ií]as?|giorni|dagen|дн\\p{L}+|день|gün)"
          + "|(?<w>w|wks?|weeks?|wochen?|semaines?|semanas?|settimane|недел\\p{L}+|hafta)"
          + "|(?<mo>mo|mos|months?|monat(?:en?)?|mois|mes(?:es)?|mês|mesi|месяц\\p{L}*|ay)"
          + "|(?<y>y|yrs?|years?|jahr(?:en?)?|ans?|années?|años?|anos?|anni|год\\p{L}*|лет|yıl))\\.?(?!\\p{L})";

  private static final Pattern PIECE =
      Pattern.compile("(?<n>" + NUMBER + ")\\+? ?" + UNIT, CASELESS);

  /** Up to two words, what says the direction, spans, and what else may say it. */
  private static final Pattern SPANS =
      Pattern.compile(
          "(?:[\\p{L}:]+ ){0,2}?(?:(?<past>vor|il y a|hace|há) |(?<ahead>in:?|within|dans|en|noch|через|(?:time )?(?:left|remaining):?) )?"
              + "(?:about |(?<over>over |more than |at least )|almost |etwa |environ )?(?<spans>PIECE(?:(?:,? (?:and |und |et |y )?)?PIECE){0,3})"
                  .replace("PIECE", "(?:" + NUMBER + ")\\+? ?" + UNIT.replaceAll("\\?<\\w+>", "?:"))
              + "(?:(?<ago> (?:ago|geleden|fa|назад|önce|atrás))|(?<left> (?:more )?(?:left|remaining|to go|from now|übrig|restants?|restantes?|осталось|kaldı)(?: to apply)?))?",
          CASELESS);

  private static final Pattern TERSE =
      Pattern.compile("\\d+\\+? ?[smhdwy]|\\d+ ?(?:mo|min|hr|hrs)");

  private static final Pattern EAST_ASIAN_AGO =
      Pattern.compile(
          "(?<n>\\d{1,4}) ?(?:(?<s>秒鐘?|초)|(?<i>分鐘?|分钟|분)|(?<h>時間|小時|小时|시간)|(?<d>日|天|일))(?:之?前| 전)");

  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?:posted|updated|published|added|listed|created|(?<until>closes|closing|ends?|ending|expires|expiring|due|until|by|deadline|(?<next>next)))(?: on| at| by)?:? )?"
              + "(?<day>(?:i )?[\\p{L}'’]+)\\.?(?:(?:,| at| um| à| в| @|,? a las|, saat)* ?(?<time>.{3,24}))?",
          CASELESS);

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|^)\\s?[+−-]\\s?\\d{1,2}(?::?\\d{2})?");

  private RelativeDate() {}

  /** Absent where the text tells no time so; {@code ahead} where it is known to be to come. */
  static Optional<Instant> parse(String text, DateText.Context context, boolean ahead) {
    if (NOW.matcher(text).matches()) return Optional.of(context.at());
    try {
      return spans(text, context, ahead).or(() -> day(text, context, ahead));
    } catch (DateTimeException impossible) {
      return Optional.empty(); // "today at 25:00": there is no such time.
    }
  }

  private static Optional<Instant> spans(String text, DateText.Context context, boolean ahead) {
    Matcher eastern = EAST_ASIAN_AGO.matcher(text);
    if (eastern.matches()) return Optional.of(context.at().minus(eastern(eastern)));
    Matcher found = SPANS.matcher(text);
    if (!found.matches()) return Optional.empty();
    boolean past = found.group("past") != null || found.group("ago") != null;
    boolean future = found.group("ahead") != null || found.group("left") != null || ahead;
    boolean terse = TERSE.matcher(text).matches();
    if (past ? found.group("left") != null : !future && !terse) return Optional.empty();
    int sign = past || !future ? -1 : 1;
    // "Over 30 days left" says no day on which it ends; "30+ days ago" that it is old.
    if (sign > 0 && isOpen(found)) return Optional.empty();
    ZonedDateTime at = context.at().atZone(context.zone());
    Matcher piece = PIECE.matcher(found.group("spans"));
    while (piece.find()) {
      if (piece.group("y") != null && number(piece).intValue() > 50) return Optional.empty();
      at = moved(at, piece, sign);
    }
    return Optional.of(at.toInstant());
  }

  private static boolean isOpen(Matcher spans) {
    return spans.group("over") != null || spans.group("spans").indexOf('+') >= 0;
  }

  private static ZonedDateTime moved(ZonedDateTime at, Matcher piece, int sign) {
    long n = sign * number(piece).longValue();
    if (piece.group("d") != null) return at.plusDays(n);
    if (piece.group("w") != null) return at.plusWeeks(n);
    if (piece.group("mo") != null) return at.plusMonths(n);
    if (piece.group("y") != null) return at.plusYears(n);
    long unit = piece.group("s") != null ? 1 : piece.group("i") != null ? 60 : 3600;
    return at.plus(DurationText.of(number(piece), unit).multipliedBy(sign));
  }

  private static BigDecimal number(Matcher piece) {
    return SpanNumber.of(piece.group("n"));
  }

  private static Duration eastern(Matcher found) {
    int n = Integer.parseInt(found.group("n"));
    if (found.group("s") != null) return Duration.ofSeconds(n);
    if (found.group("i") != null) return Duration.ofMinutes(n);
    return found.group("h") != null ? Duration.ofHours(n) : Duration.ofDays(n);
  }

  private static Optional<Instant> day(String text, DateText.Context context, boolean ahead) {
    Matcher found = DAY.matcher(text);
    if (!found.matches()) return Optional.empty();
    String words = found.group("time") == null ? "" : found.group("time");
    Optional<ClockTime> time = ClockTime.find(words);
    // "Tue 3 Mar 2026, 14:05" begins with a weekday and is none the less a date of its own.
    if (!words.isEmpty() && (time.isEmpty() || hasMore(words, time.get()))) return Optional.empty();
    ZoneId zone = time.flatMap(clock -> ZoneText.of(words, clock, false)).orElse(context.zone());
    LocalDate today = LocalDate.ofInstant(context.at(), zone);
    boolean until = ahead || found.group("until") != null;
    // "Next Friday", read on a Friday, is not today.
    LocalDate from = found.group("next") == null ? today : today.plusDays(1);
    return date(found.group("day").toLowerCase(context.locale()), from, context, until)
        .map(day -> time.map(clock -> clock.on(day, zone)).orElseGet(() -> day.atStartOfDay(zone)))
        .map(ZonedDateTime::toInstant);
  }

  /** Whether a text holds more numbers than a time of day and its zone. */
  private static boolean hasMore(String text, ClockTime time) {
    String rest = text.substring(0, time.start()) + text.substring(time.end());
    return OFFSET.matcher(rest).replaceAll("").chars().anyMatch(Character::isDigit);
  }

  private static Optional<LocalDate> date(
      String word, LocalDate today, DateText.Context context, boolean ahead) {
    if (TODAY.contains(word)) return Optional.of(today);
    if (YESTERDAY.contains(word)) return Optional.of(today.minusDays(1));
    if (TOMORROW.contains(word)) return Optional.of(today.plusDays(1));
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale locale : new Locale[] {context.locale(), Locale.ENGLISH}) {
        boolean full = day.getDisplayName(TextStyle.FULL, locale).equalsIgnoreCase(word);
        boolean brief =
            day.getDisplayName(TextStyle.SHORT, locale).replace(".", "").equalsIgnoreCase(word);
        if (full || brief)
          return Optional.of(
              today.with(
                  ahead
                      ? TemporalAdjusters.nextOrSame(day)
                      : TemporalAdjusters.previousOrSame(day)));
      }
    }
    return Optional.empty();
  }
}
