package worthwhile.text.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time zones beside a time of day: "Z", "+05:30", "GMT+2", "EST", "ET", "Pacific Time",
 * "Asia/Tokyo".
 */
final class ZoneText {
  private static final String HOURS = "(?<h>\\d{1,2})(?::?(?<m>\\d{2}))?(?![\\d:])";

  /** Behind the time, or with GMT anywhere. */
  private static final Pattern OFFSET = Pattern.compile("\\s?[(\\[]?(?<sign>[+−-])" + HOURS);

  private static final Pattern FROM_GMT =
      Pattern.compile("\\b(?:GMT|UTC|UT)\\s?(?<sign>[+−–-])\\s?" + HOURS);
  private static final Pattern ZULU = Pattern.compile("\\s?[Zz](?![\\p{L}\\d])");
  private static final Pattern REGION =
      Pattern.compile(
          "\\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)/[A-Z][\\w+-]{1,20}(?:/[A-Z]\\w{1,20})?");
  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\b(?<name>Eastern|Central|Mountain|Pacific|Alaska|Hawaii|Central European|Eastern European|British|Greenwich Mean|India|Japan|Singapore|Philippine)"
              + "\\s(?:(?<kind>Standard|Daylight|Summer)\\s)?Time\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,5}\\b");

  /** Words that are zones only directly behind a time. */
  private static final Pattern ALSO_A_WORD =
      Pattern.compile("ET|CT|MT|PT|ART|CAT|EAT|PET|WAT|WIT|HST|AST|IST");

  private static final Pattern BESIDE =
      Pattern.compile(
          "^\\s?[(\\[,]?\\s?(?<code>[A-Z]{2,5}|(?i:[ecmp][sd]t|gmt|utc|cest|cet|bst|ist|jst|eastern|central|mountain|pacific))\\b(?!/)");

  private static final Pattern DAY_OR_MONTH = Pattern.compile("SAT|OCT|SEPT|AUGUST");

  private static final Map<String, ZoneId> ZONES = new HashMap<>();

  static {
    put("Z", "UTC GMT UT WET");
    put("-10:00", "HST");
    put("-09:00", "AKST");
    put("-08:00", "PST AKDT");
    put("-07:00", "MST PDT");
    put("-06:00", "CST MDT");
    put("-05:00", "EST CDT COT PET");
    put("-04:00", "EDT AST");
    put("-03:30", "NST");
    put("-02:30", "NDT");
    put("-03:00", "ADT BRT ART");
    put("+01:00", "BST WEST CET MEZ WAT");
    put("+02:00", "CEST MESZ EET SAST CAT");
    put("+03:00", "EEST MSK EAT TRT IDT");
    put("+04:00", "GST");
    put("+05:00", "PKT");
    put("+05:30", "IST");
    put("+05:45", "NPT");
    put("+07:00", "WIB ICT");
    put("+08:00", "SGT HKT PHT PHST MYT WITA AWST");
    put("+09:00", "JST KST WIT");
    put("+09:30", "ACST");
    put("+10:00", "AEST");
    put("+10:30", "ACDT");
    put("+11:00", "AEDT");
    put("+12:00", "NZST");
    put("+13:00", "NZDT");
    put("America/New_York", "ET EASTERN");
    put("America/Chicago", "CT CENTRAL");
    put("America/Denver", "MT MOUNTAIN");
    put("America/Los_Angeles", "PT PACIFIC");
    put("America/Anchorage", "ALASKA");
    put("Pacific/Honolulu", "HAWAII");
    put("Europe/London", "BRITISH");
    put("Asia/Kolkata", "INDIA");
    put("Asia/Tokyo", "JAPAN");
    put("Asia/Singapore", "SINGAPORE");
    put("Asia/Manila", "PHILIPPINE");
  }

  private ZoneText() {}

  private static void put(String zone, String names) {
    for (String name : names.split(" ")) ZONES.put(name, ZoneId.of(zone));
  }

  /**
   * The zone that a text names for its time of day; absent where it names none.
   *
   * @param dated whether a date by numbers, year first, stands before the time: behind it "-05:00"
   *     is an offset, elsewhere "10:00-12:00" is a range
   * @throws DateTimeException where it names one that nobody knows
   */
  static Optional<ZoneId> of(String text, ClockTime time, boolean dated) {
    String tail = text.substring(time.end());
    if (ZULU.matcher(tail).lookingAt()) return Optional.of(ZoneOffset.UTC);
    Matcher offset = OFFSET.matcher(tail);
    if (offset.lookingAt() && !isRange(offset, time, dated)) return Optional.of(offset(offset));
    Matcher fromGmt = FROM_GMT.matcher(text);
    if (fromGmt.find()) return Optional.of(offset(fromGmt));
    Matcher region = REGION.matcher(text);
    if (region.find()) return Optional.of(ZoneId.of(region.group()));
    return spoken(text).or(() -> beside(tail)).or(() -> anywhere(text));
  }

  /** "Z" or "+02:00" behind a day alone. */
  static Optional<ZoneId> ofDay(String tail) {
    Matcher offset = OFFSET.matcher(tail);
    if (tail.equals("Z")) return Optional.of(ZoneOffset.UTC);
    boolean whole = offset.matches() && offset.group("m") != null && tail.indexOf(':') > 0;
    return whole ? Optional.of(offset(offset)) : Optional.empty();
  }

  private static boolean isRange(Matcher offset, ClockTime time, boolean dated) {
    return !offset.group("sign").equals("+")
        && !(dated || time.exact() || offset.group().startsWith(" "));
  }

  private static ZoneId offset(Matcher found) {
    int hours = Integer.parseInt(found.group("h"));
    int minutes = found.group("m") == null ? 0 : Integer.parseInt(found.group("m"));
    int sign = found.group("sign").equals("+") ? 60 : -60;
    return ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes));
  }

  private static Optional<ZoneId> spoken(String text) {
    Matcher found = SPOKEN.matcher(text);
    if (!found.find()) return Optional.empty();
    String kind = found.group("kind") == null ? "" : found.group("kind").toLowerCase(Locale.ROOT);
    return switch (found.group("name").toLowerCase(Locale.ROOT)) {
      case "central european" -> Optional.of(regional("Europe/Paris", kind));
      case "eastern european" -> Optional.of(regional("Europe/Athens", kind));
      case "greenwich mean" -> Optional.of(ZoneOffset.UTC);
      case String name ->
          Optional.of(
              regional(
                  Objects.requireNonNull(
                          ZONES.get(name.toUpperCase(Locale.ROOT)),
                          "each name of the pattern is in the table of zones")
                      .getId(),
                  kind));
    };
  }

  /** "Standard" is winter's offset, also in summer; without such a word the season decides. */
  private static ZoneId regional(String region, String kind) {
    ZoneId zone = ZoneId.of(region);
    if (kind.isEmpty()) return zone;
    ZoneOffset standard =
        zone.getRules().getStandardOffset(java.time.Instant.EPOCH.plusSeconds(1_600_000_000));
    return kind.equals("standard")
        ? standard
        : ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + 3600);
  }

  private static Optional<ZoneId> beside(String tail) {
    Matcher found = BESIDE.matcher(tail);
    if (!found.find()) return Optional.empty();
    String code = found.group("code").toUpperCase(Locale.ROOT);
    ZoneId zone = ZONES.get(code);
    if (zone == null && code.matches("[A-Z]{2,4}T") && !DAY_OR_MONTH.matcher(code).matches())
      throw new DateTimeException("no such zone: " + code);
    return Optional.ofNullable(zone);
  }

  private static Optional<ZoneId> anywhere(String text) {
    return CODE.matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .filter(code -> !ALSO_A_WORD.matcher(code).matches())
        .flatMap(code -> Optional.ofNullable(ZONES.get(code)).stream())
        .findFirst();
  }
}
