package worthwhile.pay.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/**
 * A minimum wage for grown-up workers, before tax.
 *
 * @param area ISO 3166 code of a country ({@code GB}) or of a part of it that has its own ({@code
 *     US-CA})
 * @param name of the area, with what the figure is restricted to
 * @param amount as its publisher states it, for one unit
 * @param hours legal hours of that unit; 1 where it is stated by the hour
 * @param since day on which it came into force; a later one may not be known here
 * @param confirmed day on which it is last known to have been in force
 * @param source who publishes it
 */
public record MinimumWage(
    String area,
    String name,
    String currency,
    BigDecimal amount,
    UnitText unit,
    BigDecimal hours,
    LocalDate since,
    LocalDate confirmed,
    String source) {
  private static final MathContext PRECISION = new MathContext(4);
  private static final int YEARS = 2;

  public MinimumWage {
    Objects.requireNonNull(unit, "unit");
    if (amount.signum() <= 0 || hours.signum() <= 0)
      throw new IllegalArgumentException(area + ": no wage of " + amount + " for " + hours + " h");
    if (confirmed.isBefore(since))
      throw new IllegalArgumentException(area + ": confirmed before it came into force");
  }

  /** Per hour in the currency; to 4 significant digits where it is stated for a longer time. */
  public BigDecimal perHour() {
    return isHourly() ? amount : amount.divide(hours, PRECISION);
  }

  private boolean isHourly() {
    return unit == UnitText.HOUR;
  }

  /**
   * Whether it was last known to be in force more than two years before a day: wages rise, and an
   * old one is nobody's floor.
   */
  public boolean isOld(LocalDate day) {
    return confirmed.plusYears(YEARS).isBefore(day);
  }

  /** What it is, since when and by whom, with the division where it is not stated by the hour. */
  public Reason reason(LocalDate day) {
    Reason wage = isOld(day) ? Reason.of("minimum-wage-old") : Reason.of("minimum-wage");
    return wage.with("name", name)
        .with("perHour", perHour())
        .with("currency", currency)
        .with("amount", Optional.of(amount).filter(_ -> !isHourly()).orElse(null))
        .with("unit", isHourly() ? null : unit.name())
        .with("hours", isHourly() ? null : hours)
        .with("since", since)
        .with("confirmed", confirmed)
        .with("still", confirmed.isAfter(since))
        .with("source", source);
  }
}
