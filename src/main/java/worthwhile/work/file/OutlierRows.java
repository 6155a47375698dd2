package worthwhile.work.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.text.FailureText;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/**
 * Outlier's earnings as work. An item has a line for each part of its pay: all lines of one id are
 * one piece of work, with the time of those that pay for time. Mission rewards and other bonuses
 * are paid on top; what is taken back lessens the pay, below 0 where nothing else stands beside it.
 *
 * <p>An item of which a line cannot be read is left out whole: half of its pay would be wrong.
 */
final class OutlierRows {
  static final String CURRENCY = "USD";
  private static final String PLATFORM = "outlier";

  private final Reader reader;
  private final Cells cells;
  private final Map<OutlierColumn, Integer> places;
  private final CsvTable table;
  private final Map<String, List<OutlierLine>> items = new LinkedHashMap<>();
  private final Map<String, List<Long>> broken = new HashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private final List<Work> rows = new ArrayList<>();
  private final List<FileReading.Rejected> rejected = new ArrayList<>();
  private final List<FileReading.Remark> remarks = new ArrayList<>();

  private OutlierRows(CsvTable table, Map<OutlierColumn, Integer> places, Reader reader) {
    this.table = table;
    this.places = places;
    this.reader = reader;
    this.cells =
        new Cells(
            new Mapping(
                Map.of(),
                PLATFORM,
                CURRENCY,
                reader.zone(),
                false,
                false,
                true,
                Status.PENDING,
                Provenance.IMPORT),
            reader.now());
  }

  /** Reads a table; refused if its columns are not Outlier's. */
  static FileReading read(CsvTable table, Reader reader) {
    Optional<Map<OutlierColumn, Integer>> places = OutlierColumn.places(table);
    if (places.isEmpty())
      return new FileReading.Refused(
          "This is not \"%s\": it has the columns %s; its columns are %s."
              .formatted(
                  Format.OUTLIER_EXPORT.label(),
                  OutlierColumn.wanted(),
                  String.join(", ", table.header())));
    OutlierRows reading = new OutlierRows(table, places.get(), reader);
    table.rows().forEach(reading::take);
    reading.items.forEach(reading::add);
    reading.rejected.sort(Comparator.comparing(FileReading.Rejected::line));
    return new FileReading.Understood(
        Format.OUTLIER_EXPORT,
        Optional.empty(),
        Optional.empty(),
        reading.rows,
        reading.rejected,
        reading.remarks);
  }

  private void take(CsvTable.Row row) {
    try {
      if (row.cells().size() != table.header().size())
        throw new BadCell("", wrongCells(row.cells().size()));
      OutlierLine line = OutlierLine.of(row.line(), named(row), cells);
      String key = line.item().orElse("line " + line.line());
      items.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    } catch (BadCell e) {
      rejected.add(new FileReading.Rejected(row.line(), e.field(), FailureText.of(e)));
      item(row).ifPresent(id -> broken.computeIfAbsent(id, _ -> new ArrayList<>()).add(row.line()));
    }
  }

  private String wrongCells(int cells) {
    String mend =
        cells < table.header().size()
            ? "the row is cut off: export the file again"
            : "put the cell that holds a comma in quotation marks";
    return "it has %s cells and the first line names %s columns: %s"
        .formatted(cells, table.header().size(), mend);
  }

  private Map<OutlierColumn, OutlierLine.Cell> named(CsvTable.Row row) {
    Map<OutlierColumn, OutlierLine.Cell> named = new EnumMap<>(OutlierColumn.class);
    places.forEach(
        (column, at) ->
            named.put(
                column, new OutlierLine.Cell(table.header().get(at), row.cells().get(at).strip())));
    return named;
  }

  private Optional<String> item(CsvTable.Row row) {
    Integer at = places.get(OutlierColumn.ITEM_ID);
    if (at == null || at >= row.cells().size()) return Optional.empty();
    return cells.text(row.cells().get(at)).filter(id -> !Cells.isNothing(id));
  }

  private void add(String key, List<OutlierLine> lines) {
    try {
      if (broken.containsKey(key))
        throw new BadCell(
            name(OutlierColumn.ITEM_ID),
            "line %s of the same item cannot be read, and half of its pay would be wrong: mend that line"
                .formatted(broken.get(key).getFirst()));
      rows.add(work(lines));
      lines.forEach(this::remark);
    } catch (BadCell e) {
      for (OutlierLine line : lines)
        rejected.add(new FileReading.Rejected(line.line(), e.field(), FailureText.of(e)));
    }
  }

  private Work work(List<OutlierLine> lines) throws BadCell {
    OutlierLine first =
        lines.stream().filter(line -> !line.isBonus()).findFirst().orElse(lines.getFirst());
    requireItsWork(first, lines);
    String title = title(first);
    Payment payment = new Payment(CURRENCY, reward(lines), bonus(lines), null, null);
    Instant day = lines.stream().map(OutlierLine::day).max(Comparator.naturalOrder()).orElseThrow();
    Duration worked = lines.stream().map(OutlierLine::worked).reduce(Duration.ZERO, Duration::plus);
    return new Work(
        null,
        reader.worker(),
        PLATFORM,
        first.item().orElse(null),
        null,
        title,
        null,
        payment,
        new Times(null, day, worked.isZero() ? null : worked, null),
        status(lines),
        Provenance.IMPORT,
        fingerprint(first, title, payment, day),
        reader.now(),
        reader.zone());
  }

  /** Alone it would stand in place of the pay that an earlier file told of the same item. */
  private void requireItsWork(OutlierLine first, List<OutlierLine> lines) throws BadCell {
    boolean isOnlyTaken = lines.stream().allMatch(line -> line.payout().signum() < 0);
    if (isOnlyTaken && first.item().isPresent())
      throw new BadCell(
          name(OutlierColumn.ITEM_ID),
          "what is taken back for this item stands here, but not its work: export a time that holds both");
  }

  /** The project; of what is paid for no work of its own also what it is. */
  private String title(OutlierLine line) throws BadCell {
    if (line.project().isEmpty() && line.type().isEmpty())
      throw new BadCell(name(OutlierColumn.PROJECT), "it names neither project nor pay type");
    if (line.project().isEmpty()) return line.type();
    return line.worked().isZero() && !line.type().isEmpty()
        ? line.project() + ": " + line.type()
        : line.project();
  }

  /** Pay for time and what was put right or taken back; null if there is neither. */
  private static @Nullable BigDecimal reward(List<OutlierLine> lines) {
    return lines.stream()
        .filter(line -> !isOnTop(line))
        .map(OutlierLine::payout)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static @Nullable BigDecimal bonus(List<OutlierLine> lines) {
    return lines.stream()
        .filter(OutlierRows::isOnTop)
        .map(OutlierLine::payout)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static boolean isOnTop(OutlierLine line) {
    return line.isBonus() && line.payout().signum() >= 0;
  }

  /** The earliest that a line tells: an item is paid when all of it is. */
  private Status status(List<OutlierLine> lines) throws BadCell {
    Status least = lines.getFirst().status();
    for (OutlierLine line : lines) {
      if (line.status().isLost() != least.isLost())
        throw new BadCell(
            name(OutlierColumn.STATUS),
            "lines of one item say both paid and not paid: give this item one status");
      if (least.after(line.status()) == line.status()) continue;
      least = line.status();
    }
    return least;
  }

  private String fingerprint(OutlierLine line, String title, Payment payment, Instant day) {
    if (line.item().isPresent()) return Recognition.byIdentifier(PLATFORM, line.item().get());
    String what = title + " " + line.type() + " " + payment.bonuses().toPlainString();
    Times times = new Times(null, day, null, null);
    String first = Recognition.byDay(PLATFORM, what, payment, times, 0);
    int nth = alike.merge(first, 1, Integer::sum) - 1;
    return Recognition.byDay(PLATFORM, what, payment, times, nth);
  }

  private void remark(OutlierLine line) {
    if (line.kind() != OutlierLine.Kind.UNKNOWN) return;
    String taken = line.isBonus() ? "a bonus" : "pay for time";
    String type = line.type().isEmpty() ? "it names no pay type" : "the pay type is not known here";
    remarks.add(new FileReading.Remark(line.line(), type + ": it is taken as " + taken));
  }

  private String name(OutlierColumn column) {
    Integer at = places.get(column);
    return at == null ? "" : table.header().get(at);
  }
}
