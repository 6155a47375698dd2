package worthwhile.posting;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One sentence of a catalogue, to be filled in. Safe for use by many threads. */
final class Message {
  private static final Pattern DURATION = Pattern.compile("\\{(\\w+), duration}");
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  /** What a pattern makes of an argument. */
  private enum Kind {
    TEXT,
    DURATION,
    NUMBER,
    DAY
  }

  private final String pattern;
  private final MessageFormat format;
  private final Map<String, Kind> kinds;
  private final Function<Duration, String> duration;

  private Message(
      String pattern, Locale locale, Map<String, Kind> kinds, Function<Duration, String> duration) {
    this.pattern = pattern;
    this.kinds = kinds;
    this.duration = duration;
    this.format = kinds.isEmpty() ? null : new MessageFormat(pattern, locale);
  }

  /**
   * Compiles a pattern.
   *
   * @param duration says a span of time in the language
   */
  static Message of(String pattern, Locale locale, Function<Duration, String> duration) {
    if (pattern.indexOf('{') < 0) return new Message(pattern, locale, Map.of(), duration);
    Map<String, Kind> kinds = new LinkedHashMap<>();
    DURATION.matcher(pattern).results().forEach(found -> kinds.put(found.group(1), Kind.DURATION));
    String plain = DURATION.matcher(pattern).replaceAll("{$1}");
    MessagePattern parsed = new MessagePattern(plain);
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START)
        kinds.merge(
            parsed.getSubstring(parsed.getPart(i + 1)), kind(part.getArgType()), Message::stronger);
    }
    return new Message(plain, locale, kinds, duration);
  }

  private static Kind kind(MessagePattern.ArgType type) {
    return switch (type) {
      case NONE, SELECT -> Kind.TEXT;
      case SIMPLE -> Kind.DAY;
      case PLURAL, SELECTORDINAL, CHOICE -> Kind.NUMBER;
    };
  }

  private static Kind stronger(Kind one, Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  Set<String> arguments() {
    return kinds.keySet();
  }

  /** Whether all numbers, days and spans of time are given; texts may be left out. */
  boolean fits(Map<String, Object> parameters) {
    return kinds.entrySet().stream()
        .allMatch(argument -> fits(argument.getValue(), parameters.get(argument.getKey())));
  }

  private static boolean fits(Kind kind, Object value) {
    try {
      return switch (kind) {
        case TEXT -> true;
        case NUMBER -> value instanceof Number;
        case DAY -> value instanceof String text && LocalDate.parse(text).isAfter(LocalDate.MIN);
        case DURATION -> value instanceof String text && !Duration.parse(text).isNegative();
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The sentence; a text that it names and is not given is {@code none}. */
  String fill(Map<String, Object> parameters) {
    if (format == null) return pattern;
    Map<String, Object> arguments = new HashMap<>();
    kinds.forEach((name, kind) -> arguments.put(name, argument(kind, parameters.get(name))));
    // ICU's formats keep state while they work.
    synchronized (format) {
      return format.format(arguments);
    }
  }

  private Object argument(Kind kind, Object value) {
    return switch (kind) {
      case NUMBER -> value;
      case DAY -> day(LocalDate.parse((String) value));
      case DURATION -> duration.apply(Duration.parse((String) value));
      case TEXT -> text(value);
    };
  }

  private static String text(Object value) {
    if (value == null) return "none";
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** At noon of the zone that ICU takes, so that it is the same day there. */
  private static Date day(LocalDate day) {
    return Date.from(day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant());
  }

  /** Seconds in minutes, to a tenth, without zeros at the end. */
  static BigDecimal tenths(long seconds) {
    return BigDecimal.valueOf(seconds).divide(MINUTE, 1, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
