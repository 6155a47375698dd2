package worthwhile.market;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import worthwhile.work.Formulas;

/** Tables as CSV (RFC 4180), with decimal points; text that a spreadsheet would run is marked. */
public final class MarketCsv {
  private final StringWriter out = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().build(out);

  /** A table with this first row. */
  public MarketCsv(List<String> header) {
    csv.writeRecord(header);
  }

  /** One more row: text, numbers, and optional ones of these, empty where absent. */
  public void row(List<?> cells) {
    csv.writeRecord(cells.stream().map(MarketCsv::cell).toList());
  }

  private static String cell(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(MarketCsv::cell).orElse("");
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      default -> Formulas.safe(value.toString());
    };
  }

  /** All of it. */
  @Override
  public String toString() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
