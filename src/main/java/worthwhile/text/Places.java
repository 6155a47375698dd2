package worthwhile.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  private static final Set<String> EU = new TreeSet<>(Regions.members("EU").orElseThrow());

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

  /** "NO US", which is no list that begins with Norway. */
  private static final Pattern DENIED = Pattern.compile("\\s*NO\\s+[A-Z]");

  private static final Pattern LONG_LIST =
      Pattern.compile("\\s*[A-Z]{3}(?:[\\s,;/|&+]++[A-Z]{3})*+\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’.]+");

  /** "9-5", "9am to 5pm", "10:00–18:00"; "18-65" are years of age. */
  private static final String HOURS_OF_DAY =
      "(?<![\\p{L}\\p{N}.,:$€£-])(?:(?:[5-9]|1[0-2])\\s?(?:-|–|—|to)\\s?(?:1?[0-9]|2[0-4])(?![\\d.,:+%])"
          + "|\\d{1,2}(?::\\d{2}(?:\\s?[ap]\\.?m\\.?)?|\\s?[ap]\\.?m\\.?)\\s?(?:-|–|—|to|until|till)\\s?\\d{1,2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?|(?:[5-9]|1[0-2])\\s?(?:-|–|—|to)\\s?\\d{1,2}\\s?pm)";

  /** Behind a name: then it tells hours, a language or a business, and not where people live. */
  private static final Pattern OF_SOMETHING_ELSE =
      Pattern.compile(
          "(?:/\\p{Lu}\\p{L}+)?['’]?s?[\\s-]{1,2}(?:(?:standard|daylight|summer|local|business|working|work|office|core|day|based)\\s)?"
              + "(?:time[\\s-]?zones?|tz|hours|times?|schedules?|shifts?|daytime|holidays|(?-i:[ECMP][SD]T|ET|PT)|(?:eastern|central|mountain|pacific)(?=\\s*(?:$|[,;/)|]))|compan(?:y|ies)|employers?|startups?|clients?|customers?|dollars?|accents?|speakers?|market|english|spanish|portuguese|french|german|chinese|arabic)\\b|\\s?:?\\s?"
              + HOURS_OF_DAY
              + "(?!\\s?(?:h|hrs?|hours?|years?)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Before a name, to the same end. */
  private static final Pattern HOURS_OF =
      Pattern.compile(
          "\\b(?:time[\\s-]?zones?|tz|hours|overlap(?:ping)?)(?:\\s(?:of|in|for|from|like|near|within|with|similar to|close to|compatible with))?\\s?[:=]?\\s?(?:the\\s)?$|"
              + HOURS_OF_DAY
              + "\\s?(?:in\\s)?(?:the\\s)?$",
          Pattern.CASE_INSENSITIVE);

  private static final String LANGUAGES =
      "english|spanish|portuguese|french|german|arabic|chinese|mandarin|dutch|italian|russian|hindi|bengali|urdu|tamil|swahili|malay|korean|japanese";

  /** "English (US)" is one. */
  private static final Pattern LANGUAGE_OF =
      Pattern.compile("(?i)\\b(" + LANGUAGES + ")\\s?\\([^()]{2,40}\\)");

  /** Before a name that tells where an employer is, or how its language is spoken. */
  private static final Pattern EMPLOYER_OR_LANGUAGE_OF =
      Pattern.compile(
          "(?:\\b(?:hq|headquarter(?:s|ed)?|head office|compan(?:y|ies)|start-?ups?|employers?|clients?|incorporated|registered|payroll)\\b(?:\\s(?:is|are))?(?:\\s(?:based|located))?(?:\\s?:|\\sin|\\sof)?\\s?(?:the\\s)?"
              + "|\\b(?:"
              + LANGUAGES
              + ")\\s?[–-]\\s?)$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** "Europe/Berlin", where it is a time zone's name. */
  private static final Pattern ZONE_NAME =
      Pattern.compile("(?<![\\p{L}/])\\p{Lu}\\p{L}+(?:/[\\p{L}_-]+){1,2}(?![\\p{L}/])");

  /** "US or anywhere": then the names before it shut nobody out. */
  private static final Pattern OR_ANYWHERE =
      Pattern.compile(
          "(?:\\b(?:or|and|also)|/|\\+)\\s?(?:remote(?:ly)?\\s)?(?:anywhere|elsewhere|everywhere|world-?wide|global(?:ly)?|any country)\\b(?!\\s(?:else\\s)?(?:in|within|across|from|on)\\b(?!\\sthe\\sworld))"
              + "|\\b(?:anywhere|elsewhere|world-?wide|global(?:ly)?)(?:\\s(?:is|are|also))?\\s(?:ok(?:ay)?|fine|possible|welcome|considered|too)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LINK =
      Pattern.compile(
          "\\s?(?:[/,&+|-]|,?\\s?\\b(?:and|or)\\b)\\s?(?:the\\s)?", Pattern.CASE_INSENSITIVE);

  /** "Lebanon, NH": a town of that name. Countries that are divided alike keep theirs. */
  private static final Pattern IN_A_STATE =
      Pattern.compile(
          "\\s?,\\s?(?:(?<code>[A-Z]{2})(?=\\s?(?:$|[,;/|)]|\\d{5}|-|–|\\b(?:USA?|U\\.S|United|or|and)\\b))|(?:"
              + "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick)\\b)");

  private static final Pattern PART_OF_A_NAME =
      Pattern.compile(
          "\\s(?:Beach|Township|Heights|Grove|Valley|Creek|Street|St|Road|Avenue|Ave|Springs|County|Falls|Lane|Square)\\b");

  private Places() {}

  /**
   * ISO 3166-1 alpha-2 codes of the countries a text names, in its order, without repeats, then
   * those of the members of the regions it names ("Europe only", "LATAM"). "Worldwide" and places
   * that are not certain ("Georgia", "CA" alone) give none. Countries that the text excludes or
   * only prefers are left out, and so are towns that are named like one ("Lebanon, NH") and names
   * that tell hours, a language, an employer's seat or a subject ("US time zones", "Europe/Berlin",
   * "English (US)", "HQ: Germany", "African history"). None where others may join as well ("US or
   * anywhere").
   */
  public static List<String> countries(String text) {
    if (text == null || text.isBlank()) return List.of();
    String bounded = bounded(text);
    if (isList(bounded)) return codes(bounded);
    if (LONG_LIST.matcher(bounded).matches()) {
      List<String> codes = List.of(bounded.strip().split("[^A-Z]+"));
      if (LONG_CODES.keySet().containsAll(codes))
        return codes.stream().map(LONG_CODES::get).distinct().toList();
    }
    if (OR_ANYWHERE.matcher(bounded).find()) return List.of();
    Named included = named(Exclusions.removed(bounded));
    Set<String> members = new TreeSet<>(included.members());
    if (!members.isEmpty()) members.removeAll(excluded(bounded, included));
    Set<String> all = new LinkedHashSet<>(included.countries());
    all.addAll(members);
    return List.copyOf(all);
  }

  /**
   * ISO 3166-1 alpha-2 codes of the countries that a text excludes ("Worldwide except Cuba",
   * "except EU"); none where it tells what is preferred.
   */
  public static List<String> excluded(@Nullable String text) {
    if (text == null || text.isBlank() || Exclusions.prefers(text)) return List.of();
    String bounded = bounded(text);
    return isList(bounded) ? List.of() : excluded(bounded, named(Exclusions.removed(bounded)));
  }

  /** What stands in the text and not in what it includes. */
  private static List<String> excluded(String text, Named included) {
    Named all = named(text);
    Set<String> left = new LinkedHashSet<>(all.countries());
    Set<String> members = new TreeSet<>();
    String blanked = blanked(text, all.names());
    for (Name name : all.names())
      if (name.region
          && included.names().stream().noneMatch(kept -> kept.codes.equals(name.codes))
          && RegionNames.isPlainBehind(blanked.substring(name.end))) members.addAll(name.codes);
    left.addAll(members);
    left.removeAll(included.countries());
    return List.copyOf(left);
  }

  private static String bounded(String text) {
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    String spoken = LANGUAGE_OF.matcher(bounded).replaceAll("$1");
    if (spoken.indexOf('/') < 0) return spoken;
    return ZONE_NAME
        .matcher(spoken)
        .replaceAll(
            found ->
                ZONES.contains(found.group()) ? " ; " : Matcher.quoteReplacement(found.group()));
  }

  private static boolean isList(String text) {
    return !DENIED.matcher(text).lookingAt() && LIST.matcher(text).matches();
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
      if (code.equals("EU")) found.addAll(EU);
    }
    boolean states = tokens.stream().allMatch(STATES::contains);
    boolean unknown =
        tokens.stream().anyMatch(t -> !t.equals("UK") && !CODES.contains(t) && STATES.contains(t));
    return states && unknown ? List.of() : List.copyOf(found);
  }

  /** A name in a text, with the codes of its country or of those in its region. */
  record Name(Set<String> codes, boolean region, int start, int end) {
    boolean overlaps(Name other) {
      return start < other.end && other.start < end;
    }
  }

  /**
   * What a text names.
   *
   * @param names of places, whatever they tell, in their order
   * @param countries codes of those from where one may join, named themselves
   * @param members codes of those in the regions from where one may join
   */
  private record Named(List<Name> names, List<String> countries, Set<String> members) {}

  private static Named named(String text) {
    List<Name> names = names(text);
    String blanked = blanked(text, names);
    Set<String> countries = new LinkedHashSet<>();
    Set<String> members = new LinkedHashSet<>();
    for (int at = 0; at < names.size(); at++) {
      Name name = names.get(at);
      if (isOfSomethingElse(names, at, text)) continue;
      if (!name.region) countries.addAll(name.codes);
      else if (!isAddress(names, at, text) && RegionNames.saysWho(name, blanked, text))
        members.addAll(name.codes);
    }
    return new Named(names, List.copyOf(countries), members);
  }

  /** Names of countries and regions; of two that overlap ("South Africa") the longer one. */
  private static List<Name> names(String text) {
    List<Name> names = new ArrayList<>();
    List<Token> words = words(text);
    int i = 0;
    while (i < words.size()) i += Math.max(1, match(words, i, text, names));
    for (Name region : RegionNames.all(text)) {
      boolean longest =
          names.stream()
              .filter(region::overlaps)
              .allMatch(other -> other.end - other.start < region.end - region.start);
      if (!longest) continue;
      names.removeIf(region::overlaps);
      names.add(region);
    }
    names.sort(Comparator.comparingInt(Name::start));
    return names;
  }

  private static String blanked(String text, List<Name> names) {
    StringBuilder blanked = new StringBuilder(text);
    for (Name name : names)
      blanked.replace(name.start, name.end, " ".repeat(name.end - name.start));
    return blanked.toString();
  }

  /** "Kenya, Africa" is in Kenya; "UK, Europe" names both, as people there say it. */
  private static boolean isAddress(List<Name> names, int at, String text) {
    if (at == 0) return false;
    Name before = names.get(at - 1);
    boolean within = !before.region && names.get(at).codes.containsAll(before.codes);
    return within
        && !before.codes.contains("GB")
        && text.substring(before.end, names.get(at).start).strip().equals(",");
  }

  /** Whether this name, or those that a list joins to it, are followed or led by such a word. */
  private static boolean isOfSomethingElse(List<Name> names, int at, String text) {
    int last = at;
    while (last + 1 < names.size() && joined(names, last, text)) last++;
    int first = at;
    while (first > 0 && joined(names, first - 1, text)) first--;
    Matcher behind = OF_SOMETHING_ELSE.matcher(text).region(names.get(last).end, text.length());
    int start = names.get(first).start;
    String before = text.substring(Math.max(0, start - 40), start);
    return behind.lookingAt()
        || HOURS_OF.matcher(before).find()
        || EMPLOYER_OR_LANGUAGE_OF.matcher(before).find();
  }

  private static boolean joined(List<Name> names, int at, String text) {
    return LINK.matcher(text.substring(names.get(at).end, names.get(at + 1).start)).matches();
  }

  private record Token(String text, int start, int end) {}

  private static List<Token> words(String text) {
    List<Token> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) words.add(new Token(found.group(), found.start(), found.end()));
    return words;
  }

  /** Takes the longest name that starts here; the number of its words, 0 if none does. */
  private static int match(List<Token> words, int at, String text, List<Name> found) {
    int start = words.get(at).start;
    String first = words.get(at).text;
    if (!ABBREVIATIONS.containsKey(trimmed(first)) && !CountryNames.mayBegin(first)) return 0;
    for (int count = Math.min(CountryNames.MAX_WORDS, words.size() - at); count > 0; count--) {
      int end = words.get(at + count - 1).end;
      String name = text.substring(start, end);
      String code = count == 1 ? ABBREVIATIONS.get(trimmed(name)) : null;
      if (code == null) code = CountryNames.code(name);
      if (code == null) continue;
      boolean country =
          !code.equals(CountryNames.NONE)
              && !isPartOfName(words, at, text)
              && !isTown(code, end, text);
      if (country) found.add(new Name(Set.of(code), false, start, end));
      return count;
    }
    return 0;
  }

  /** "Lebanon, NH", "Mexico Beach". */
  private static boolean isTown(String code, int end, String text) {
    Matcher state = IN_A_STATE.matcher(text).region(end, text.length());
    if (state.useTransparentBounds(true).lookingAt()) {
      String of = state.group("code");
      boolean own = of == null ? code.equals("CA") : of.equals(code) || !STATES.contains(of);
      return !(own || Set.of("US", "CA", "AU").contains(code));
    }
    return PART_OF_A_NAME.matcher(text).region(end, text.length()).lookingAt();
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
