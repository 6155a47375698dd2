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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import worthwhile.work.Formulas;
import worthwhile.work.Payment;
import worthwhile.work.Work;

/**
 * Paid work of one tax year, row by row and added up: by the day of payment where it is known, else
 * by the day on which it was handed in. Pending and lost work is no income.
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
        .filter(piece -> piece.work().status().isPaid() && piece.gross().isPresent())
        .filter(piece -> day(piece, zone).filter(this::holds).isPresent())
        .sorted(Comparator.comparing(piece -> day(piece, zone).orElseThrow()))
        .toList();
  }

  private boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last());
  }

  private static Optional<LocalDate> day(CountedWork piece, ZoneId zone) {
    var paid = piece.work().payment().paid();
    return paid == null ? piece.day() : Optional.of(paid.atZone(zone).toLocalDate());
  }

  /** As CSV, with a last line of sums. */
  public void csv(Earnings earnings, ZoneId zone, Writer out) {
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
      gross = gross.add(piece.gross().orElseThrow());
      fees = fees.add(piece.fee());
      net = net.add(piece.net());
    }
    csv.writeRecord(
        "Sum", "", "", "", "", "", "", "", cents(gross), cents(fees), cents(net), "", "");
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(CountedWork piece, ZoneId zone) {
    Work work = piece.work();
    Payment payment = work.payment();
    return List.of(
        day(piece, zone).orElseThrow().toString(),
        Formulas.safe(work.platform()),
        Formulas.safe(work.requesterName()),
        Formulas.safe(work.title()),
        Formulas.safe(payment.currency()),
        payment.gross().toPlainString(),
        payment.fees().toPlainString(),
        payment.net().toPlainString(),
        cents(piece.gross().orElseThrow()),
        cents(piece.fee()),
        cents(piece.net()),
        piece.rateDay().map(LocalDate::toString).orElse(""),
        work.status().word());
  }

  private static String cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
