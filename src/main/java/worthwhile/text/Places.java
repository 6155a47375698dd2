package worthwhile.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places as sources name them. */
public final class Places {
  /** A field that names places is short; what stands further down is prose. */
  private static final int MAX_LENGTH = 2_000;

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  /** ISO 3166-1 alpha-3 codes; read as codes only where a text holds nothing else. */
  private static final Map<String, String> LONG_CODES =
      CODES.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of("", code).getISO3Country(), code -> code));

  /** States and provinces that share their code with a country: "CA" alone may be California. */
  private static final Set<String> STATES =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
          "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ",
          "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
          "VA", "WA", "WV", "WI", "WY", "DC", "PR", "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU",
          "ON", "PE", "QC", "SK", "YT");

  /** Codes that are as good as names wherever they stand in capitals. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of(
          "US", "US", "USA", "US", "U.S.", "US", "U.S.A.", "US", "UK", "GB", "U.K.", "GB", "GB",
          "GB", "GBR", "GB", "UAE", "AE");

  private static final Pattern LIST =
      Pattern.compile("\\s*[A-Z]{2}(?:\\s*(?:[,;/|&+]|\\band\\b|\\bor\\b|\\s)\\s*[A-Z]{2})*+\\s*");
  private static final Pattern LONG_LIST =
      Pattern.compile("\\s*[A-Z]{3}(?:[\\s,;/|&+]++[A-Z]{3})*+\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’.]+");
  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?:\\b(?:except|excluding|exclude|outside|not\\s(?:available\\s)?in|other than|but not|no)\\b[^.;()]*)|\\bnon-(?:US|UK|EU)\\b",
          Pattern.CASE_INSENSITIVE);

  private Places() {}

  /**
   * ISO 3166-1 alpha-2 codes of the countries a text names, in its order, without repeats; regions
   * ("EMEA", "Worldwide") and places that are not certain ("Georgia", "CA" alone) give none.
   * Countries that the text excludes are left out.
   */
  public static List<String> countries(String text) {
    if (text == null || text.isBlank()) return List.of();
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    if (LIST.matcher(bounded).matches()) return codes(bounded);
    if (LONG_LIST.matcher(bounded).matches()) {
      List<String> codes = List.of(bounded.strip().split("[^A-Z]+"));
      if (LONG_CODES.keySet().containsAll(codes))
        return codes.stream().map(LONG_CODES::get).distinct().toList();
    }
    return named(EXCEPT.matcher(bounded).replaceAll(" ; "));
  }

  private static List<String> codes(String text) {
    List<String> tokens =
        List.of(text.strip().split("[^A-Z]+|\\s*\\b(?:and|or)\\b\\s*")).stream()
            .filter(token -> !token.isBlank())
            .toList();
    Set<String> found = new LinkedHashSet<>();
    for (String token : tokens) {
      String code = token.equals("UK") ? "GB" : token;
      boolean certain = CODES.contains(code) && (tokens.size() > 1 || !STATES.contains(code));
      if (certain) found.add(code);
    }
    boolean states = tokens.stream().allMatch(STATES::contains);
    boolean unknown =
        tokens.stream().anyMatch(t -> !t.equals("UK") && !CODES.contains(t) && STATES.contains(t));
    return states && unknown ? List.of() : List.copyOf(found);
  }

  private static List<String> named(String text) {
    Set<String> found = new LinkedHashSet<>();
    List<Token> words = words(text);
    int i = 0;
    while (i < words.size()) i += Math.max(1, match(words, i, text, found));
    return List.copyOf(found);
  }

  private record Token(String text, int start, int end) {}

  private static List<Token> words(String text) {
    List<Token> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) words.add(new Token(found.group(), found.start(), found.end()));
    return words;
  }

  /** Takes the longest name that starts here; the number of its words, 0 if none does. */
  private static int match(List<Token> words, int at, String text, Set<String> found) {
    for (int count = Math.min(CountryNames.MAX_WORDS, words.size() - at); count > 0; count--) {
      String name = text.substring(words.get(at).start, words.get(at + count - 1).end);
      if (count == 1 && ABBREVIATIONS.containsKey(trimmed(name))) {
        found.add(ABBREVIATIONS.get(trimmed(name)));
        return 1;
      }
      String code = CountryNames.code(name);
      if (code == null) continue;
      if (!code.equals(CountryNames.NONE) && !isPartOfName(words, at, text)) found.add(code);
      return count;
    }
    return 0;
  }

  /** "U.S.," keeps its points, "USA." loses the one that ends the sentence. */
  private static String trimmed(String name) {
    return name.matches("(?:[A-Z]\\.)+") ? name : name.replaceAll("(?<![.'’])[.'’]++$", "");
  }

  /** "New Mexico" is not Mexico. */
  private static boolean isPartOfName(List<Token> words, int at, String text) {
    if (at == 0) return false;
    Token before = words.get(at - 1);
    boolean joined = text.substring(before.end, words.get(at).start).isBlank();
    return joined && before.text.equalsIgnoreCase("new");
  }
}
