package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.word.Sought;

/** Points and tokens in a text. */
final class PointText {
  private static final Pattern POINTS =
      Sought.pattern(
          "(?<![\\p{L}\\p{N}.,])(?<n>\\d{1,3}(?:[,. ]\\d{3}){1,6}|\\d{1,7}(?:\\.\\d{1,8})?)\\s?(?<code>SB|JMPT|swagbucks|points?|pts|coins?|credits?|tokens?|gems?|diamonds?|stars?)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Those that can mean nothing else, wherever they stand. */
  private static final Sought NAMED = Sought.of("(?:SB|JMPT|swagbucks)", Pattern.CASE_INSENSITIVE);

  private PointText() {}

  /**
   * Every number of points.
   *
   * @param context its currency is the platform's own code; else the text's word is
   */
  static List<PayText.Found> all(String text, PayText.Context context) {
    List<PayText.Found> all = new ArrayList<>();
    Matcher found = POINTS.matcher(text);
    while (found.find()) {
      BigDecimal count = count(found.group("n"));
      if (count.signum() == 0) continue;
      String code = context.currency().orElse(code(found.group("code")));
      all.add(of(text, found, MonetaryAmount.of(code, count, UnitText.POINTS)));
    }
    return all;
  }

  /** Points with a name of their own, in a text of which no more is known. */
  static List<PayText.Found> named(String text) {
    if (!NAMED.isIn(text)) return List.of();
    List<PayText.Found> all = new ArrayList<>();
    Matcher found = POINTS.matcher(text);
    while (found.find()) {
      BigDecimal count = count(found.group("n"));
      if (count.signum() == 0 || !NAMED.pattern().matcher(found.group("code")).matches()) continue;
      String code = code(found.group("code"));
      all.add(of(text, found, MonetaryAmount.of(code, count, UnitText.POINTS)));
    }
    return all;
  }

  private static PayText.Found of(String text, Matcher found, MonetaryAmount points) {
    Optional<PayTime> time = PayTime.after(text, found.end());
    int end = time.map(PayTime::end).orElse(found.end());
    MonetaryAmount amount =
        new MonetaryAmount(
            points.currency(),
            points.minValue(),
            points.maxValue(),
            UnitText.POINTS,
            null,
            text.substring(found.start(), end),
            null);
    return new PayText.Found(
        amount, time.map(PayTime::duration), Optional.empty(), found.start(), end);
  }

  private static String code(String word) {
    String code = word.toUpperCase(Locale.ROOT);
    return code.equals("SWAGBUCKS") ? "SB" : code;
  }

  private static BigDecimal count(String number) {
    boolean grouped = number.matches("\\d{1,3}(?:[,. ]\\d{3}){1,6}");
    return new BigDecimal(grouped ? number.replaceAll("\\D", "") : number);
  }
}
