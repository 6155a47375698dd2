package worthwhile.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of regions where they tell who may do something. A region's name is also part of other
 * names ("Asia Tech GmbH") and a subject ("African history quiz"), so it counts only in a clause
 * that holds nothing but names of places and the words with which one says who may join.
 */
final class RegionNames {
  private static final String PEOPLE =
      "residents?|citizens?|nationals?|workers?|applicants?|candidates?|participants?|contributors?"
          + "|freelancers?|annotators?|people|persons?|talents?|members?|users?";

  /** Only before those who may join: "African residents". */
  private static final Map<String, String> ADJECTIVES =
      Map.of(
          "european", "europe",
          "african", "africa",
          "asian", "asia",
          "nordic", "nordics",
          "latin american", "latin america",
          "north american", "north america",
          "south american", "south america");

  private static final String EDGE_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}'’&])";
  private static final String EDGE_BEHIND = "(?![\\p{L}\\p{M}\\p{N}'’])";

  private static final Pattern NAME =
      Pattern.compile(
          EDGE_BEFORE
              + "(?:(?<adjective>(?i:"
              + String.join("|", ADJECTIVES.keySet())
              + "))(?=\\s(?i:"
              + PEOPLE
              + "|countries)\\b)|"
              + Regions.spellings().stream()
                  .sorted(Comparator.comparingInt(String::length).reversed())
                  .map(RegionNames::spelling)
                  .collect(Collectors.joining("|"))
              + ")"
              + EDGE_BEHIND);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  /** First words of all names, in lower case. */
  private static final Set<String> BEGINNINGS =
      Stream.concat(ADJECTIVES.keySet().stream(), Regions.spellings().stream())
          .map(RegionNames::beginning)
          .collect(Collectors.toUnmodifiableSet());

  /** Where a statement ends that may stand beside others. */
  private static final String STRONG = ";()[]|\n/•";

  private static final Pattern SEPARATOR =
      Pattern.compile("[;()\\[\\]|\\n/•.:,&+]|\\s[-–—]\\s|[–—]");

  private static final Pattern OFFER =
      Pattern.compile(
          "^\\s*(?:this|the|our)\\s(?:job|role|position|study|task|survey|project|hit|work)\\s(?:is|are)\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
  private static final Pattern PERSON = Pattern.compile(PEOPLE);

  /** What is said around the name of a place where one says who may join. */
  private static final Set<String> WORDS =
      Set.of(
          ("remote remotely only just in from within across throughout the of for anywhere anyone"
                  + " everyone somewhere based live lives living located location locations locality"
                  + " reside resides residing country countries region regions state states area"
                  + " areas part parts wide all any every each entire whole and or und oder et y o"
                  + " to open available availability eligible eligibility welcome accept accepted"
                  + " accepts accepting allowed invited hire hiring we are is must be should can may"
                  + " you who that currently legally strictly limited restricted exclusively work"
                  + " working home wfh passport permit authorization authorisation authorized"
                  + " authorised right holders apply join worldwide global globally other another"
                  + " weit raum nur aus innerhalb solo en citizenship both either")
              .split(" "));

  private RegionNames() {}

  private static String spelling(String spelled) {
    String pattern = Pattern.quote(spelled).replace(" ", "\\E\\s\\Q");
    boolean anyCase = spelled.equals(spelled.toLowerCase(Locale.ROOT));
    return anyCase ? "(?iu:" + pattern + ")" : pattern;
  }

  /** All of them, whatever is said around them. */
  static List<Places.Name> all(String text) {
    if (!mayName(text)) return List.of();
    List<Places.Name> found = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) found.add(new Places.Name(members(name), true, name.start(), name.end()));
    return found;
  }

  /**
   * Whether some word of the text begins a region's name: most texts hold none, which is cheap to
   * see.
   */
  private static boolean mayName(String text) {
    Matcher word = LETTERS.matcher(text);
    while (word.find()) if (BEGINNINGS.contains(word.group().toLowerCase(Locale.ROOT))) return true;
    return false;
  }

  private static String beginning(String spelled) {
    Matcher word = LETTERS.matcher(spelled);
    return word.find() ? word.group().toLowerCase(Locale.ROOT) : spelled;
  }

  private static Set<String> members(MatchResult name) {
    String adjective = name.group("adjective");
    return Regions.members(
            adjective == null
                ? name.group()
                : Objects.requireNonNull(
                    ADJECTIVES.get(adjective.toLowerCase(Locale.ROOT)),
                    "the pattern was made of these adjectives"))
        .orElseThrow();
  }

  /**
   * Whether a clause around a name says who may join.
   *
   * @param blanked the text with blanks for every name of a place
   * @param text the text itself
   */
  static boolean saysWho(Places.Name name, String blanked, String text) {
    int from = name.start();
    while (from > 0 && STRONG.indexOf(text.charAt(from - 1)) < 0) from--;
    // "Berlin, Europe" is where an office is.
    return SEPARATOR
            .splitAsStream(blanked.substring(from, name.start()))
            .allMatch(RegionNames::isPlain)
        && isPlainBehind(blanked.substring(name.end()));
  }

  /** Whether what follows, to the end of its clause, only says who may join. */
  static boolean isPlainBehind(String rest) {
    return isPlain(SEPARATOR.split(rest, 2)[0]);
  }

  private static boolean isPlain(String clause) {
    return WORD.matcher(OFFER.matcher(clause).replaceFirst(""))
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT).replaceAll("['’]s?$", ""))
        .allMatch(word -> WORDS.contains(word) || PERSON.matcher(word).matches());
  }
}
