package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.pay.money.WageFloor.Parsed;
import worthwhile.text.pay.SumText;

/** Reads floors as people write them, and says what would have been right. */
final class FloorText {
  private static final Pattern AREA =
      Pattern.compile("(?<country>[A-Za-z]{2})(?<part>-[A-Za-z0-9]{1,4})?");
  private static final Pattern PER_HOUR =
      Pattern.compile(
          "\\s*(?:/|\\bper\\b|\\ban?\\b)\\s*(?:h|hr|hour)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODED =
      Pattern.compile(
          "(?<before>[A-Za-z]{3})?\\s*(?<number>[0-9][0-9.,' ]*?)\\s*(?<after>[A-Za-z]{3})?");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Map<String, String> USUAL = Map.of("UK", "GB");
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000);
  private static final int LONGEST = 40;

  static final String ALLOWED =
      "none, a country like KE, a region like US-CA, or your own amount per hour like 150 KES";

  private FloorText() {}

  static Parsed parse(String text, LocalDate day, Rates rates) {
    String given = text.strip();
    Matcher area = AREA.matcher(given);
    return area.matches() ? area(area, day) : own(given, rates);
  }

  /** The name of a country; of a region, with the code of that. */
  static String country(String area) {
    String name = Locale.of("", area.substring(0, 2)).getDisplayCountry(Locale.ENGLISH);
    return area.length() > 2 ? name + " (" + area.substring(3) + ")" : name;
  }

  private static Parsed area(Matcher found, LocalDate day) {
    String code = found.group("country").toUpperCase(Locale.ROOT);
    String country = USUAL.getOrDefault(code, code);
    if (!COUNTRIES.contains(country)) return new Parsed.Invalid(ALLOWED);
    String part = found.group("part") == null ? "" : found.group("part").toUpperCase(Locale.ROOT);
    return new Parsed.Valid(area(country + part, day));
  }

  private static WageFloor area(String area, LocalDate day) {
    MinimumWages wages = MinimumWages.shipped();
    return wages
        .of(area, day)
        .map(
            wage ->
                wage.isOld(day)
                    ? new WageFloor.Old(wage)
                    : (WageFloor) new WageFloor.Official(wage))
        .or(() -> wages.none(area).map(WageFloor.None::new))
        .orElseGet(() -> new WageFloor.NotKnown(area));
  }

  private static Parsed own(String given, Rates rates) {
    if (given.length() > LONGEST) return new Parsed.Invalid(ALLOWED);
    String sum = PER_HOUR.matcher(given).replaceFirst("");
    Optional<WageFloor.Hourly> hourly = coded(sum, rates).or(() -> signed(sum));
    return hourly.map(own -> own(own, rates)).orElseGet(() -> new Parsed.Invalid(ALLOWED));
  }

  /** An amount with the code of a currency that has a rate, on either side. */
  private static Optional<WageFloor.Hourly> coded(String sum, Rates rates) {
    Matcher found = CODED.matcher(sum);
    if (!found.matches() || (found.group("before") == null) == (found.group("after") == null))
      return Optional.empty();
    String word = found.group("before") == null ? found.group("after") : found.group("before");
    String code = word.toUpperCase(Locale.ROOT);
    if (!rates.knows(code)) return Optional.empty();
    return SumText.parse(found.group("number"), false, Optional.of(code))
        .map(amount -> new WageFloor.Hourly(amount.value(), code));
  }

  /** An amount with a sign or a name of a currency. */
  private static Optional<WageFloor.Hourly> signed(String sum) {
    return SumText.parse(sum, false)
        .flatMap(
            amount ->
                amount.currency().map(currency -> new WageFloor.Hourly(amount.value(), currency)));
  }

  private static Parsed own(WageFloor.Hourly own, Rates rates) {
    Optional<BigDecimal> usd = rates.convert(own.amount(), own.currency(), "USD");
    if (usd.isEmpty())
      return new Parsed.Invalid(
          "an amount in a currency with a rate of exchange, and "
              + own.currency()
              + " has none here");
    if (usd.get().signum() <= 0) return new Parsed.Invalid("an amount per hour above 0");
    if (usd.get().compareTo(HIGHEST) > 0)
      return new Parsed.Invalid("an amount per hour worth at most 1000 USD");
    return new Parsed.Valid(new WageFloor.Own(own.amount(), own.currency()));
  }
}
