package worthwhile.text.pay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs, codes and words for currencies. */
final class Currencies {
  /** Codes that are common in advertisements and no English word ("TOP", "ALL", "SOS" are out). */
  private static final String CODES =
      "USD|EUR|GBP|INR|CAD|AUD|NZD|JPY|CNY|RMB|BRL|MXN|PHP|PLN|CHF|SEK|NOK|DKK|CZK|HUF|ZAR|HKD|SGD|KRW|THB"
          + "|IDR|ILS|RUB|UAH|NGN|KES|PKR|BDT|LKR|VND|MYR|TWD|AED|SAR|EGP|ARS|CLP|COP|PEN|GHS|UGX|TZS|BGN|RON"
          + "|ISK|RSD|QAR|KWD|NPR|MAD|HRK|TRY|OMR|BHD|JOD|DZD|TND|ETB|ZMW|XOF|XAF|UYU|PYG|BOB|GTQ|CRC|DOP|JMD|TTD"
          + "|KZT|UZS|BYN|MUR|NAD|BWP|RWF|MMK|KHR|USDT|USDC|Usd|Eur|Gbp|Inr|Php";

  private static final String LEFT = "(?<![\\p{L}\\p{N}])";

  /** What may stand before a number. */
  static final String BEFORE =
      "(?:"
          + LEFT
          + "(?:US|U\\.S\\.|CA|CAD|Can|Cdn|C|A|AU|AUD|NZ|NZD|HK|HKD|S|SG|SGD|R|MX|MXN|Mex|NT|J|TT|COP|CLP|ARS|USD) ?\\$|US\\$|U\\$S"
          + "|(?<![A-Z])\\$(?: ?(?:US|USD|CAD|AUD|NZD)(?= ?[\\d.]))?|GH₵|[€£₹¥₱₦₩₫฿₴₽₺₪₵₡₲₸₾৳₨₮]|"
          + LEFT
          + "(?:Rs\\.?|RM|Rp\\.?|KSh|Ksh|KSH|Kshs?\\.?|UGX|TSh|Tk\\.?|Php|S/\\.?|R(?=\\d{2,3}(?:[ ,]?\\d{3}){0,6}(?:\\.\\d{2})?\\s?(?:/|per\\b|p/?[hdm]\\b|an?\\b|-|–))|CHF|kr\\.?|zł|Kč|(?:"
          + CODES
          + "|usd|eur|gbp|inr|cad|aud)(?: ?[$€£₹])?))";

  /** Names of currencies and of their hundredths. */
  static final String WORDS =
      "(?:(?:US|U\\.S\\.|Canadian|Australian)[ -])?(?:dollars?|bucks?)|dollari|d[oó]lar(?:es)?|доллар\\p{L}*|dolar[óo]?w?|دولار"
          + "|euros?|евро|pounds?(?: sterling)?|quid|rupees?|रुप(?:ये|ए|या|यों)|रु\\.?|rupiah|ringgit|baht|taka|naira|cedis?|shillings?|reais|rea(?:l|les)\\b|rands?|pesos?"
          + "|yen|yuan|rmb|dirhams?|riyals?|lira|liras[ıi]?|z[lł]ot(?:y|e|ych)|kron(?:er|or)|hryv\\p{L}*|грн|гривен\\p{L}*|рубл\\p{L}*|тенге|forint"
          + "|us cents?|cents?|centimes?|cts?|pence|céntimos?|centavos?|евроцент\\p{L}*|đồng|vnđ|đ";

  /** What may stand after a number; cents and pence among it. */
  static final String AFTER =
      "(?:(?:[€£₹₱₦₩₫฿₴₽₺₪₵](?!\\.?\\d)|[¢円元원]|人民币|美元|欧元|\\$(?! ?[\\d.])(?: ?(?:USD|CAD|AUD|NZD|US|AU))?)|(?:"
          + CODES
          + "|usd|eur|gbp|inr|cad|aud)(?![\\p{L}\\p{N}])(?! ?\\d{1,3}(?:[,.]\\d{2,3})+(?!\\d))|(?:US\\$|zł|zl|PLN|kr\\.?|Kč|Ft|Rs|lei|лв|руб\\.?|TL|FCFA|CFA|KSh"
          + "|(?i:"
          + WORDS
          + "))(?![\\p{L}\\p{N}])"
          + "|(?<=\\d)(?:c|p(?!/\\s?(?:h|hr|hour|d|day|w|wk|week|m|month|a)\\b))(?![\\p{L}\\p{N}]))";

  /** Dollars of another country, where a bare "$" means that country's. */
  private static final Set<String> DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP");

  private static final Set<String> WITHOUT_CENTS =
      Set.of(
          "IDR", "VND", "KRW", "JPY", "CLP", "COP", "PYG", "UGX", "TZS", "XOF", "XAF", "RWF", "HUF",
          "ISK", "MMK", "UZS", "CRC");

  /** Of countries that write "1.234,50"; thousandths of these are stated nowhere. */
  private static final Set<String> GROUPED_BY_POINT =
      Set.of(
          "EUR", "BRL", "ARS", "TRY", "PLN", "RUB", "UAH", "BYN", "CZK", "SEK", "NOK", "DKK", "RON",
          "BGN", "RSD", "HRK", "CHF", "UYU", "BOB", "PEN", "MXN", "MAD", "DZD", "KZT");

  private static final Set<String> CROWNS = Set.of("SEK", "NOK", "DKK", "ISK");
  private static final Set<String> PESOS = Set.of("MXN", "PHP", "ARS", "CLP", "COP");
  private static final Set<String> RUPEES = Set.of("PKR", "LKR", "NPR");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("u$s", "USD"),
          Map.entry("$us", "USD"),
          Map.entry("美元", "USD"),
          Map.entry("can$", "CAD"),
          Map.entry("cdn$", "CAD"),
          Map.entry("mex$", "MXN"),
          Map.entry("j$", "JMD"),
          Map.entry("tt$", "TTD"),
          Map.entry("cop$", "COP"),
          Map.entry("clp$", "CLP"),
          Map.entry("ars$", "ARS"),
          Map.entry("gh₵", "GHS"),
          Map.entry("₵", "GHS"),
          Map.entry("₡", "CRC"),
          Map.entry("₲", "PYG"),
          Map.entry("₸", "KZT"),
          Map.entry("₾", "GEL"),
          Map.entry("₮", "MNT"),
          Map.entry("৳", "BDT"),
          Map.entry("tk", "BDT"),
          Map.entry("tk.", "BDT"),
          Map.entry("rm", "MYR"),
          Map.entry("rp", "IDR"),
          Map.entry("rp.", "IDR"),
          Map.entry("ksh", "KES"),
          Map.entry("kshs", "KES"),
          Map.entry("ksh.", "KES"),
          Map.entry("kshs.", "KES"),
          Map.entry("tsh", "TZS"),
          Map.entry("s/", "PEN"),
          Map.entry("s/.", "PEN"),
          Map.entry("r", "ZAR"),
          Map.entry("원", "KRW"),
          Map.entry("欧元", "EUR"),
          Map.entry("人民币", "CNY"),
          Map.entry("fcfa", "XOF"),
          Map.entry("cfa", "XOF"),
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
          Map.entry("£", "GBP"),
          Map.entry("pence", "GBP"),
          Map.entry("p", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("₱", "PHP"),
          Map.entry("₦", "NGN"),
          Map.entry("₩", "KRW"),
          Map.entry("₫", "VND"),
          Map.entry("đ", "VND"),
          Map.entry("đồng", "VND"),
          Map.entry("vnđ", "VND"),
          Map.entry("฿", "THB"),
          Map.entry("₴", "UAH"),
          Map.entry("₽", "RUB"),
          Map.entry("руб", "RUB"),
          Map.entry("₺", "TRY"),
          Map.entry("tl", "TRY"),
          Map.entry("₪", "ILS"),
          Map.entry("円", "JPY"),
          Map.entry("元", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("zł", "PLN"),
          Map.entry("zl", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("лв", "BGN"),
          Map.entry("rands", "ZAR"));

  /** How names of currencies begin, and cents without a country. */
  private static final Map<String, String> STEMS = stems();

  private Currencies() {}

  private static Map<String, String> stems() {
    Map<String, String> stems = new LinkedHashMap<>();
    for (String pair :
        ("dol:USD dól:USD дол:USD دولار:USD buck:USD centime:EUR céntim:EUR евро:EUR euro:EUR"
                + " centavo:USD cent:USD ct:USD pound:GBP quid:GBP pence:GBP रु:INR rupiah:IDR ringgit:MYR"
                + " baht:THB taka:BDT naira:NGN cedi:GHS shilling:KES rea:BRL rand:ZAR yen:JPY"
                + " yuan:CNY rmb:CNY dirham:AED riyal:SAR lira:TRY złot:PLN zlot:PLN hryv:UAH"
                + " грн:UAH гривен:UAH руб:RUB тенге:KZT forint:HUF")
            .split(" ")) {
      int at = pair.indexOf(':');
      stems.put(pair.substring(0, at), pair.substring(at + 1));
    }
    return stems;
  }

  /**
   * The code that a sign before and one behind an amount mean together; a code beats a sign that
   * several currencies share. Absent where there is none, they contradict each other, or nothing
   * says which of several is meant.
   */
  static Optional<String> agreed(String before, String behind, PayText.Context context) {
    boolean open = open(before, context).size() + open(behind, context).size() > 0;
    if (before == null || behind == null)
      return Optional.ofNullable(before != null ? before : behind)
          .filter(_ -> !open)
          .map(sign -> meant(sign, context).code());
    if (open && !open(before, context).isEmpty() && !open(behind, context).isEmpty())
      return Optional.empty();
    String first = meant(before, context).code();
    String second = meant(behind, context).code();
    if (first.equals(second) || isShared(before, second)) return Optional.of(second);
    return isShared(behind, first) ? Optional.of(first) : Optional.empty();
  }

  /**
   * The codes of which a sign may mean each, and nothing around it says which: in a cell no country
   * is the usual one, as it is on a page in its language. Empty where it leaves nothing open.
   */
  static Set<String> open(@Nullable String sign, PayText.Context context) {
    if (sign == null) return Set.of();
    String key = sign.strip().toLowerCase(Locale.ROOT);
    Set<String> codes =
        key.startsWith("kr") ? CROWNS : key.startsWith("peso") ? PESOS : Set.<String>of();
    return context.currency().filter(codes::contains).isPresent() ? Set.of() : codes;
  }

  /** Whether nobody pays hundredths of it, so that a mark before three digits groups. */
  static boolean isWithoutCents(String code) {
    return WITHOUT_CENTS.contains(code);
  }

  /** Whether a point before three digits groups: nobody states thousandths of it. */
  static boolean isGroupedByPoint(String code) {
    return GROUPED_BY_POINT.contains(code);
  }

  /** Whether this sign or word stands for that currency among others. */
  static boolean isShared(String sign, String code) {
    return switch (sign.strip().toLowerCase(Locale.ROOT)) {
      case "$", "¢", "c", "dollar", "dollars", "cents" -> DOLLARS.contains(code);
      case "¥" -> code.equals("CNY") || code.equals("JPY");
      case "kr", "kr." -> CROWNS.contains(code);
      case "rs", "rs.", "₨", "rupees" -> code.equals("INR") || RUPEES.contains(code);
      case "£" -> code.equals("EGP");
      case "peso", "pesos" -> PESOS.contains(code);
      default -> false;
    };
  }

  /** A currency and whether that had to be concluded. */
  record Meant(String code, boolean inferred) {}

  /** What a sign, code or word stands for before words of some language. */
  static Meant meant(String sign, String text, int end, PayText.Context context) {
    Meant meant = meant(sign, context);
    boolean open = meant.code().equals("USD") || meant.code().equals("PHP");
    if (!open || context.currency().filter(PESOS::contains).isPresent()) return meant;
    return UnitLanguage.code(sign, text, end).map(code -> new Meant(code, true)).orElse(meant);
  }

  /** What a sign, code or word found in a text stands for. */
  static Meant meant(String sign, PayText.Context context) {
    String key = sign.toLowerCase(Locale.ROOT).replace(" ", "");
    String known = SIGNS.get(key);
    if (known != null) return new Meant(known, false);
    return switch (key) {
      case "$", "¢", "c" -> dollar(context);
      case "¥" -> new Meant(either(context, "CNY", "zh", "JPY"), true);
      case "kr", "kr." -> new Meant(crown(context), true);
      case "rs", "rs.", "₨" -> rupee(context);
      default ->
          key.length() == 3 && isCode(key) ? new Meant(code(key), false) : word(key, context);
    };
  }

  private static boolean isCode(String key) {
    return ("|" + CODES + "|").contains("|" + key.toUpperCase(Locale.ROOT) + "|");
  }

  private static String code(String key) {
    String code = key.toUpperCase(Locale.ROOT);
    return code.equals("RMB") ? "CNY" : code;
  }

  /** A currency's name in words, by how it begins. */
  private static Meant word(String word, PayText.Context context) {
    if (word.startsWith("canadian")) return new Meant("CAD", false);
    if (word.startsWith("australian")) return new Meant("AUD", false);
    if (word.startsWith("us") && !word.equals("usdt") && !word.equals("usdc"))
      return new Meant("USD", false);
    if (word.startsWith("rupee")) return rupee(context);
    if (word.startsWith("peso")) return new Meant(peso(context), true);
    if (word.startsWith("kron")) return new Meant(crown(context), true);
    for (Map.Entry<String, String> stem : STEMS.entrySet())
      if (word.startsWith(stem.getKey()))
        return stem.getValue().equals("USD") ? dollar(context) : new Meant(stem.getValue(), false);
    return new Meant(word.replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT), false);
  }

  /** Whether a sign or word counts hundredths. */
  static boolean isMinor(String sign) {
    String word = sign.toLowerCase(Locale.ROOT).replace("us ", "");
    return switch (word) {
      case "¢", "c", "p", "pence", "ct", "cts" -> true;
      default ->
          word.startsWith("cent") || word.startsWith("céntim") || word.startsWith("евроцент");
    };
  }

  /** Whether it is a single letter, which by itself says too little ("iPhone 5c"). */
  static boolean isFaint(String sign) {
    return sign.equals("c") || sign.equals("p") || sign.equals("C") || sign.equals("R");
  }

  private static Meant dollar(PayText.Context context) {
    Optional<String> own = context.currency().filter(DOLLARS::contains);
    return new Meant(own.orElse("USD"), false);
  }

  private static Meant rupee(PayText.Context context) {
    Optional<String> own = context.currency().filter(RUPEES::contains);
    return new Meant(own.orElse("INR"), own.isEmpty());
  }

  private static String peso(PayText.Context context) {
    return context.currency().filter(PESOS::contains).orElse(either(context, "MXN", "es", "PHP"));
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
        .filter(CROWNS::contains)
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
