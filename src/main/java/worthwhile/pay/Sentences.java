package worthwhile.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

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

  static String time(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) return time.toSeconds() + " seconds";
    BigDecimal minutes =
        BigDecimal.valueOf(time.toSeconds())
            .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    return number(minutes) + (minutes.compareTo(BigDecimal.ONE) == 0 ? " minute" : " minutes");
  }

  static String reported(List<BigDecimal> sorted, BigDecimal typical) {
    if (sorted.size() == 1)
      return "One worker says it took " + number(typical) + " minutes: one unverified report.";
    return sorted.size()
        + " workers say it took "
        + number(sorted.getFirst())
        + " to "
        + number(sorted.getLast())
        + " minutes, half of them less than "
        + number(typical)
        + ".";
  }

  private static String number(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
