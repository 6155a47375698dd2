package worthwhile.extract.rule;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.pay.SumText;

/** Numbers and units as interfaces write them, made amounts. */
public final class Amounts {
  /** What interfaces write where there is no limit, or none is known. */
  private static final Pattern SENTINEL = Pattern.compile("9{6,}(?:\\.9+|\\.0+)?|2147483647");

  private static final BigDecimal MOST_PER_HOUR = BigDecimal.valueOf(250);
  private static final BigDecimal LEAST_PER_YEAR = BigDecimal.valueOf(10_000);

  private static final int LONGEST = 100;

  private Amounts() {}

  /**
   * A number in any usual spelling; absent if it is none, not more than 0, or stands for "no
   * limit".
   */
  public static Optional<BigDecimal> number(String raw) {
    return sum(raw, Optional.empty())
        .filter(sum -> sum.currency().isEmpty())
        .map(SumText.Sum::value);
  }

  /** A number as above, with the currency that stands beside it, if one does. */
  static Optional<SumText.Sum> sum(String raw, Optional<String> known) {
    return SumText.parse(raw, false, known)
        .filter(sum -> sum.value().signum() > 0)
        .filter(sum -> !SENTINEL.matcher(sum.value().toPlainString()).matches())
        .map(sum -> new SumText.Sum(tidy(sum.value()), sum.currency()));
  }

  /** 15.0 and 15.0000 say no more than 15; 15.00 is left as it is stated. */
  private static BigDecimal tidy(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    if (value.scale() != 2) return bare.scale() < 0 ? bare.setScale(0) : bare;
    return value;
  }

  /**
   * An amount from its parts; absent without any part or without a currency. The greater of two
   * parts is the maximum, whichever way round they stand.
   */
  public static Optional<MonetaryAmount> amount(
      Optional<String> currency,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      Optional<UnitText> unit,
      @Nullable Boolean gross,
      @Nullable String stated,
      @Nullable Boolean inferred) {
    if (currency.isEmpty() || (min.isEmpty() && max.isEmpty())) return Optional.empty();
    boolean swap = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    BigDecimal low = (swap ? max : min).orElse(null);
    BigDecimal high = (swap ? min : max).orElse(null);
    return Optional.of(
        new MonetaryAmount(currency.get(), low, high, unit.orElse(null), gross, stated, inferred));
  }

  /** The ISO code of a code, a name or a lone sign; absent if it is none of them. */
  public static Optional<String> currency(String raw) {
    return SumText.currency(raw);
  }

  /** A unit by its usual words and codes; absent if it is not known. */
  public static Optional<UnitText> unit(String raw) {
    if (raw.length() > LONGEST) return Optional.empty();
    String text =
        raw.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^.*[/#](?=[a-z])", "")
            .replaceAll("[_\\s-]+", " ")
            .replaceFirst("^1 ", "")
            .replaceFirst("^(?:per|an?|each) ", "")
            .replaceFirst(" (?:salary|wage|rate|pay|range)$", "")
            .strip();
    return Optional.ofNullable(
        switch (text) {
          case "hour", "hours", "hourly", "hr", "hrs", "h", "ph", "hur" -> UnitText.HOUR;
          case "day", "days", "daily", "pd", "d" -> UnitText.DAY;
          case "week", "weekly", "wk", "wee" -> UnitText.WEEK;
          case "month", "months", "monthly", "mo", "pm", "mon" -> UnitText.MONTH;
          case "year", "years", "yearly", "yr", "pa", "ann", "annum", "annual", "annually" ->
              UnitText.YEAR;
          case "task",
              "tasks",
              "hit",
              "assignment",
              "study",
              "session",
              "survey",
              "submission",
              "participant",
              "interview",
              "once",
              "one time" ->
              UnitText.TASK;
          case "project", "fixed", "fixed price", "total", "contract", "job" -> UnitText.PROJECT;
          case "word", "words" -> UnitText.WORD;
          case "audio minute", "audiominute", "audio min" -> UnitText.AUDIO_MINUTE;
          case "piece", "pieces", "pw", "unit", "item", "video", "reel", "image", "article" ->
              UnitText.PIECE;
          case "point", "points" -> UnitText.POINTS;
          default -> null;
        });
  }

  /** Whether the unit is a span of two weeks, which has no name of its own. */
  static boolean isTwoWeeks(String raw) {
    return raw.strip()
        .toLowerCase(Locale.ROOT)
        .matches("bw|2[ _-]?weeks?|bi-?weekly|fortnight(?:ly)?");
  }

  /** Hour or year where the size leaves no doubt. */
  static Optional<UnitText> unitBySize(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    Optional<BigDecimal> largest = max.or(() -> min);
    Optional<BigDecimal> smallest = min.or(() -> max);
    if (largest.filter(v -> v.compareTo(MOST_PER_HOUR) <= 0).isPresent())
      return Optional.of(UnitText.HOUR);
    if (smallest.filter(v -> v.compareTo(LEAST_PER_YEAR) >= 0).isPresent())
      return Optional.of(UnitText.YEAR);
    return Optional.empty();
  }
}
