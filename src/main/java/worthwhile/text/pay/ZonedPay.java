package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.word.Sought;

/**
 * Pay that a text states for each of several zones, tiers or American states: "$25–$30 in zone 1,
 * $20–$24 in zone 2". It is one range, and its words tell the zones.
 */
record ZonedPay(String text, List<MoneySpan> spans) {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** So far at most a zone's name stands before its sum, and the next sum behind that. */
  private static final int REACH = 90;

  private static final String STATE =
      "(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|"
          + "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|"
          + "Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|"
          + "New (?:Hampshire|Jersey|Mexico|York(?: City)?)|North (?:Carolina|Dakota)|Ohio|Oklahoma|"
          + "Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|"
          + "Virginia|Washington(?:,? D\\.?C\\.?)?|West Virginia|Wisconsin|Wyoming|NYC|"
          + "San Francisco(?: Bay Area)?|Seattle)";

  private static final String ZONE =
      "(?:(?:(?:geo(?:graphic)?|pay|salary)\\s)?(?:zone|tier|region|area|band)\\s?(?:\\d{1,2}|[A-H])\\b|\\b"
          + STATE
          + "\\b)";

  private static final Sought BEFORE =
      Sought.of(ZONE + "(?:\\s?\\([^)$€£]{0,60}\\))?(?:\\s?[:=–—-]|\\sis|\\s?\\()?\\s?$", CASELESS);

  private static final Sought BEHIND =
      Sought.caseless("\\s?,?\\s?(?:(?:in|for)\\s(?:the\\s)?|\\()" + ZONE + "\\)?");

  /** A sum with the zone that it is for. */
  private record Zoned(int start, int end, Optional<PayUnit> unit) {}

  /** The whole range, if the statement is one of several for zones; else the statement as it is. */
  PayText.Found around(PayText.Found one, @Nullable String real) {
    MonetaryAmount amount = one.amount();
    if (spans.size() < 2 || amount.minValue() == null || amount.maxValue() == null) return one;
    int at = at(one);
    if (at < 0 || zoned(at).isEmpty()) return one;
    int first = at;
    while (first > 0 && belongs(first - 1, first)) first--;
    int last = at;
    while (last + 1 < spans.size() && belongs(last + 1, last)) last++;
    return first == last ? one : whole(one, first, last, real);
  }

  private int at(PayText.Found one) {
    for (int i = 0; i < spans.size(); i++)
      if (spans.get(i).start() >= one.start() && spans.get(i).end() <= one.end()) return i;
    return -1;
  }

  private boolean belongs(int other, int known) {
    MoneySpan left = spans.get(Math.min(other, known));
    MoneySpan right = spans.get(Math.max(other, known));
    return right.start() - left.end() <= REACH
        && left.currency().equals(right.currency())
        && zoned(other).isPresent();
  }

  private Optional<Zoned> zoned(int at) {
    MoneySpan sum = spans.get(at);
    int from = at == 0 ? 0 : spans.get(at - 1).end();
    int near = Math.max(from, sum.start() - REACH);
    Matcher before = BEFORE.first(text.substring(near, sum.start()));
    Optional<PayUnit> unit = PayUnit.after(text, sum.end());
    int end = unit.map(PayUnit::end).orElse(sum.end());
    if (before != null) return Optional.of(new Zoned(near + before.start(), end, unit));
    Matcher behind = BEHIND.at(text, end, Math.min(text.length(), end + REACH));
    if (behind == null) return Optional.empty();
    if (unit.isEmpty()) unit = PayUnit.after(text, behind.end());
    int last = Math.max(behind.end(), unit.map(PayUnit::end).orElse(0));
    return Optional.of(new Zoned(sum.start(), last, unit));
  }

  private PayText.Found whole(PayText.Found one, int first, int last, @Nullable String real) {
    List<MoneySpan> run = spans.subList(first, last + 1);
    BigDecimal min = run.stream().map(MoneySpan::min).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal max = run.stream().map(MoneySpan::max).max(BigDecimal::compareTo).orElseThrow();
    Optional<PayUnit> unit =
        Stream.iterate(first, i -> i <= last, i -> i + 1)
            .flatMap(i -> zoned(i).flatMap(Zoned::unit).stream())
            .findFirst();
    int start = zoned(first).orElseThrow().start();
    int end = zoned(last).orElseThrow().end();
    UnitText known = unit.map(PayUnit::unit).orElse(one.amount().unitText());
    return new PayText.Found(
        new MonetaryAmount(
            one.amount().currency(),
            unit.map(found -> found.of(min)).orElse(min),
            unit.map(found -> found.of(max)).orElse(max),
            known,
            one.amount().gross(),
            real == null ? null : real.substring(start, end).strip(),
            one.amount().inferred()),
        one.minutes(),
        one.bonus(),
        start,
        end);
  }
}
