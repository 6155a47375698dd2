package worthwhile.site.me;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.NumberText;
import worthwhile.text.time.DurationText;

/**
 * Numbers in a form as people type them, written as the parameters of a search: "2,50", "$10",
 * "١٠", "1 h 30". What could be two numbers ("1,234") stays as it is, and is refused with it.
 */
public final class TypedNumbers {
  private static final List<String> AMOUNTS =
      List.of("min_hourly", "min_effective", "min_reward", "min_reputation", "max_risk");

  private static final String MINUTES = "max_minutes";

  /** Dollars around a number, and per hour behind it. */
  private static final Pattern DOLLARS =
      Pattern.compile(
          "(?:US\\s?)?\\$?\\s*(?<number>[\\d.,'’ \\u00A0\\u202F]*\\d)\\s*(?:US\\s?)?(?:\\$|USD)?"
              + "\\s*(?:/\\s*h)?",
          Pattern.CASE_INSENSITIVE);

  private TypedNumbers() {}

  /** The same parameters with plain numbers wherever it is plain which number is meant. */
  public static Map<String, List<String>> plain(Map<String, List<String>> typed) {
    Map<String, List<String>> plain = new LinkedHashMap<>(typed);
    AMOUNTS.forEach(
        name -> plain.computeIfPresent(name, (_, texts) -> each(texts, TypedNumbers::amount)));
    plain.computeIfPresent(MINUTES, (_, texts) -> each(texts, TypedNumbers::minutes));
    return plain;
  }

  private static List<String> each(List<String> texts, UnaryOperator<String> written) {
    return texts.stream().map(text -> isPlain(text) ? text : written.apply(digits(text))).toList();
  }

  private static boolean isPlain(String text) {
    return text.matches("[0-9]+(\\.[0-9]+)?");
  }

  private static String amount(String text) {
    Matcher found = DOLLARS.matcher(text);
    return found.matches() ? number(found.group("number")).orElse(text) : text;
  }

  private static Optional<String> number(String text) {
    Optional<BigDecimal> comma = NumberText.whole(text, true);
    return comma.equals(NumberText.whole(text, false))
        ? comma.map(BigDecimal::toPlainString)
        : Optional.empty();
  }

  private static String minutes(String text) {
    return DurationText.parse(text)
        .map(Duration::toMinutes)
        .filter(minutes -> minutes > 0)
        .map(minutes -> Long.toString(minutes))
        .orElse(text);
  }

  /** With the digits of every script as 0 to 9, and the marks that Arabic writes in numbers. */
  private static String digits(String text) {
    StringBuilder plain = new StringBuilder();
    text.strip()
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .map(c -> c == '٫' ? '.' : c == '٬' ? ',' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
