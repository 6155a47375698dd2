package worthwhile.work;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.PostingJson;

/** All of a worker's work as a file: for her spreadsheet, for another instance, or to keep. */
public final class WorkExport {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

  private static final List<String> HEADER =
      List.of(
          "Title",
          "Platform",
          "Requester",
          "Requester id",
          "Identifier",
          "Started",
          "Submitted",
          "Active minutes",
          "Elapsed minutes",
          "Reward",
          "Bonus",
          "Fee",
          "Currency",
          "Paid",
          "Status",
          "Provenance",
          "Fingerprint");

  private WorkExport() {}

  /**
   * CSV in UTF-8, times in UTC, days without an hour as such, decimal points; what {@code import
   * --as worthwhile} reads back. Text that a spreadsheet would run is marked.
   */
  public static void csv(List<Work> work, Writer out) {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEADER);
    for (Work piece : work) csv.writeRecord(cells(piece));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(Work work) {
    List<String> cells = new ArrayList<>();
    Row row = Row.of(work);
    cells.add(text(row.title));
    cells.add(text(row.platform));
    cells.add(text(row.requester));
    cells.add(text(row.requesterId));
    cells.add(text(row.identifier));
    cells.add(time(work, row.started));
    cells.add(time(work, row.submitted));
    cells.add(number(row.activeMinutes));
    cells.add(number(row.elapsedMinutes));
    cells.add(number(row.reward));
    cells.add(number(row.bonus));
    cells.add(number(row.fee));
    cells.add(text(row.currency));
    cells.add(time(work, row.paid));
    cells.add(row.status);
    cells.add(row.provenance);
    cells.add(work.fingerprint());
    return cells;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : Formulas.safe(text);
  }

  private static String time(Work work, @Nullable Instant instant) {
    if (instant == null) return "";
    return work.dayAlone(instant).map(LocalDate::toString).orElseGet(instant::toString);
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  /** A JSON array, one piece on each line. */
  public static void json(List<Work> work, Writer out) {
    try {
      out.write("[");
      String between = "\n";
      for (Work piece : work) {
        out.write(between + PostingJson.MAPPER.writeValueAsString(Row.of(piece)));
        between = ",\n";
      }
      out.write("\n]\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A piece of work as it is told outside: absent where it is not known. */
  @JsonPropertyOrder({"id", "title", "platform", "requester", "requesterId", "identifier"})
  public record Row(
      String id,
      String title,
      String platform,
      @Nullable String requester,
      @Nullable String requesterId,
      @Nullable String identifier,
      @Nullable String posting,
      @Nullable Instant started,
      @Nullable Instant submitted,
      @Nullable BigDecimal activeMinutes,
      @Nullable BigDecimal elapsedMinutes,
      @Nullable BigDecimal reward,
      @Nullable BigDecimal bonus,
      @Nullable BigDecimal fee,
      @Nullable String currency,
      @Nullable Instant paid,
      String status,
      String provenance,
      Instant recorded) {
    /** As it is told. */
    public static Row of(Work work) {
      return new Row(
          work.id().toString(),
          work.title(),
          work.platform(),
          work.requester() == null ? null : work.requester().name(),
          work.requester() == null ? null : work.requester().identifier(),
          work.identifier(),
          work.posting(),
          work.times().started(),
          work.times().submitted(),
          minutes(work.times().active()),
          minutes(work.times().elapsed()),
          work.payment().reward(),
          work.payment().bonus(),
          work.payment().fee(),
          work.payment().currency(),
          work.payment().paid(),
          work.status().word(),
          work.provenance().word(),
          work.recorded());
    }
  }

  /** Six places tell every millisecond. */
  static @Nullable BigDecimal minutes(@Nullable Duration span) {
    if (span == null) return null;
    BigDecimal exact =
        BigDecimal.valueOf(span.toMillis())
            .divide(MILLIS, 6, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
