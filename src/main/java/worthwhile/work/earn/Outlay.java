package worthwhile.work.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import worthwhile.pay.money.Rates;

/**
 * Expenses in one currency, each at the rate of its day.
 *
 * @param currency in which sums are told
 * @param lines in the order in which they were given
 */
public record Outlay(String currency, List<Line> lines) {
  /**
   * One expense.
   *
   * @param sum in the currency of the sums; absent where no rate is known
   * @param rateDay day of the rate; absent where nothing was converted
   */
  public record Line(Expense expense, Optional<BigDecimal> sum, Optional<LocalDate> rateDay) {}

  public Outlay {
    lines = List.copyOf(lines);
  }

  /** Counts expenses in a currency. */
  public static Outlay of(List<Expense> expenses, String currency, Rates rates) {
    return new Outlay(
        currency, expenses.stream().map(each -> line(each, currency, rates)).toList());
  }

  private static Line line(Expense expense, String currency, Rates rates) {
    if (expense.currency().equals(currency))
      return new Line(expense, Optional.of(expense.amount()), Optional.empty());
    Rates then = rates.on(expense.day());
    Optional<BigDecimal> sum =
        then.convert(expense.amount(), expense.currency(), currency)
            .map(
                amount -> amount.scale() > 4 ? amount.setScale(4, RoundingMode.HALF_EVEN) : amount);
    return new Line(expense, sum, sum.map(_ -> then.date()));
  }

  /** Those of a period. */
  public Outlay of(Period period, LocalDate today) {
    return only(line -> period.holds(Optional.of(line.expense().day()), today));
  }

  /** Those that are taken off the real pay per hour. */
  public Outlay weekly() {
    return only(line -> line.expense().weekly());
  }

  private Outlay only(Predicate<Line> wanted) {
    return new Outlay(currency, lines.stream().filter(wanted).toList());
  }

  /** What they come to, without those that cannot be converted. */
  public BigDecimal sum() {
    return lines.stream()
        .flatMap(line -> line.sum().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How many cannot be converted. */
  public long unknown() {
    return lines.stream().filter(line -> line.sum().isEmpty()).count();
  }
}
