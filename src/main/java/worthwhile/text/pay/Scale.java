package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import worthwhile.text.word.Sought;

/** Words behind a number that say how many thousands, lakhs or millions it counts. */
final class Scale {
  /** What may stand behind a number. */
  static final String WORDS =
      "(?:(?:k|K|tsd\\.?|thousand|grand|[mM]|MM|mn|mio|[Mm]illions?|bn|[bB]|[Bb]illions?|lakhs?|Lakhs?|lacs?|L|LPA|[Cc]rores?|[Cc]r|тыс\\.?|тис\\.?|(?<=\\d)[кК]|млн\\.?|mil|mila|tys\\.?|tis\\.|ezer|ribu|rb|nghìn|ngàn|juta|jt|triệu|mill[oó]n(?:es)?|milh(?:ões|ão)|milioni|mln\\.?|milyon|bin(?= ?(?:TL|₺|TRY|lira))|हज़?ार|लाख|करोड़?)"
          + "(?![\\p{L}\\p{N}])|[万萬億亿千만천])";

  /** Such words that are not understood, or a second one. */
  private static final Sought UNKNOWN =
      Sought.of(
          "\\s?(?:[百十千万萬億亿만천백억]|(?:mille|mii|bin|mil|พัน|หมื่น|แสน|ล้าน|ألف|مليون|хил|tisíc)(?![\\p{L}\\p{N}]))",
          0);

  /** Where "mil" is a thousand; in English it is a million. */
  private static final Set<String> MIL =
      Set.of(
          "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "PYG", "BOB", "CRC", "DOP", "GTQ",
          "EUR");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Scale() {}

  /** The number counted in these; as it is where the word is absent. */
  static BigDecimal of(BigDecimal value, @Nullable String word) {
    if (word == null) return value;
    BigDecimal whole = value.multiply(BigDecimal.valueOf(factor(word))).stripTrailingZeros();
    return whole.scale() < 0 ? whole.setScale(0) : whole;
  }

  private static long factor(String word) {
    return switch (bare(word)) {
      case "k", "к", "tsd", "thousand", "grand", "тыс", "тис", "mil", "mila", "tys", "tis" -> 1_000;
      case "ezer", "ribu", "rb", "nghìn", "ngàn", "bin", "千", "천", "हजार" -> 1_000;
      case "万", "萬", "만" -> 10_000;
      case "億", "亿" -> 100_000_000;
      case "lakh", "lakhs", "lac", "lacs", "l", "lpa", "लाख" -> 100_000;
      case "crore", "crores", "cr", "करोड" -> 10_000_000;
      case "bn", "b", "billion", "billions" -> 1_000_000_000;
      default -> 1_000_000;
    };
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[.\u093C]", "");
  }

  /** Whether so much is hardly pay by itself: millions, but not of rupiah, dong or rupees. */
  static boolean isLarge(@Nullable String word) {
    return word != null
        && of(BigDecimal.ONE, word).compareTo(MILLION) >= 0
        && currency(word).isEmpty();
  }

  /** The only currency that is counted in these. */
  static Optional<String> currency(@Nullable String word) {
    if (word == null) return Optional.empty();
    return switch (bare(word)) {
      case "lakh", "lakhs", "lac", "lacs", "lpa", "crore", "crores", "cr", "हजार", "लाख", "करोड" ->
          Optional.of("INR");
      case "juta", "jt", "ribu", "rb" -> Optional.of("IDR");
      case "triệu", "nghìn", "ngàn" -> Optional.of("VND");
      default -> Optional.empty();
    };
  }

  /** Whether the word is hardly said of anything but money: "25rb", "5 triệu". */
  static boolean isMoney(@Nullable String word) {
    return currency(word).filter(code -> !code.equals("INR")).isPresent();
  }

  /** Whether the word says something else in another language, and the currency does not tell. */
  static boolean isUnclear(@Nullable String word, String code, @Nullable String sign) {
    if (!"mil".equals(word) || MIL.contains(code)) return false;
    return sign == null || !sign.toLowerCase(Locale.ROOT).matches("d[oó]lar.*|pesos");
  }

  /** Whether a number that ends here goes on in a word that is not understood. */
  static boolean isUnknownAt(String text, int end) {
    return UNKNOWN.isAt(text, end);
  }
}
