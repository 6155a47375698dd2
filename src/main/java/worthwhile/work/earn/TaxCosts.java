package worthwhile.work.earn;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import worthwhile.work.Formulas;

/**
 * What a tax year's file says of expenses and of what is set aside, below the sum of what was paid.
 *
 * @param outlay expenses of the year
 * @param share that the worker sets aside; absent if she has set none
 */
public record TaxCosts(Outlay outlay, Optional<TaxShare> share) {
  /** Writes its lines: expenses below 0, so that a column adds up; nothing where there is none. */
  void write(CsvWriter csv, BigDecimal net) {
    outlay.lines().reversed().forEach(line -> write(csv, line));
    if (!outlay.lines().isEmpty()) {
      BigDecimal spent = outlay.sum();
      sum(csv, "Expenses", spent.negate());
      sum(csv, "Paid less expenses", net.subtract(spent));
    }
    share.ifPresent(
        own ->
            sum(
                csv,
                "Set aside: " + own.percent().toPlainString() + " % of what was paid, no advice",
                own.of(net)));
  }

  private static void write(CsvWriter csv, Outlay.Line line) {
    Expense expense = line.expense();
    String missing = line.sum().isEmpty() ? ", not in the sum: no exchange rate is known" : "";
    csv.writeRecord(
        expense.day() + missing,
        "",
        "",
        Formulas.safe(expense.purpose()),
        expense.currency(),
        "",
        "",
        expense.amount().negate().toPlainString(),
        "",
        "",
        line.sum().map(amount -> TaxYear.exact(amount.negate())).orElse(""),
        line.rateDay().map(LocalDate::toString).orElse(""),
        "expense");
  }

  private static void sum(CsvWriter csv, String name, BigDecimal amount) {
    csv.writeRecord(name, "", "", "", "", "", "", "", "", "", TaxYear.exact(amount), "", "");
  }
}
