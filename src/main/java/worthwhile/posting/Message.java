package worthwhile.posting;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a catalogue, to be filled in. Safe for use by many threads.
 *
 * <p>The form is ICU's, and ICU reads it. ICU's own {@code MessageFormat} is not used, because it
 * groups digits, which stated amounts must not be, and reads half a second of locale data before
 * the first sentence.
 */
final class Message {
  private static final String DURATION = "duration";

  /** What a pattern makes of an argument, least demanding first. */
  private enum Kind {
    TEXT,
    DURATION,
    NUMBER,
    DAY
  }

  private final MessagePattern pattern;
  private final Locale locale;
  private final Function<Duration, String> durations;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, DateTimeFormatter> days = new ConcurrentHashMap<>();

  /**
   * Compiles a pattern.
   *
   * @param durations says a span of time in the language
   */
  Message(String text, Locale locale, Function<Duration, String> durations) {
    this.pattern = new MessagePattern(text).freeze();
    this.locale = locale;
    this.durations = durations;
    for (int i = 0; i < pattern.countParts(); i++)
      if (pattern.getPart(i).getType() == Part.Type.ARG_START)
        kinds.merge(text(i + 1), kind(i), (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private Kind kind(int argument) {
    return switch (pattern.getPart(argument).getArgType()) {
      case NONE, SELECT -> Kind.TEXT;
      case SIMPLE -> text(argument + 2).equals(DURATION) ? Kind.DURATION : Kind.DAY;
      case PLURAL, SELECTORDINAL, CHOICE -> Kind.NUMBER;
    };
  }

  private String text(int part) {
    return pattern.getSubstring(pattern.getPart(part));
  }

  Set<String> arguments() {
    return kinds.keySet();
  }

  /** Whether all numbers, days and spans of time are given; texts may be left out. */
  boolean fits(Map<String, Object> parameters) {
    return kinds.entrySet().stream()
        .allMatch(argument -> fits(argument.getValue(), parameters.get(argument.getKey())));
  }

  private static boolean fits(Kind kind, @Nullable Object value) {
    try {
      return switch (kind) {
        case TEXT -> true;
        case NUMBER -> value instanceof Number;
        case DAY -> value instanceof String text && LocalDate.parse(text) != null;
        case DURATION -> value instanceof String text && Duration.parse(text) != null;
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The sentence; a text that it names and is not given is {@code none}. */
  String fill(Map<String, Object> parameters) {
    return new Filling(parameters).message(0, "").toString();
  }

  /** One sentence in the making. */
  private final class Filling {
    private final Map<String, Object> parameters;
    private final StringBuilder out = new StringBuilder();

    Filling(Map<String, Object> parameters) {
      this.parameters = parameters;
    }

    /**
     * Appends the message that begins at this part.
     *
     * @param number what stands for {@code #}
     */
    StringBuilder message(int start, String number) {
      int end = pattern.getLimitPartIndex(start);
      int from = pattern.getPart(start).getLimit();
      for (int i = start + 1; i <= end; i++) {
        Part part = pattern.getPart(i);
        out.append(pattern.getPatternString(), from, part.getIndex());
        if (part.getType() == Part.Type.REPLACE_NUMBER) out.append(number);
        if (part.getType() == Part.Type.ARG_START) {
          argument(i, part.getArgType());
          i = pattern.getLimitPartIndex(i);
        }
        from = pattern.getPart(i).getLimit();
      }
      return out;
    }

    private void argument(int start, ArgType type) {
      Object value = parameters.getOrDefault(text(start + 1), "none");
      switch (type) {
        case NONE -> out.append(plain(value));
        case SIMPLE -> out.append(time(start, value.toString()));
        case SELECT -> message(branch(start, word -> word.equals(plain(value))), "");
        case PLURAL, SELECTORDINAL, CHOICE -> {
          String number = plain(value);
          message(branch(start, word -> isForm(word, number)), number);
        }
      }
    }

    private String time(int start, String value) {
      if (text(start + 2).equals(DURATION)) return durations.apply(Duration.parse(value));
      return days.computeIfAbsent(
              text(start + 3), style -> DateTimeFormatter.ofPattern(style, locale))
          .format(LocalDate.parse(value));
    }
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private boolean isForm(String word, String number) {
    if (word.startsWith("=")) return number.equals(word.substring(1));
    return PluralRules.forLocale(locale).select(Double.parseDouble(number)).equals(word);
  }

  /** Where the message of the first word that fits begins, or that of {@code other}. */
  private int branch(int start, Predicate<String> fits) {
    int other = -1;
    int end = pattern.getLimitPartIndex(start);
    int selector = start + 2;
    while (selector < end) {
      int message = selector + 1;
      if (pattern.getPart(message).getType().hasNumericValue()) message++;
      if (text(selector).equals("other")) other = message;
      else if (fits.test(text(selector))) return message;
      selector = pattern.getLimitPartIndex(message) + 1;
    }
    return other;
  }
}
