package worthwhile.pay.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.source.Fee;
import worthwhile.source.PointWorth;
import worthwhile.text.hours.WorkingHours;

/** What amounts and fees rest on. */
public final class PayReasons {
  private static final Set<String> CONVERSIONS = Set.of("converted", "converted-by-market");

  private PayReasons() {}

  /** That this amount is stated, for this unit. */
  public static Reason stated(MonetaryAmount amount, UnitText unit) {
    return Reason.of("pay-stated")
        .with("form", form(amount))
        .with("min", amount.minValue())
        .with("max", amount.maxValue())
        .with("currency", amount.currency())
        .with("unit", unit.name())
        .with("quoted", amount.stated())
        .with("inferred", amount.inferred());
  }

  /** That only a most or only a least is stated. */
  public static Reason bound(MonetaryAmount amount) {
    return amount.minValue() == null
        ? Reason.of("only-most-stated")
        : Reason.of("only-least-stated");
  }

  private static String form(MonetaryAmount amount) {
    if (amount.minValue() == null) return "most";
    if (amount.maxValue() == null) return "least";
    return amount.minValue().compareTo(amount.maxValue()) == 0 ? "one" : "range";
  }

  /**
   * Hours that a span of time is counted as.
   *
   * @param stated what the posting says of them; absent if nothing
   */
  public static Reason hours(UnitText unit, BigDecimal hours, Optional<WorkingHours> stated) {
    Reason counted = stated.isPresent() ? Reason.of("hours-stated") : Reason.of("hours-counted");
    boolean most = stated.filter(WorkingHours::most).isPresent();
    return counted
        .with("unit", unit.name())
        .with("hours", tenths(hours))
        .with("most", most ? true : null);
  }

  static Reason points(PointWorth worth) {
    return Reason.of("points-counted")
        .with("points", worth.code())
        .with("worth", worth.worth())
        .with("currency", worth.currency())
        .with("market", worth.market().orElse(null))
        .with("day", worth.asOf())
        .with("source", worth.source());
  }

  /** Whether a rate of exchange was used. */
  static boolean isConversion(Reason reason) {
    return CONVERSIONS.contains(reason.code());
  }

  static Reason convertedByBank(String from, String to, LocalDate day) {
    return Reason.of("converted").with("from", from).with("to", to).with("day", day);
  }

  static Reason converted(String from, String to, LocalDate day) {
    return Reason.of("converted-by-market")
        .with("from", from)
        .with("to", to)
        .with("day", day)
        .with("source", WorldRates.SOURCE);
  }

  static Reason officialRate(String currency) {
    return Reason.of("official-rate").with("currency", currency);
  }

  static Reason fee(Fee fee, boolean sumsCount) {
    Reason reason =
        switch (fee.on()) {
          case EARNINGS, WITHHOLDING -> Reason.of("fee-of-payments");
          case WITHDRAWAL ->
              Reason.of("fee-of-withdrawals")
                  .with("method", fee.method().orElse(null))
                  .with("payout", fee.payout().orElse(null));
        };
    boolean sums = fee.fixed().signum() > 0 || fee.least().isPresent() || fee.most().isPresent();
    return reason
        .with("name", fee.name())
        .with("form", form(fee))
        .with("percent", fee.percent())
        .with("fixed", fee.fixed())
        .with("least", fee.least().orElse(null))
        .with("most", fee.most().orElse(null))
        .with("currency", fee.currency())
        .with("day", fee.asOf())
        .with("source", fee.source())
        .with("counted", !sums || sumsCount)
        .with("note", fee.note().orElse(null));
  }

  private static String form(Fee fee) {
    if (fee.fixed().signum() == 0) return "percent";
    return fee.percent().signum() == 0 ? "fixed" : "both";
  }

  /** To a tenth, without zeros at the end. */
  public static BigDecimal tenths(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
