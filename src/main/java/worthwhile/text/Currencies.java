package worthwhile.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Signs, codes and words for currencies. */
final class Currencies {
  /** Codes that are common in advertisements and no English word ("TOP", "ALL", "SOS" are out). */
  private static final String CODES =
      "USD|EUR|GBP|INR|CAD|AUD|NZD|JPY|CNY|RMB|BRL|MXN|PHP|PLN|CHF|SEK|NOK|DKK|CZK|HUF|ZAR|HKD|SGD|KRW|THB"
          + "|IDR|ILS|RUB|UAH|NGN|KES|PKR|BDT|LKR|VND|MYR|TWD|AED|SAR|EGP|ARS|CLP|COP|PEN|GHS|UGX|TZS|BGN|RON"
          + "|ISK|RSD|QAR|KWD|NPR|MAD|HRK|USDT|USDC|Usd|Eur|Gbp|Inr|Php";

  private static final String LEFT = "(?<![\\p{L}\\p{N}])";

  /** What may stand before a number. */
  static final String BEFORE =
      "(?:"
          + LEFT
          + "(?:US|U\\.S\\.|CA|CAD|C|A|AU|AUD|NZ|NZD|HK|HKD|S|SG|SGD|R|MX|MXN|NT|USD) ?\\$|(?<![A-Za-z])\\$|[€£₹¥￥₱₦₩₫฿₴₽₺₪]|"
          + LEFT
          + "(?:Rs\\.?|CHF|kr\\.?|(?:"
          + CODES
          + "|usd|eur|gbp|inr|cad|aud)(?: ?[$€£₹])?))";

  /** What may stand after a number; cents and pence among it. */
  static final String AFTER =
      "(?:(?:[€£₹₱₦₩₫฿₴₽₺₪¢円元]|\\$(?! ?[\\d.])(?: ?(?:USD|CAD|AUD|NZD))?)|(?:"
          + CODES
          + "|usd|eur|gbp|inr|cad|aud|US\\$|zł|zl|PLN|kr|Kč|Ft|Rs|lei|лв|руб|TL"
          + "|(?i:dollars?|bucks?|euros?|pounds?|quid|rupees?|yen|naira|reais|rands?|cents?|pence|рублей))(?![\\p{L}\\p{N}])"
          + "|(?<=\\d)[cp](?=\\s?(?:/|per |each|for |$)))";

  /** Dollars of another country, where a bare "$" means that country's. */
  private static final Set<String> DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("u.s.$", "USD"),
          Map.entry("usd$", "USD"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "CAD"),
          Map.entry("cad$", "CAD"),
          Map.entry("$cad", "CAD"),
          Map.entry("a$", "AUD"),
          Map.entry("au$", "AUD"),
          Map.entry("aud$", "AUD"),
          Map.entry("$aud", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("nzd$", "NZD"),
          Map.entry("$nzd", "NZD"),
          Map.entry("$usd", "USD"),
          Map.entry("hk$", "HKD"),
          Map.entry("hkd$", "HKD"),
          Map.entry("s$", "SGD"),
          Map.entry("sg$", "SGD"),
          Map.entry("sgd$", "SGD"),
          Map.entry("r$", "BRL"),
          Map.entry("mx$", "MXN"),
          Map.entry("mxn$", "MXN"),
          Map.entry("nt$", "TWD"),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("quid", "GBP"),
          Map.entry("pence", "GBP"),
          Map.entry("p", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("₱", "PHP"),
          Map.entry("₦", "NGN"),
          Map.entry("naira", "NGN"),
          Map.entry("₩", "KRW"),
          Map.entry("₫", "VND"),
          Map.entry("฿", "THB"),
          Map.entry("₴", "UAH"),
          Map.entry("₽", "RUB"),
          Map.entry("руб", "RUB"),
          Map.entry("рублей", "RUB"),
          Map.entry("₺", "TRY"),
          Map.entry("tl", "TRY"),
          Map.entry("₪", "ILS"),
          Map.entry("円", "JPY"),
          Map.entry("yen", "JPY"),
          Map.entry("元", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("zł", "PLN"),
          Map.entry("zl", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("лв", "BGN"),
          Map.entry("reais", "BRL"),
          Map.entry("rand", "ZAR"),
          Map.entry("rands", "ZAR"));

  private Currencies() {}

  /** A currency and whether that had to be concluded. */
  record Meant(String code, boolean inferred) {}

  /** What a sign, code or word found in a text stands for. */
  static Meant meant(String sign, PayText.Context context) {
    String key = sign.toLowerCase(Locale.ROOT).replace(" ", "");
    String known = SIGNS.get(key);
    if (known != null) return new Meant(known, false);
    return switch (key) {
      case "$", "dollar", "dollars", "buck", "bucks", "¢", "c", "cent", "cents" -> dollar(context);
      case "¥", "￥" -> new Meant(either(context, "CNY", "zh", "JPY"), true);
      case "kr", "kr." -> new Meant(crown(context), true);
      case "rs", "rs.", "rupee", "rupees" -> rupee(context);
      default -> new Meant(key.replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT), false);
    };
  }

  static boolean isMinor(String sign) {
    return switch (sign.toLowerCase(Locale.ROOT)) {
      case "¢", "c", "cent", "cents", "p", "pence" -> true;
      default -> false;
    };
  }

  private static Meant dollar(PayText.Context context) {
    Optional<String> own = context.currency().filter(DOLLARS::contains);
    return new Meant(own.orElse("USD"), false);
  }

  private static Meant rupee(PayText.Context context) {
    Optional<String> own = context.currency().filter(Set.of("PKR", "LKR", "NPR")::contains);
    return new Meant(own.orElse("INR"), own.isEmpty());
  }

  private static String either(
      PayText.Context context, String there, String language, String otherwise) {
    boolean is =
        context.currency().filter(there::equals).isPresent()
            || context.locale().getLanguage().equals(language);
    return is ? there : otherwise;
  }

  private static String crown(PayText.Context context) {
    return context
        .currency()
        .filter(Set.of("SEK", "NOK", "DKK", "ISK")::contains)
        .orElseGet(
            () ->
                switch (context.locale().getLanguage()) {
                  case "da" -> "DKK";
                  case "nb", "no", "nn" -> "NOK";
                  case "is" -> "ISK";
                  default -> "SEK";
                });
  }
}
