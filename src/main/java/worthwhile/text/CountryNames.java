package worthwhile.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of countries, in English, in their own languages, and as people say them. */
final class CountryNames {
  /** Stands for a name that is no certain country, so that no part of it is taken for one. */
  static final String NONE = "";

  static final int MAX_WORDS = 6;

  /** English words and first names: a country only with a capital. */
  private static final Set<String> CAPITALISED =
      Set.of(
          "turkey", "china", "chad", "guinea", "jordan", "grenada", "mali", "togo", "oman", "niger",
          "cuba", "peru", "india", "malta", "monaco", "kuwait", "iran", "iraq", "italia", "suisse",
          "island", "france");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'.]+");
  private static final Map<String, String> BY_NAME = table();

  /** Words with which names begin. */
  private static final Set<String> FIRST =
      BY_NAME.keySet().stream()
          .flatMap(name -> WORD.matcher(name).results().limit(1))
          .map(first -> key(first.group()))
          .collect(Collectors.toUnmodifiableSet());

  private CountryNames() {}

  /** ISO code; {@link #NONE} for a name that is not certain; null for what is no name. */
  static @Nullable String code(String name) {
    String key = key(name);
    if (CAPITALISED.contains(key) && !Character.isUpperCase(name.charAt(0))) return null;
    return BY_NAME.get(key);
  }

  /** Whether a name can begin with this word. */
  static boolean mayBegin(String word) {
    return FIRST.contains(key(word));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("(?<![.'])[.']++$", "")
        .replaceAll("\\s+", " ");
  }

  private static Map<String, String> table() {
    Map<String, String> names = new HashMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      if (locale.getCountry().length() != 2) continue;
      String own = locale.getDisplayCountry(locale);
      if (own.length() > 3
          && own.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-'))
        names.putIfAbsent(key(own), locale.getCountry());
    }
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      names.put(key(name), code);
      names.put(key(name.replace("&", "and")), code);
    }
    aliases(names);
    return Map.copyOf(names);
  }

  private static void aliases(Map<String, String> names) {
    String[][] aliases = {
      {
        "US",
        "united states of america",
        "the united states",
        "america",
        "estados unidos",
        "vereinigte staaten",
        "états-unis",
        "etats-unis"
      },
      {
        "GB",
        "great britain",
        "britain",
        "england",
        "scotland",
        "wales",
        "northern ireland",
        "großbritannien",
        "royaume-uni"
      },
      {"KR", "south korea", "republic of korea", "korea"},
      {"KP", "north korea"},
      {"RU", "russian federation"},
      {"CZ", "czech republic", "česká republika"},
      {"TR", "turkey", "türkiye", "turkiye"},
      {"NL", "holland", "the netherlands"},
      {"VN", "viet nam", "vietnam"},
      {"TW", "taiwan"},
      {"HK", "hong kong"},
      {"MO", "macau", "macao"},
      {"CI", "ivory coast", "côte d'ivoire", "cote d'ivoire"},
      {"MM", "burma", "myanmar"},
      {"BA", "bosnia", "bosnia and herzegovina"},
      {"MK", "macedonia", "north macedonia"},
      {"PS", "palestine"},
      {"SZ", "swaziland", "eswatini"},
      {"CV", "cape verde"},
      {"AE", "united arab emirates", "emirates"},
      {"VI", "us virgin islands"},
      {"TT", "trinidad", "trinidad and tobago"},
      {"CD", "dr congo", "democratic republic of the congo"},
      {"MX", "méxico", "mexico", "mexico city"},
      {"ES", "españa"},
      {"BR", "brasil"},
      {"PE", "perú"},
      {"CH", "schweiz", "suisse", "svizzera"},
      {"AT", "österreich"},
      {"BE", "belgië", "belgique"},
      {"FI", "suomi"},
      {"IE", "ireland", "republic of ireland"},
      {"PH", "philippines", "the philippines", "pilipinas"},
      // Not certain, or a place with a country's name in it.
      {
        NONE,
        "georgia",
        "congo",
        "jersey",
        "new jersey",
        "jersey city",
        "jersey shore",
        "north america",
        "south america",
        "latin america",
        "central america",
        "new england",
        "new mexico",
        "panama city",
        "indiana",
        "new south wales",
        "panama city beach"
      },
    };
    for (String[] row : aliases) for (int i = 1; i < row.length; i++) names.put(row[i], row[0]);
  }
}
