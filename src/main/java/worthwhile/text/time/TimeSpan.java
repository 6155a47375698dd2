package worthwhile.text.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time with its unit, found in a text: "2-3 mins", "1h 30", "half an hour", "90 secs".
 */
public record TimeSpan(Duration duration, int start, int end) {
  private static final String NUMBER = "\\d{1,5}(?:[.,]\\d{1,3})?|[.,]\\d{1,3}";

  private static final String WORDS =
      "half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|sixty"
          + "|eine[rn]?|zwei|drei|fünf|zehn|une?|deux|trois|cinq|dix|una?|dos|tres|cinco|diez";

  private static final String SECOND =
      "s|secs?|se[ck]onds?|sekunden?|sekund|secondes?|segundos?|secondi|сек(?:унд[аы]?)?|saniye|detik|giây|秒";
  private static final String MINUTE =
      "m|mi+n?i?n?s?|minn?s|min[tu]{1,3}es?|minut(?:e[sn]?|os?|a|y|er|i)?|mn|мин(?:ут[аы]?)?|хв|dakika|dk|menit|phút|मिनट|นาที|دقيقة|دقائق|分钟|分鐘|分間|分";
  private static final String HOUR =
      "h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|uren|час(?:а|ов)?|год|saat|godz(?:in[ay]?)?|timm(?:e|ar)|timer|hodin[ay]?|jam|giờ|घंटे|ชั่วโมง|ساعات|ساعة|小时|小時|時間|시간";
  private static final String DAY =
      "d|days?|tage?n?|jours?|d[ií]as?|giorni|дн(?:я|ей)|день|gün|dni|dagen|hari|天|日";
  private static final String WEEK = "w|wks?|weeks?|wochen?|semaines?|semanas?";

  static final String UNIT =
      "(?:(?<s>"
          + SECOND
          + ")|(?<m>"
          + MINUTE
          + ")|(?<h>"
          + HOUR
          + ")|(?<d>"
          + DAY
          + ")|(?<w>"
          + WEEK
          + "))\\.?(?:(?![\\p{L}\\p{N}])|(?<=h)(?=\\d{2}(?!\\d))|(?<=[mns.])(?=\\d{1,2} ?s)|(?<=[分秒时间間钟鐘]))";

  private static final Pattern SPAN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,$€£])(?:(?<n>"
              + NUMBER
              + ")|(?<word>"
              + WORDS
              + "))(?:(?:\\s?(?:mins?|m|secs?|s|hrs?|h))?(?<dash>\\s?(?:-|–|—|~|to|bis|à|or)\\s?~?)(?<n2>"
              + NUMBER
              + "|"
              + WORDS
              + "))?[\\s\\-–+]{0,3}(?:[a-z]{1,2}\\s)?"
              + UNIT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "1h 30", "1h30", "1 hour and 20 minutes": what follows hours. */
  private static final Pattern REST =
      Pattern.compile(
          "\\G(?:\\s?(?=[0-5]?\\d(?![\\p{L}\\p{N}:.,%]|\\s?%))|\\s*+(?:(?:,|and|und|et|y)\\s*+)?(?=\\d{1,2}\\s*+m))([0-5]?\\d)\\s*(?:m(?:in(?:ute[sn]?|s)?)?\\.?)?(?![\\p{L}\\p{N}:])",
          Pattern.CASE_INSENSITIVE);

  /** "2m30s", "2 min 30 sec": what follows minutes. */
  private static final Pattern SECONDS =
      Pattern.compile(
          "\\G\\s*+(?:(?:,|and|und|et|y)\\s*+)?([0-5]?\\d)\\s*+(?:s|secs?|seconds?)\\b\\.?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, BigDecimal> NUMBERS =
      Map.ofEntries(
          Map.entry("half a", new BigDecimal("0.5")),
          Map.entry("half an", new BigDecimal("0.5")),
          Map.entry("two", BigDecimal.TWO),
          Map.entry("zwei", BigDecimal.TWO),
          Map.entry("deux", BigDecimal.TWO),
          Map.entry("dos", BigDecimal.TWO),
          Map.entry("three", BigDecimal.valueOf(3)),
          Map.entry("drei", BigDecimal.valueOf(3)),
          Map.entry("trois", BigDecimal.valueOf(3)),
          Map.entry("tres", BigDecimal.valueOf(3)),
          Map.entry("four", BigDecimal.valueOf(4)),
          Map.entry("five", BigDecimal.valueOf(5)),
          Map.entry("fünf", BigDecimal.valueOf(5)),
          Map.entry("cinq", BigDecimal.valueOf(5)),
          Map.entry("cinco", BigDecimal.valueOf(5)),
          Map.entry("six", BigDecimal.valueOf(6)),
          Map.entry("seven", BigDecimal.valueOf(7)),
          Map.entry("eight", BigDecimal.valueOf(8)),
          Map.entry("nine", BigDecimal.valueOf(9)),
          Map.entry("ten", BigDecimal.TEN),
          Map.entry("zehn", BigDecimal.TEN),
          Map.entry("dix", BigDecimal.TEN),
          Map.entry("diez", BigDecimal.TEN),
          Map.entry("fifteen", BigDecimal.valueOf(15)),
          Map.entry("twenty", BigDecimal.valueOf(20)),
          Map.entry("thirty", BigDecimal.valueOf(30)),
          Map.entry("forty", BigDecimal.valueOf(40)),
          Map.entry("sixty", BigDecimal.valueOf(60)));

  /** The first span in a text; absent if there is none. */
  static Optional<TimeSpan> find(String text) {
    Matcher found = SPAN.matcher(text);
    while (found.find()) {
      TimeSpan span = read(found, text);
      if (span.duration.isPositive()) return Optional.of(span);
    }
    return Optional.empty();
  }

  /** The span that starts exactly here; absent if none does. */
  public static Optional<TimeSpan> at(String text, int start) {
    Matcher found = SPAN.matcher(text);
    found.region(start, Math.min(text.length(), start + 60)).useTransparentBounds(true);
    return found.lookingAt() ? Optional.of(read(found, text)) : Optional.empty();
  }

  private static TimeSpan read(Matcher found, String text) {
    BigDecimal first = number(found.group("n") != null ? found.group("n") : found.group("word"));
    BigDecimal amount = found.group("n2") == null ? first : mean(first, number(found.group("n2")));
    Duration whole = DurationText.of(amount, seconds(found));
    TimeSpan span = new TimeSpan(whole, found.start(), found.end());
    if (found.group("n2") != null) return span;
    if (found.group("h") != null) return span.with(REST.matcher(text), text, 60);
    return found.group("m") == null ? span : span.with(SECONDS.matcher(text), text, 1);
  }

  /** With the smaller unit that follows, if one does. */
  private TimeSpan with(Matcher rest, String text, long unitSeconds) {
    if (!rest.region(end, text.length()).lookingAt()) return this;
    long more = Long.parseLong(rest.group(1)) * unitSeconds;
    return new TimeSpan(duration.plusSeconds(more), start, rest.end());
  }

  private static long seconds(Matcher found) {
    if (found.group("s") != null) return 1;
    if (found.group("m") != null) return 60;
    if (found.group("h") != null) return 3600;
    return found.group("d") != null ? 86_400 : 604_800;
  }

  private static BigDecimal number(String text) {
    char first = text.charAt(0);
    if (!Character.isDigit(first) && first != '.' && first != ',')
      return NUMBERS.getOrDefault(text.toLowerCase(Locale.ROOT), BigDecimal.ONE);
    return new BigDecimal(
        text.replace(',', '.').startsWith(".")
            ? "0" + text.replace(',', '.')
            : text.replace(',', '.'));
  }

  private static BigDecimal mean(BigDecimal a, BigDecimal b) {
    return a.add(b).divide(BigDecimal.TWO);
  }
}
