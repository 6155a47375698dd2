package worthwhile.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.source.Fee;

/** Evidence in plain English. */
final class Sentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Sentences() {}

  static String stated(MonetaryAmount amount) {
    String text =
        "The posting states " + range(amount) + " " + amount.currency() + unit(amount.unitText());
    if (amount.stated() != null) text += " (\"" + amount.stated() + "\")";
    return text + (Boolean.TRUE.equals(amount.inferred()) ? ", partly inferred." : ".");
  }

  private static String range(MonetaryAmount amount) {
    if (amount.minValue() == null) return "up to " + amount.maxValue().toPlainString();
    if (amount.maxValue() == null) return "at least " + amount.minValue().toPlainString();
    if (amount.minValue().compareTo(amount.maxValue()) == 0)
      return amount.minValue().toPlainString();
    return amount.minValue().toPlainString() + " to " + amount.maxValue().toPlainString();
  }

  private static String unit(UnitText unit) {
    return switch (unit) {
      case HOUR, DAY, WEEK, MONTH, YEAR, TASK, WORD, PIECE ->
          " per " + unit.name().toLowerCase(Locale.ROOT);
      case AUDIO_MINUTE -> " per minute of recording";
      case PROJECT -> " for the whole project";
      case POINTS -> " in points";
    };
  }

  static String hours(UnitText unit, BigDecimal hours) {
    return "A "
        + unit.name().toLowerCase(Locale.ROOT)
        + " is counted as "
        + number(hours)
        + " hours of work.";
  }

  static String converted(String from, String to, LocalDate date) {
    return "Converted from "
        + from
        + " to "
        + to
        + " at the European Central Bank's reference rates of "
        + DAY.format(date)
        + ".";
  }

  /** "The service fee is 5%, at least 1 USD, of each payment, as of 1 May 2026 (source)." */
  static String fee(Fee fee, boolean sumsCount) {
    List<String> parts = new ArrayList<>();
    if (fee.percent().signum() > 0) parts.add(fee.percent().toPlainString() + "%");
    if (fee.fixed().signum() > 0) parts.add(sum(fee.fixed(), fee));
    fee.least().ifPresent(least -> parts.add("at least " + sum(least, fee)));
    fee.most().ifPresent(most -> parts.add("at most " + sum(most, fee)));
    String of =
        switch (fee.on()) {
          case EARNINGS -> "each payment";
          case WITHDRAWAL ->
              "each withdrawal"
                  + fee.method().map(method -> " by " + method).orElse("")
                  + fee.payout().map(least -> " (reckoned at " + sum(least, fee) + ")").orElse("");
        };
    boolean sums = fee.fixed().signum() > 0 || fee.least().isPresent() || fee.most().isPresent();
    return "The %s is %s of %s, as of %s (%s).%s%s"
        .formatted(
            fee.name(),
            String.join(", ", parts),
            of,
            day(fee.asOf()),
            fee.source(),
            sums && !sumsCount ? " Only the percentage can be counted here." : "",
            fee.note().map(note -> " " + note).orElse(""));
  }

  private static String sum(BigDecimal sum, Fee fee) {
    return sum.toPlainString() + " " + fee.currency();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String time(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) return time.toSeconds() + " seconds";
    BigDecimal minutes =
        BigDecimal.valueOf(time.toSeconds())
            .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    return number(minutes) + (minutes.compareTo(BigDecimal.ONE) == 0 ? " minute" : " minutes");
  }

  private static String number(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
