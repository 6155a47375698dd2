package worthwhile.work.file;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.text.pay.SumText;

/**
 * What the name of a column says beside its meaning: "Amount (EUR)", "rewardUsd", "Duration (s)".
 *
 * @param header the name, words that are written together with capitals parted
 * @param words in lower case
 */
record ColumnName(String header, List<String> words) {
  /** No name of a column is longer; what is, is cut. */
  private static final int LONGEST = 100;

  private static final Pattern TOGETHER =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{0,80}+)[)\\]]");
  private static final Pattern PARTS = Pattern.compile("[\\s_:?*.€$£₹-]+");
  private static final Pattern BEHIND_IN = Pattern.compile(" in (\\p{L}{1,20})$");
  private static final Pattern HOURLY =
      Pattern.compile(
          "(?:/|\\b(?:per|an|a|pro|par|por)\\b)\\s?(?:h|hr|hour|std|stunde|heure|hora)\\b|\\bhourly\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> MILLIS = Set.of("ms", "msec", "millis", "milliseconds");
  private static final Set<String> SECONDS =
      Set.of(
          "s", "sec", "secs", "second", "seconds", "sekunden", "secondes", "segundos", "secondi");
  private static final Set<String> MINUTES =
      Set.of("m", "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti");
  private static final Set<String> HOURS =
      Set.of(
          "h", "hr", "hrs", "hour", "hours", "decimal", "std", "stunden", "heures", "horas", "ore");

  private static final Set<String> MINOR = Set.of("cent", "cents", "ct", "cts", "pence", "pennies");
  private static final Set<String> SIGNS = Set.of("p", "c", "¢");

  /** Codes that are no words of a column's name, as ALL and TOP are. */
  private static final Set<String> CODES =
      Set.of(
          ("usd eur gbp cad aud nzd inr jpy cny rmb brl mxn php pln chf sek nok dkk czk huf zar hkd"
                  + " sgd krw thb idr ils ngn kes pkr bdt vnd myr twd aed uah")
              .split(" "));

  static ColumnName of(String header) {
    String start = header.substring(0, Math.min(header.length(), LONGEST)).strip();
    String apart = TOGETHER.matcher(start).replaceAll(" ");
    return new ColumnName(
        apart,
        Arrays.stream(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** The name without unit and currency, in lower case, its words parted by single blanks. */
  String bare() {
    String plain = BRACKETS.matcher(header).replaceAll(" ").toLowerCase(Locale.ROOT);
    String bare = BEHIND_IN.matcher(PARTS.matcher(plain).replaceAll(" ").strip()).replaceFirst("");
    int last = bare.lastIndexOf(' ');
    String word = bare.substring(last + 1);
    boolean unit =
        MINOR.contains(word)
            || MILLIS.contains(word)
            || CODES.contains(word)
            || word.matches("s|sec|secs|min|mins|h|hrs");
    return last > 0 && unit ? bare.substring(0, last) : bare;
  }

  /** The currency that it tells; absent if none. */
  Optional<String> currency() {
    Stream<String> within = BRACKETS.matcher(header).results().map(found -> found.group(1));
    Stream<String> codes = words.stream().skip(1).filter(CODES::contains);
    Stream<String> signs = Stream.of(header.split("[^€£$₹]+"));
    Stream<String> named = BEHIND_IN.matcher(header).results().map(found -> found.group(1));
    boolean pence = words.contains("pence") || header.contains("(p)");
    return Stream.of(within, codes, signs, named, pence ? Stream.of("GBP") : Stream.<String>empty())
        .flatMap(found -> found)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !MINOR.contains(text) && !SIGNS.contains(text))
        .flatMap(text -> SumText.currency(text).stream())
        .findFirst();
  }

  /** Whether its numbers count hundredths: "Amount (cents)", "reward_pence". */
  boolean isMinor() {
    return words.stream().skip(1).anyMatch(MINOR::contains)
        || BRACKETS
            .matcher(header)
            .results()
            .anyMatch(found -> SIGNS.contains(found.group(1).strip()));
  }

  /** The zone of its times: "Date (UTC)"; absent if it names none. */
  Optional<ZoneId> zone() {
    return BRACKETS
        .matcher(header)
        .results()
        .map(found -> found.group(1).strip())
        .filter(text -> text.matches("UTC|GMT") || ZoneId.getAvailableZoneIds().contains(text))
        .map(ZoneId::of)
        .findFirst();
  }

  /** Whether it tells pay for an hour, which is no pay for a piece. */
  boolean isHourly() {
    return HOURLY.matcher(header).find();
  }

  /** How many milliseconds a bare number of it counts; absent if it names no unit. */
  Optional<Long> unit() {
    if (has(MILLIS)) return Optional.of(1L);
    if (has(SECONDS)) return Optional.of(1_000L);
    if (has(MINUTES)) return Optional.of(60_000L);
    return has(HOURS) ? Optional.of(3_600_000L) : Optional.empty();
  }

  /** Whether 1:30 is an hour and a half; absent if it does not say. */
  Optional<Boolean> isHoursFirst() {
    if (has(HOURS) || words.contains("hh")) return Optional.of(true);
    boolean minutes = has(MINUTES) || has(SECONDS) || words.contains("ss");
    return minutes ? Optional.of(false) : Optional.empty();
  }

  private boolean has(Set<String> units) {
    return words.stream().anyMatch(units::contains);
  }
}
