package worthwhile.work.earn;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import worthwhile.work.Formulas;
import worthwhile.work.Payment;
import worthwhile.work.Work;

/**
 * Paid work of one tax year, row by row and added up: by the day of payment where it is known, else
 * by the day on which it was handed in. Pending work is no income, and of lost work only a bonus
 * is. What was paid and is in no year, or in no currency that can be told, is named behind the sum.
 *
 * @param first its first day; the British one begins on 6 April, most others on 1 January
 */
public record TaxYear(LocalDate first) {
  /** The year that begins in this one. */
  public static TaxYear of(int year, MonthDay begins) {
    return new TaxYear(begins.atYear(year));
  }

  /** Its last day. */
  public LocalDate last() {
    return first.plusYears(1).minusDays(1);
  }

  /** The moment at which it begins. */
  public Instant begins(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** The moment at which the next one begins. */
  public Instant ends(ZoneId zone) {
    return first.plusYears(1).atStartOfDay(zone).toInstant();
  }

  /** The pieces that belong to it, in the order of their days. */
  public List<CountedWork> of(Earnings earnings, ZoneId zone) {
    return earnings.work().stream()
        .filter(piece -> piece.isPaid() && piece.gross().isPresent())
        .filter(piece -> piece.work().paidDay(zone).filter(this::holds).isPresent())
        .sorted(Comparator.comparing(piece -> piece.work().paidDay(zone).orElseThrow()))
        .toList();
  }

  /**
   * Paid pieces that its sum leaves out, though they may belong to it: without a date, without a
   * known amount, or in a currency without a rate.
   */
  public List<CountedWork> leftOut(Earnings earnings, ZoneId zone) {
    return earnings.work().stream()
        .filter(CountedWork::isPaid)
        .filter(piece -> piece.work().paidDay(zone).map(this::holds).orElse(true))
        .filter(piece -> piece.work().paidDay(zone).isEmpty() || piece.gross().isEmpty())
        .toList();
  }

  private boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last());
  }

  /**
   * As CSV, with a line of sums, below it one for each piece that they leave out, and why, and then
   * expenses and what is set aside.
   */
  public void csv(Earnings earnings, TaxCosts costs, ZoneId zone, Writer out) {
    CsvWriter csv = CsvWriter.builder().build(out);
    String in = earnings.currency();
    csv.writeRecord(
        "Day",
        "Platform",
        "Requester",
        "Title",
        "Currency",
        "Gross",
        "Fee",
        "Net",
        "Gross " + in,
        "Fee " + in,
        "Net " + in,
        "Rate of",
        "Status");
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    for (CountedWork piece : of(earnings, zone)) {
      csv.writeRecord(cells(piece, zone));
      gross = gross.add(piece.income().orElseThrow());
      fees = fees.add(piece.incomeFee());
      net = net.add(piece.net());
    }
    csv.writeRecord(
        "Sum", "", "", "", "", "", "", "", exact(gross), exact(fees), exact(net), "", "");
    for (CountedWork piece : leftOut(earnings, zone)) csv.writeRecord(leftOut(piece, zone));
    costs.write(csv, net);
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(CountedWork piece, ZoneId zone) {
    List<String> cells = own(piece, piece.work().paidDay(zone).orElseThrow().toString());
    cells.add(exact(piece.income().orElseThrow()));
    cells.add(exact(piece.incomeFee()));
    cells.add(exact(piece.net()));
    cells.add(piece.rateDay().map(LocalDate::toString).orElse(""));
    cells.add(piece.work().status().word());
    return cells;
  }

  /** Its sums stand in its own currency alone, so that a column adds up to the sum above it. */
  private static List<String> leftOut(CountedWork piece, ZoneId zone) {
    String why = "not in the sum: no date is known";
    if (!piece.work().payment().isKnown()) why = "not in the sum: no amount is known";
    else if (piece.gross().isEmpty()) why = "not in the sum: no exchange rate is known";
    String day = piece.work().paidDay(zone).map(date -> date + ", ").orElse("");
    List<String> cells = own(piece, day + why);
    cells.addAll(List.of("", "", "", "", piece.work().status().word()));
    return cells;
  }

  /** As it was paid, in its own currency. */
  private static List<String> own(CountedWork piece, String day) {
    Work work = piece.work();
    Payment payment = work.payment();
    boolean lost = work.status().isLost();
    String currency = payment.currency() == null ? "" : payment.currency();
    return new ArrayList<>(
        List.of(
            day,
            Formulas.safe(work.platform()),
            Formulas.safe(work.requesterName()),
            Formulas.safe(work.title()),
            Formulas.safe(currency),
            (lost ? payment.bonuses() : payment.gross()).toPlainString(),
            (lost ? BigDecimal.ZERO : payment.fees()).toPlainString(),
            (lost ? payment.bonuses() : payment.net()).toPlainString()));
  }

  /** All its decimals, two at least, so that a column adds up to its sum. */
  static String exact(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.setScale(Math.max(bare.scale(), 2), RoundingMode.UNNECESSARY).toPlainString();
  }
}
