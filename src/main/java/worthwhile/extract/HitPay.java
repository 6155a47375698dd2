package worthwhile.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reward and minutes in a title such as {@code .25/30seconds}, {@code 1.00/4-5mins}, {@code
 * 1min/.50}.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param low smallest reward in dollars, more than 0
 * @param high largest reward in dollars
 * @param time that it took whoever posted it, mean of a range
 * @param stated the piece of text
 */
record HitPay(
    int start, int end, BigDecimal low, BigDecimal high, Optional<Duration> time, String stated) {
  private static final String NUMBER = "(?:[0-9]{1,4}(?:\\.[0-9]{1,3})?|\\.[0-9]{1,3})";
  private static final String CENTS = "\\s*(?:¢|cents?\\b|c\\b)";
  private static final String DOLLARS = "\\$\\s*" + NUMBER;
  private static final String AMOUNT =
      "(?:\\$\\s*)?" + NUMBER + "(?:" + CENTS + "|\\s*USD\\b|\\$)?";
  private static final String MONEY =
      "[=<>~(]*\\s*(?<low>"
          + AMOUNT
          + ")(?:(?:-|\\s*–\\s*|\\s*to\\s*)[<>~]*\\s*(?<high>"
          + AMOUNT
          + "))?(?:\\s*x\\s*[0-9]+)?\\)?";
  private static final String BONUS = "(?:\\s*,?\\s*(?:\\([^)/]*\\)|\\+\\s*[^/]{0,40}?))?";
  private static final String UNIT =
      "(?:m(?:i{1,2}n(?:ute)?s?|ns?)?|s(?:ec(?:ond)?s?)?|h(?:ou)?rs?)\\b\\.?";
  private static final String SPAN =
      "[<>~≈=(\\s]*(?:about |approx\\.? |under |took me )?(?:less the?an )?(?:(?<clock>[0-9]{1,2}:[0-9]{2})(?:\\s*-\\s*(?<clock2>[0-9]{1,2}:[0-9]{2}))?(?:\\s*"
          + UNIT
          + ")?|(?<from>"
          + NUMBER
          + ")\\s*(?<unit1>"
          + UNIT
          + ")?(?:\\s*(?:-|–|~|to)\\s*[~<]?(?<to>"
          + NUMBER
          + "))?\\s*[+-]?\\s*(?<unit>"
          + UNIT
          + "))\\)?";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String START = "(?<![\\w.:/$])";

  /** So many of the spellings, from the first, tell a time; one without a unit tells minutes. */
  private static final int TIMED = 4;

  private static final List<Pattern> SPELLINGS =
      List.of(
          Pattern.compile(START + MONEY + BONUS + "\\s*/\\s*" + SPAN, FLAGS),
          Pattern.compile(START + SPAN + "\\s*/\\s*" + MONEY + "(?![\\w:])", FLAGS),
          Pattern.compile(
              START
                  + "(?<low>"
                  + DOLLARS
                  + "|0?\\.[0-9]{1,3})(?<high>)\\s*/\\s*[<>~]*(?<clock>(?!))?(?<clock2>(?!))?(?<from>"
                  + NUMBER
                  + ")(?<unit1>)(?<to>(?!))?(?<unit>)(?=\\s*(?:$|[-(>,]|with\\b))",
              FLAGS),
          Pattern.compile(
              START
                  + "(?<low>"
                  + DOLLARS
                  + "|"
                  + NUMBER
                  + CENTS
                  + ")(?<high>)(?:\\s*-\\s*|\\s*,\\s*|\\s+)(?=[<>~0-9(])"
                  + SPAN,
              FLAGS),
          Pattern.compile(
              START
                  + "[=<>~(]*(?<low>"
                  + DOLLARS
                  + ")\\s*(?:-|–|to)\\s*[<>~]*\\s*(?<high>"
                  + DOLLARS
                  + ")\\)?",
              FLAGS),
          Pattern.compile(
              START + "(?<low>" + DOLLARS + "|" + NUMBER + CENTS + ")(?<high>)", FLAGS));

  /** The last pay in the text, of the surest spelling that there is. */
  static Optional<HitPay> in(String text) {
    for (int i = 0; i < SPELLINGS.size(); i++) {
      Matcher matcher = SPELLINGS.get(i).matcher(text);
      Optional<HitPay> last = Optional.empty();
      while (matcher.find()) last = of(matcher, i < TIMED).or(keep(last));
      if (last.isPresent()) return last;
    }
    return Optional.empty();
  }

  private static java.util.function.Supplier<Optional<HitPay>> keep(Optional<HitPay> before) {
    return () -> before;
  }

  private static Optional<HitPay> of(Matcher found, boolean timed) {
    BigDecimal low = dollars(found.group("low"));
    String second = found.group("high");
    BigDecimal high = second == null || second.isEmpty() ? low : dollars(second);
    if (low.signum() <= 0 || high.signum() <= 0) return Optional.empty();
    return Optional.of(
        new HitPay(
            found.start(),
            found.end(),
            low.min(high),
            low.max(high),
            timed ? time(found) : Optional.empty(),
            found.group().strip()));
  }

  private static BigDecimal dollars(String text) {
    BigDecimal number = new BigDecimal(text.replaceAll("[^0-9.]", ""));
    return text.matches("(?i).*(?:¢|c(?:ents?)?)\\s*") ? number.movePointLeft(2) : number;
  }

  private static Optional<Duration> time(Matcher found) {
    BigDecimal seconds;
    if (found.group("clock") != null) {
      BigDecimal first = clock(found.group("clock"));
      seconds = found.group("clock2") == null ? first : mean(first, clock(found.group("clock2")));
    } else {
      BigDecimal last = seconds(found.group("unit"));
      String own = found.group("unit1");
      BigDecimal from =
          new BigDecimal(found.group("from"))
              .multiply(own == null || own.isEmpty() ? last : seconds(own));
      String to = found.group("to");
      seconds = to == null ? from : mean(from, new BigDecimal(to).multiply(last));
    }
    return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()))
        .filter(Duration::isPositive);
  }

  private static BigDecimal clock(String text) {
    int colon = text.indexOf(':');
    return BigDecimal.valueOf(
        Long.parseLong(text.substring(0, colon)) * 60 + Long.parseLong(text.substring(colon + 1)));
  }

  private static BigDecimal mean(BigDecimal a, BigDecimal b) {
    return a.add(b).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
  }

  private static BigDecimal seconds(String unit) {
    return switch (unit.isEmpty() ? 'm' : unit.toLowerCase(Locale.ROOT).charAt(0)) {
      case 's' -> BigDecimal.ONE;
      case 'h' -> BigDecimal.valueOf(3600);
      default -> BigDecimal.valueOf(60);
    };
  }
}
