package worthwhile.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.RequesterId;
import worthwhile.search.SearchQuery.Parsed.Mistake;

/** What each parameter of a search may be; used by its constructor and by its reader. */
final class Limits {
  /** Characters of a text that is asked for: enough for any sentence a worker looks for. */
  static final int LONGEST_TEXT = 300;

  /**
   * Characters of what is asked for, as an address writes it, beside requesters that are left out.
   * Links to other pages of a search repeat it, in a header too, and proxies refuse headers of more
   * than some thousand bytes.
   */
  static final int LONGEST_ADDRESS = 3_000;

  /** Each value becomes a link on the page that repeats all others. */
  static final int MOST_VALUES = 50;

  static final String TEXT = "at most " + LONGEST_TEXT + " characters";
  static final int MOST_EXCLUDED = 20;
  static final String AMOUNT = "an amount in USD from 0 to 1000000, such as 12.50";
  static final String MINUTES = "a whole number of minutes from 1 to 100000";
  static final String PLACES = "a whole number of places from 1 to 1000000";
  static final String AGE = "a time such as 1h, 24h, 7d or 30d, or an ISO 8601 duration (P7D)";
  static final String RISK = "a probability from 0 to 1";
  static final String REPUTATION = "a score from 0 to 1, such as 0.7";
  static final String SEVERITY = "none, note or caution";
  static final String COUNTRY = "a two-letter ISO 3166-1 code such as US, GB or IN";
  static final String LANGUAGE = "a two-letter ISO 639-1 code such as en, es or sw";
  static final String REQUESTER =
      "a requester as PLATFORM:ID, such as mturk:A1B2C3, or PLATFORM:name:NAME where there is no id";
  static final String REQUESTERS =
      "at most "
          + BlockedRequesters.MOST
          + " requesters, and "
          + BlockedRequesters.LONGEST
          + " characters in all of them, as an address writes them";
  static final String FORMER =
      "requesters are left out by who they are now, no longer by name, and one of these names is"
          + " not known here: save the search anew without it";
  static final String PAGE = "a whole number from 1; page × size must not pass 10000";
  static final String SIZE = "a whole number from 1 to 100";
  private static final BigDecimal LARGEST = new BigDecimal(1_000_000);
  private static final Duration LONGEST_AGE = Duration.ofDays(3653);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Limits() {}

  static boolean text(String value) {
    return value.length() <= LONGEST_TEXT;
  }

  static boolean amount(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(LARGEST) <= 0 && value.scale() <= 6;
  }

  static boolean minutes(int value) {
    return value >= 1 && value <= 100_000;
  }

  static boolean places(int value) {
    return value >= 1 && value <= 1_000_000;
  }

  static boolean age(Duration value) {
    return value.isPositive() && value.compareTo(LONGEST_AGE) <= 0;
  }

  static boolean share(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0 && value.scale() <= 6;
  }

  static boolean country(String value) {
    return COUNTRIES.contains(value.toUpperCase(Locale.ROOT));
  }

  static boolean language(String value) {
    return LANGUAGES.contains(value.toLowerCase(Locale.ROOT));
  }

  static boolean size(int value) {
    return value >= 1 && value <= 100;
  }

  static boolean page(int value, int size) {
    return value >= 1 && (long) value * size <= SearchQuery.REACH;
  }

  static List<Mistake> mistakes(
      Optional<String> q,
      Map<Dimension, Set<String>> choices,
      Optional<BigDecimal> minHourly,
      Optional<BigDecimal> minEffective,
      Optional<Integer> maxMinutes,
      Optional<BigDecimal> minReward,
      Optional<Integer> minPlaces,
      Optional<Duration> postedWithin,
      Optional<BigDecimal> maxRisk,
      Optional<BigDecimal> minReputation,
      List<String> exclude,
      List<RequesterId> withoutRequester,
      int page,
      int size) {
    List<Mistake> found = new ArrayList<>();
    check(found, "q", q.filter(text -> !text(text)), TEXT);
    for (String words : exclude)
      check(found, "exclude", Optional.of(words).filter(text -> !text(text)), TEXT);
    whole(found, q, choices, exclude);
    choices.forEach(
        (dimension, values) -> {
          for (String value : values) {
            Optional<String> given = Optional.of(value);
            check(found, dimension.field(), given.filter(v -> !text(v)), TEXT);
            check(
                found,
                dimension.field(),
                given.filter(v -> !dimension.allows(v)),
                dimension.allowed());
          }
        });
    check(found, "min_hourly", minHourly.filter(x -> !amount(x)), AMOUNT);
    check(found, "min_effective", minEffective.filter(x -> !amount(x)), AMOUNT);
    check(found, "max_minutes", maxMinutes.filter(x -> !minutes(x)), MINUTES);
    check(found, "min_reward", minReward.filter(x -> !amount(x)), AMOUNT);
    check(found, "min_places", minPlaces.filter(x -> !places(x)), PLACES);
    check(found, "posted_within", postedWithin.filter(x -> !age(x)), AGE);
    check(found, "max_risk", maxRisk.filter(x -> !share(x)), RISK);
    check(found, "min_reputation", minReputation.filter(x -> !share(x)), REPUTATION);
    check(
        found,
        "exclude",
        Optional.of(exclude.size()).filter(n -> n > MOST_EXCLUDED),
        "at most 20 words or phrases");
    check(
        found,
        BlockedRequesters.PARAMETER,
        Optional.of(withoutRequester).filter(ids -> !BlockedRequesters.fit(ids)),
        REQUESTERS);
    check(found, "size", Optional.of(size).filter(n -> !size(n)), SIZE);
    if (size(size)) check(found, "page", Optional.of(page).filter(n -> !page(n, size)), PAGE);
    return found;
  }

  /** Notes what is asked for in sum, if that is too much; the name is that of the longest part. */
  static void whole(
      List<Mistake> found,
      Optional<String> q,
      Map<Dimension, Set<String>> choices,
      Collection<String> exclude) {
    Map<String, Collection<String>> texts = new LinkedHashMap<>();
    texts.put("q", q.stream().toList());
    choices.forEach((dimension, values) -> texts.put(dimension.field(), values));
    texts.put("exclude", exclude);
    int values = texts.values().stream().mapToInt(Collection::size).sum();
    int length = 0;
    String longest = "q";
    int most = 0;
    for (Map.Entry<String, Collection<String>> each : texts.entrySet()) {
      int own = addressLength(each.getKey(), each.getValue());
      length += own;
      if (own > most) longest = each.getKey();
      most = Math.max(most, own);
    }
    if (values > MOST_VALUES)
      found.add(new Mistake(longest, "", "at most " + MOST_VALUES + " values in all parameters"));
    if (length > LONGEST_ADDRESS)
      found.add(
          new Mistake(
              longest,
              "",
              "at most "
                  + LONGEST_ADDRESS
                  + " characters in all parameters, as an address writes them"));
  }

  private static int addressLength(String name, Collection<String> values) {
    return values.stream()
        .mapToInt(value -> name.length() + 2 + URLEncoder.encode(value, UTF_8).length())
        .sum();
  }

  private static void check(
      List<Mistake> found, String parameter, Optional<?> wrong, String allowed) {
    wrong.ifPresent(value -> found.add(new Mistake(parameter, value.toString(), allowed)));
  }
}
