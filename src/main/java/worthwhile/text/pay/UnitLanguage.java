package worthwhile.text.pay;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.text.word.Sought;

/** Which cent or peso is meant, as the language of the unit behind it tells: "6 Cent pro Wort". */
final class UnitLanguage {
  private static final Sought OF_EUROS =
      Sought.caseless(
          "\\s?(?:(?:pro|je|par)\\s(?!rata)\\p{L}|(?:/|à la|al|alla|all['’]|per|a)\\s?(?:wort|stunde|std|zeile|zeichen|seite|normzeile|mot|heure|parola|ora|riga|woord|uur)(?!\\p{L}))");

  private static final Sought SPANISH =
      Sought.caseless(
          "\\s?(?:mensuales|diarios|semanales|anuales|(?:por|al|a la|la|el|cada|/)\\s?(?:mes|hora|d[ií]a|semana|año|quincena|tarea|encuesta|palabra|artículo|video|proyecto)(?!\\p{L}))");

  private UnitLanguage() {}

  /**
   * Whether words behind a sum that ends here are of a language that parts thousands by a point.
   */
  static boolean isGroupedByPoint(String text, int end) {
    return OF_EUROS.isAt(text, end) || isSpanish(text, end);
  }

  /** Whether they are Spanish, where "$" is the sign of many pesos. */
  static boolean isSpanish(String text, int end) {
    return SPANISH.isAt(text, end);
  }

  /**
   * The code; absent where the language tells nothing of it.
   *
   * @param end where the sum ends
   */
  static Optional<String> code(@Nullable String sign, String text, int end) {
    if (sign == null) return Optional.empty();
    return switch (sign.toLowerCase(Locale.ROOT)) {
      case "cent", "cents", "ct", "cts" ->
          OF_EUROS.isAt(text, end) ? Optional.of("EUR") : Optional.empty();
      case "peso", "pesos" -> SPANISH.isAt(text, end) ? Optional.of("MXN") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
