package worthwhile.extract.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import worthwhile.extract.rule.Amounts;
import worthwhile.extract.rule.Draft;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.CleanText;
import worthwhile.text.pay.PayText;

/**
 * Reads titles of r/HITsWorthTurkingFor: {@code REGION - Title - Requester - $pay/time - (quals)},
 * in all the spellings that its posters use.
 */
final class HitTitle {
  private static final Pattern TALK =
      Pattern.compile(
          "^\\W*(?:discussion|announcement|meta|psa|mod|question|rant|reminder|rejections?)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Names of countries where such tasks are done, and their codes; what follows sets them off. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("CANADA", "CA"),
          Map.entry("INDIA", "IN"),
          Map.entry("KENYA", "KE"),
          Map.entry("NIGERIA", "NG"),
          Map.entry("GHANA", "GH"),
          Map.entry("UGANDA", "UG"),
          Map.entry("PHILIPPINES", "PH"),
          Map.entry("INDONESIA", "ID"),
          Map.entry("PAKISTAN", "PK"),
          Map.entry("BANGLADESH", "BD"),
          Map.entry("MEXICO", "MX"),
          Map.entry("BRAZIL", "BR"),
          Map.entry("COLOMBIA", "CO"),
          Map.entry("VENEZUELA", "VE"),
          Map.entry("GERMANY", "DE"),
          Map.entry("FRANCE", "FR"),
          Map.entry("SPAIN", "ES"),
          Map.entry("IRELAND", "IE"),
          Map.entry("AUSTRALIA", "AU"));

  private static final String COUNTRY =
      "USA?|U\\.S\\.A?\\.?|CAN?|UK|GB|AU|AUS|NZ|IN|EU|ICA|INTL?|INTERNATIONAL|ALL|(?:"
          + String.join("|", NAMES.keySet())
          + ")(?=\\s*+(?:[-\\])/:,&+*\"]|and\\b))";
  private static final Pattern REGION =
      Pattern.compile(
          "^[\\s\\[(*-]*(?:re-?post\\s*-?\\s*)?((?:"
              + COUNTRY
              + ")(?:\\s*(?:[/,&+]|and)\\s*(?:"
              + COUNTRY
              + "))*)(?=[\\s\\])\"*:-])[\\s\\])*:-]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "[<>≥≤%]|approv|qual|hits?\\b|\\bloc|adult|older|\\bmales?\\b|\\bfemales?\\b|master|\\bTO\\b.*[<>]|only|must|\\bage",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_REQUIREMENT =
      Pattern.compile(
          "\\bno (?:other )?quals?|\\bnone\\b|\\bno TO\\b|great TO|good TO|forgot",
          Pattern.CASE_INSENSITIVE);

  private static final PayText.Context TASKS =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.of(UnitText.TASK));

  /** What is longer is no title: its start is read. */
  private static final int LONGEST = 1_000;

  private HitTitle() {}

  static Grammars.Read read(Draft draft, String raw) {
    String text = normal(raw.substring(0, Math.min(raw.length(), LONGEST)));
    if (TALK.matcher(text).matches()) return new Grammars.LeftOut();
    Matcher region = REGION.matcher(text);
    boolean placed = region.find() && region.end() < text.length();
    Optional<PayText.Found> pay = PayText.find(text, TASKS);
    int start = pay.map(found -> start(text, found)).orElse(text.length());
    if (pay.isEmpty() && !placed) return new Grammars.LeftOut();
    String before = text.substring(placed ? Math.min(region.end(), start) : 0, start);
    String after = pay.map(found -> after(text, found)).orElse("");
    Draft offer = draft.copy();
    HitNames names = HitNames.of(before, after);
    offer.put("title", names.title().isEmpty() ? CleanText.line(raw) : names.title());
    offer.put("hiringOrganization", names.requester().orElse(null));
    offer.put("baseSalary", null);
    pay.ifPresent(found -> put(offer, found));
    if (placed) offer.put("applicantLocationRequirements", countries(region.group(1)));
    offer.put("qualifications", requirements(names.rest()));
    return new Grammars.Drafts(List.of(offer));
  }

  /** Entities decoded, also twice; dashes alike; tabs and line breaks separate like dashes. */
  private static String normal(String raw) {
    String text = Parser.unescapeEntities(Parser.unescapeEntities(raw, false), false);
    return text.replaceAll("\\s+--+\\s+", " – ")
        .replace('—', '-')
        .replaceAll("(?<!\\s)[^\\S\\t\\n\\r]*+[\\t\\n\\r]\\s*+", " - ")
        .replaceAll("[\\s\\u00A0]+", " ")
        .replaceAll("(?<![\\s-])(?:\\s*+-){2,}+\\s", " - ")
        .strip();
  }

  /** The signs that open a statement of pay belong to it: "(~.50". */
  private static int start(String text, PayText.Found pay) {
    int start = pay.start();
    while (start > 0 && "=<>~(".indexOf(text.charAt(start - 1)) >= 0) start--;
    return start;
  }

  private static String after(String text, PayText.Found pay) {
    return text.substring(pay.end()).replaceFirst("^[).]+", "");
  }

  /** All of them pay dollars for one task, so neither is inferred. */
  private static void put(Draft offer, PayText.Found pay) {
    MonetaryAmount amount = pay.amount();
    Optional<BigDecimal> min = Optional.ofNullable(amount.minValue());
    Optional<BigDecimal> max = Optional.ofNullable(amount.maxValue());
    Amounts.amount(
            Optional.of(amount.currency()),
            min,
            max,
            Optional.ofNullable(amount.unitText()),
            null,
            amount.stated(),
            null)
        .ifPresent(found -> offer.put("baseSalary", found));
    pay.minutes().ifPresent(time -> offer.put("reportMinutes", time));
  }

  private static List<String> countries(String regions) {
    List<String> codes = new ArrayList<>();
    for (String word : regions.toUpperCase(Locale.ROOT).replace(".", "").split("[^A-Z]+")) {
      String code =
          switch (word) {
            case "US", "USA" -> "US";
            case "CA", "CAN" -> "CA";
            case "UK", "GB" -> "GB";
            case "AU", "AUS" -> "AU";
            case "NZ" -> "NZ";
            case "IN" -> "IN";
            default -> NAMES.getOrDefault(word, "");
          };
      if (!code.isEmpty() && !codes.contains(code)) codes.add(code);
    }
    return codes;
  }

  private static List<String> requirements(String rest) {
    return Arrays.stream(rest.split(",| - |;|\\band\\b|(?<=%)\\)?\\s+(?=[<>≥])"))
        .map(part -> part.replaceAll("^[\\s().:/&-]++|(?<![\\s().:&-])[\\s().:&-]++$", ""))
        .filter(part -> REQUIREMENT.matcher(part).find() && part.matches(".*[\\p{L}\\d].*"))
        .filter(part -> !NO_REQUIREMENT.matcher(part).find())
        .distinct()
        .toList();
  }
}
