package worthwhile.text.pay;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of currencies in the languages of the platforms' files and pages, as ISO codes. */
final class CurrencyNames {
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{3}(?![\\p{L}\\p{N}])");

  private static final Pattern SIGN =
      Pattern.compile("(?:" + Currencies.BEFORE + "|" + Currencies.AFTER + ")");

  /** What people call the most used ones, beside their official names. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("american dollar", "USD"),
          Map.entry("united states dollar", "USD"),
          Map.entry("u.s. dollar", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("pound", "GBP"),
          Map.entry("pound sterling", "GBP"),
          Map.entry("pounds sterling", "GBP"),
          Map.entry("great british pound", "GBP"),
          Map.entry("sterling", "GBP"),
          Map.entry("rmb", "CNY"),
          Map.entry("renminbi", "CNY"),
          Map.entry("rupee", "INR"),
          Map.entry("yen", "JPY"),
          Map.entry("yuan", "CNY"),
          Map.entry("zloty", "PLN"),
          Map.entry("złoty", "PLN"),
          Map.entry("real", "BRL"),
          Map.entry("reais", "BRL"),
          Map.entry("rand", "ZAR"),
          Map.entry("naira", "NGN"),
          Map.entry("baht", "THB"),
          Map.entry("ringgit", "MYR"),
          Map.entry("rupiah", "IDR"));

  private static final List<Locale> LANGUAGES =
      List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "cs", "ru", "uk", "tr").stream()
          .map(Locale::of)
          .toList();

  private CurrencyNames() {}

  /** The one code that a short text names by code, name or sign; absent if none or several. */
  static Optional<String> code(String text) {
    Set<String> codes = codes(text);
    if (codes.size() == 1) return Optional.of(codes.iterator().next());
    if (!codes.isEmpty()) return Optional.empty();
    if (text.length() == 3 && isCode(text.toUpperCase(Locale.ROOT)))
      return Optional.of(plain(text.toUpperCase(Locale.ROOT)));
    return sign(text).or(() -> name(text));
  }

  private static Set<String> codes(String text) {
    Set<String> codes = new TreeSet<>();
    Matcher found = CODE.matcher(text);
    while (found.find()) if (isCode(found.group())) codes.add(plain(found.group()));
    return codes;
  }

  private static String plain(String code) {
    return code.equals("RMB") ? "CNY" : code;
  }

  /** A code that ISO 4217 knows, or that advertisements write for one. */
  static boolean isCode(String code) {
    return code.equals("RMB") || Known.CODES.contains(code);
  }

  private static Optional<String> sign(String text) {
    if (!SIGN.matcher(text).matches() || text.length() > 5 || (text.length() > 2 && isWord(text)))
      return Optional.empty();
    return Optional.of(Currencies.meant(text, PayText.Context.of(Locale.US)))
        .filter(meant -> !meant.inferred() || text.equals("¥") || meant.code().equals("INR"))
        .map(Currencies.Meant::code)
        .filter(CurrencyNames::isCode);
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(Character::isLetter);
  }

  private static Optional<String> name(String text) {
    String name =
        text.replaceFirst("\\s*\\([^()]*\\)$", "")
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("us-", "us ");
    String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return Optional.ofNullable(SHORT.get(name))
        .or(() -> Optional.ofNullable(SHORT.get(one)))
        .or(() -> Optional.ofNullable(Known.NAMES.get(name)))
        .or(() -> Optional.ofNullable(Known.NAMES.get(one)));
  }

  /** Read only when a name is asked for: thousands of names in a dozen languages. */
  private static final class Known {
    static final Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.startsWith("X") || code.matches("XAF|XOF|XCD|XPF"))
            .collect(Collectors.toUnmodifiableSet());

    static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
      Map<String, String> names = new HashMap<>();
      Set<String> twice = new TreeSet<>();
      for (Locale language : LANGUAGES)
        for (String code : CODES) {
          String name =
              Currency.getInstance(code).getDisplayName(language).toLowerCase(Locale.ROOT);
          String before = names.put(name, code);
          if (before != null && !before.equals(code)) twice.add(name);
        }
      names.keySet().removeAll(twice);
      return names;
    }
  }
}
