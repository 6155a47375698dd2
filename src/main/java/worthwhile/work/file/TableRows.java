package worthwhile.work.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Organization;
import worthwhile.text.FailureText;
import worthwhile.text.pay.SumText;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.file.word.Booked;
import worthwhile.work.file.word.StatementLines;

/** Rows of a table as work, after a mapping. A row that cannot be read ends itself alone. */
final class TableRows {
  private final CsvTable table;
  private final Mapping mapping;
  private final Reader reader;
  private final Cells cells;
  private final Map<Column, List<Integer>> places = new HashMap<>();
  private final List<Work> rows = new ArrayList<>();
  private final List<FileReading.Rejected> rejected = new ArrayList<>();
  private final List<FileReading.Remark> remarks = new ArrayList<>();
  private final Map<Column, ColumnName> names = new EnumMap<>(Column.class);
  private final Map<Column, Lengths> lengths = new EnumMap<>(Column.class);
  private final Ordinals ordinals;
  private final Optional<Integer> kind;
  private final StatementLines lines;
  private final boolean feesBelow;

  private TableRows(CsvTable table, Mapping mapping, Reader reader) {
    this.table = table;
    this.mapping = mapping;
    this.reader = reader;
    this.cells = new Cells(mapping, reader.now());
    this.ordinals = new Ordinals(mapping.zone());
    mapping.columns().keySet().forEach(column -> names.put(column, ColumnName.of(name(column))));
    mapping
        .columns()
        .forEach(
            (column, names) ->
                places.put(
                    column, names.stream().map(table::column).map(Optional::orElseThrow).toList()));
    this.kind = StatementLines.kind(table.header()).flatMap(table::column);
    this.lines =
        new StatementLines(
            all(row -> raw(row, Column.TITLE)),
            kind.map(at -> all(row -> row.cells().get(at))).orElse(List.of()));
    this.feesBelow = areFeesBelow();
  }

  /** A text of each row that has all cells, where it is filled. */
  private List<String> all(Function<CsvTable.Row, String> cell) {
    return table.rows().stream()
        .filter(row -> row.cells().size() >= table.header().size())
        .map(cell)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Whether fees are written as what they take away: none of them is above 0. */
  private boolean areFeesBelow() {
    List<Integer> signs =
        all(row -> raw(row, Column.FEE)).stream()
            .flatMap(cell -> Booked.parse(cell, mapping.decimalComma(), Optional.empty()).stream())
            .map(sum -> sum.value().signum())
            .toList();
    return signs.contains(-1) && !signs.contains(1);
  }

  /** Reads a table whose mapped columns all exist. */
  static FileReading read(Format format, CsvTable table, Mapping mapping, Reader reader) {
    TableRows reading = new TableRows(table, mapping, reader);
    reading.lengths();
    for (CsvTable.Row row : table.rows()) reading.take(row);
    return new FileReading.Understood(
        format,
        Optional.of(table),
        Optional.of(mapping),
        reading.rows,
        reading.rejected,
        reading.remarks);
  }

  /** Looks at all rows that tell start, end and length, to conclude how lengths are read. */
  private void lengths() {
    for (Column column : List.of(Column.MINUTES, Column.ELAPSED)) {
      if (!mapping.has(column)) continue;
      ColumnName name = named(column);
      boolean open = name.unit().isEmpty() || name.isHoursFirst().isEmpty();
      List<Lengths.Sample> samples = new ArrayList<>();
      if (open && mapping.has(Column.STARTED) && mapping.has(Column.SUBMITTED))
        for (CsvTable.Row row : table.rows()) sample(row, column).ifPresent(samples::add);
      List<String> all = all(row -> raw(row, column).strip());
      lengths.put(column, Lengths.of(name, mapping.decimalComma(), all, samples));
    }
  }

  private Optional<Lengths.Sample> sample(CsvTable.Row row, Column column) {
    try {
      requireWhole(row);
      Instant started = moment(row, Column.STARTED);
      Instant submitted = moment(row, Column.SUBMITTED);
      if (started == null || submitted == null || !started.isBefore(submitted))
        return Optional.empty();
      return Optional.of(
          new Lengths.Sample(raw(row, column).strip(), Duration.between(started, submitted)));
    } catch (BadCell itself) {
      return Optional.empty(); // Told when the row itself is read.
    }
  }

  private void take(CsvTable.Row row) {
    try {
      requireWhole(row);
      rows.add(work(row));
    } catch (BadCell e) {
      rejected.add(new FileReading.Rejected(row.line(), e.field(), FailureText.of(e)));
    }
  }

  private void requireWhole(CsvTable.Row row) throws BadCell {
    int wanted = table.header().size();
    List<String> cells = row.cells();
    boolean more =
        cells.size() > wanted
            && cells.subList(wanted, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    if (cells.size() >= wanted && !more) return;
    throw new BadCell(
        "",
        "it has %s cells and the first line names %s columns: %s"
            .formatted(
                cells.size(),
                wanted,
                more ? "a cell with a delimiter is not quoted" : "the row is cut off"));
  }

  private Work work(CsvTable.Row row) throws BadCell {
    String platform =
        cells.text(raw(row, Column.PLATFORM)).map(reader::platform).orElse(mapping.platform());
    Optional<String> identifier = cells.text(raw(row, Column.IDENTIFIER));
    String title = title(row, identifier);
    requireEarned(row, title);
    Payment payment = payment(row);
    Times times = times(row);
    requireNoSum(title, identifier, payment, times);
    Status status = status(row, payment);
    if (payment.isKnown() && payment.gross().signum() == 0 && !status.isLost())
      remark(row, "its pay is 0: it counts as time without money");
    Optional<String> mark =
        cells.text(raw(row, Column.FINGERPRINT)).filter(text -> text.matches("[0-9a-f]{32}"));
    lines.count(payment.gross());
    return new Work(
        null,
        reader.worker(),
        platform,
        identifier.orElse(null),
        null,
        title,
        requester(row),
        payment,
        times,
        status,
        mapping.provenance(),
        mark.orElseGet(() -> ordinals.fingerprint(platform, identifier, title, payment, times)),
        reader.now(),
        mapping.zone());
  }

  /** Statements also list payouts of what they listed before. */
  private void requireEarned(CsvTable.Row row, String title) throws BadCell {
    Optional<String> moved = lines.moved(title, kind.map(row.cells()::get).orElse(""));
    if (moved.isPresent()) throw new BadCell(name(Column.TITLE), moved.get());
  }

  /** Statements also hold lines that add up. */
  private void requireNoSum(String title, Optional<String> identifier, Payment payment, Times times)
      throws BadCell {
    boolean placed = times.at().isPresent() || identifier.isPresent();
    Optional<BigDecimal> sum = payment.isKnown() ? Optional.of(payment.gross()) : Optional.empty();
    Optional<String> total = lines.total(title, placed, sum);
    if (total.isEmpty() && !mapping.has(Column.TITLE))
      total = lines.total(identifier.orElse(""), times.at().isPresent(), sum);
    if (total.isPresent()) throw new BadCell(name(Column.TITLE), total.get());
  }

  private String title(CsvTable.Row row, Optional<String> identifier) throws BadCell {
    Optional<String> title = cells.text(raw(row, Column.TITLE));
    if (title.isPresent()) return title.get();
    if (mapping.provenance() == Provenance.TRACKER) return "Untitled entry";
    if (!mapping.has(Column.TITLE) && identifier.isPresent())
      return name(Column.IDENTIFIER) + " " + identifier.get();
    throw new BadCell(name(Column.TITLE), "it says not what the work was called");
  }

  private @Nullable Organization requester(CsvTable.Row row) {
    Optional<String> name = cells.text(raw(row, Column.REQUESTER));
    Optional<String> id = cells.text(raw(row, Column.REQUESTER_ID));
    if (name.isEmpty() && id.isEmpty()) return null;
    return new Organization(name.orElse(null), id.orElse(null), null);
  }

  private Payment payment(CsvTable.Row row) throws BadCell {
    Optional<String> own = cells.currency(name(Column.CURRENCY), raw(row, Column.CURRENCY));
    Sums sums = sums(row, own);
    for (String code : sums.named()) {
      if (sums.named().size() == 1 || own.isPresent()) break;
      Sums other = sums(row, Optional.of(code)); // "$2.00 CAD" beside "$0.00"
      if (other.named().size() == 1) sums = other;
    }
    Set<String> named = sums.named();
    own.ifPresent(named::add);
    if (named.size() > 1)
      throw new BadCell(
          name(Column.REWARD),
          "one piece of work in several currencies (" + String.join(", ", named) + ")");
    String currency = named.isEmpty() ? mapping.currency() : named.iterator().next();
    boolean any = sums.isAny();
    if (any && currency == null)
      throw new BadCell(name(Column.REWARD), "it names no currency: choose the one that is meant");
    Instant paid = moment(row, Column.PAID);
    return sums.in(any ? currency : null, paid);
  }

  /** The sums of one row. */
  private record Sums(
      Optional<SumText.Sum> reward, Optional<SumText.Sum> bonus, Optional<SumText.Sum> fee) {
    Set<String> named() {
      Set<String> named = new TreeSet<>();
      for (var sum : List.of(reward, bonus, fee))
        sum.flatMap(SumText.Sum::currency).ifPresent(named::add);
      return named;
    }

    boolean isAny() {
      return reward.isPresent() || bonus.isPresent() || fee.isPresent();
    }

    Payment in(@Nullable String currency, @Nullable Instant paid) {
      return new Payment(currency, value(reward), value(bonus), value(fee), paid);
    }

    private static @Nullable BigDecimal value(Optional<SumText.Sum> sum) {
      return sum.map(SumText.Sum::value).orElse(null);
    }
  }

  private Sums sums(CsvTable.Row row, Optional<String> told) throws BadCell {
    return new Sums(
        sum(row, Column.REWARD, told), sum(row, Column.BONUS, told), sum(row, Column.FEE, told));
  }

  /** A sum in the currency that its cell names, else in that of its column's name. */
  private Optional<SumText.Sum> sum(CsvTable.Row row, Column column, Optional<String> own)
      throws BadCell {
    if (!mapping.has(column)) return Optional.empty();
    Optional<String> header = named(column).currency();
    Optional<String> told = own.or(() -> header).or(() -> Optional.ofNullable(mapping.currency()));
    return cell(row, column, told)
        .map(
            sum ->
                sum.currency().isPresent() ? sum : bare(sum.value(), column, own.or(() -> header)));
  }

  /** Of our own export also below 0: what a platform took back. */
  private Optional<SumText.Sum> cell(CsvTable.Row row, Column column, Optional<String> told)
      throws BadCell {
    if (column == Column.FEE && feesBelow)
      return cells
          .signedSum(name(column), raw(row, column), told)
          .map(sum -> new SumText.Sum(sum.value().abs(), sum.currency()));
    boolean signed = column == Column.REWARD && mapping.has(Column.FINGERPRINT);
    return signed
        ? cells.signedSum(name(column), raw(row, column), told)
        : cells.sum(name(column), raw(row, column), told);
  }

  /** A number without a sign means what its column's name says. */
  private SumText.Sum bare(BigDecimal value, Column column, Optional<String> currency) {
    boolean minor = named(column).isMinor();
    return new SumText.Sum(minor ? value.movePointLeft(2) : value, currency);
  }

  private Times times(CsvTable.Row row) throws BadCell {
    Instant started = moment(row, Column.STARTED);
    Instant submitted = moment(row, Column.SUBMITTED);
    Duration active = span(row, Column.MINUTES);
    Duration elapsed = span(row, Column.ELAPSED);
    List<Instant> starts = moments(row, Column.STARTED, started);
    List<Instant> ends = moments(row, Column.SUBMITTED, submitted);
    if (started != null && submitted != null) {
      Optional<Duration> told = Optional.ofNullable(elapsed == null ? active : elapsed);
      ClockChange settled = ClockChange.settle(starts, ends, told);
      started = settled.started();
      submitted = settled.submitted();
    }
    if (started != null && submitted != null) submitted = pastMidnight(started, submitted);
    if (started != null && submitted != null && submitted.isBefore(started))
      throw new BadCell(
          name(Column.SUBMITTED), "the end lies before the start (" + name(Column.STARTED) + ")");
    if (elapsed == null) elapsed = Times.between(started, submitted).elapsed();
    if (active != null && elapsed != null && active.compareTo(elapsed) > 0) {
      if (active.minus(elapsed).compareTo(Duration.ofMinutes(1)) > 0)
        remark(row, "more time worked than passed from start to end: the latter is taken");
      active = elapsed;
    }
    Times times = new Times(started, submitted, active, elapsed);
    if ((active != null || elapsed != null) && times.worked().isEmpty())
      remark(row, "longer than " + Times.LONGEST.toHours() + " hours: its time does not count");
    return times;
  }

  /** Where one day serves start and end, an end before the start is one of the next day. */
  private Instant pastMidnight(Instant started, Instant submitted) {
    List<String> start = mapping.columns().getOrDefault(Column.STARTED, List.of());
    List<String> end = mapping.columns().getOrDefault(Column.SUBMITTED, List.of());
    boolean oneDay =
        start.size() == 2 && end.size() == 2 && start.getFirst().equals(end.getFirst());
    if (!oneDay || !submitted.isBefore(started)) return submitted;
    Instant next = submitted.atZone(mapping.zone()).plusDays(1).toInstant();
    boolean likely = Duration.between(started, next).compareTo(Times.LONGEST) <= 0;
    return likely ? next : submitted;
  }

  /** The moments that a cell may mean: more than the one that was read where clocks are changed. */
  private List<Instant> moments(CsvTable.Row row, Column column, @Nullable Instant read) {
    if (read == null) return List.of();
    ZoneId zone = mapping.zone();
    if (named(column).zone().isPresent() || !ClockChange.isNear(read, zone)) return List.of(read);
    Optional<LocalDateTime> shown = cells.shown(raw(row, column));
    if (shown.filter(time -> ClockChange.isSkipped(time, zone)).isPresent())
      remark(
          row,
          "on that day no clock of %s showed %s: check the time zone"
              .formatted(zone, shown.get().toLocalTime()));
    return shown.map(time -> ClockChange.moments(time, zone)).orElse(List.of(read));
  }

  private @Nullable Instant moment(CsvTable.Row row, Column column) throws BadCell {
    Optional<ZoneId> zone = mapping.has(column) ? named(column).zone() : Optional.empty();
    return cells.moment(name(column), raw(row, column), zone).orElse(null);
  }

  private @Nullable Duration span(CsvTable.Row row, Column column) throws BadCell {
    List<String> parts = mapping.columns().getOrDefault(column, List.of());
    if (parts.isEmpty()) return null;
    if (parts.size() > 1) return together(row, column, parts);
    return cells
        .span(
            name(column),
            raw(row, column),
            Objects.requireNonNull(lengths.get(column), "lengths() looks at each mapped column"))
        .orElse(null);
  }

  /** A length in several columns, hours beside minutes. */
  private @Nullable Duration together(CsvTable.Row row, Column column, List<String> parts)
      throws BadCell {
    List<Integer> at = Objects.requireNonNull(places.get(column), "each mapped column has places");
    Duration sum = Duration.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      ColumnName part = ColumnName.of(parts.get(i));
      Lengths own = Lengths.of(part, mapping.decimalComma(), List.of(), List.of());
      String cell = row.cells().get(at.get(i));
      sum = sum.plus(cells.span(parts.get(i), cell, own).orElse(Duration.ZERO));
    }
    return sum.isZero() ? null : sum;
  }

  /** The status that the row tells; a day of payment says paid as well. */
  private Status status(CsvTable.Row row, Payment payment) throws BadCell {
    Optional<Status> told = cells.status(name(Column.STATUS), raw(row, Column.STATUS));
    return told.orElse(payment.paid() == null ? mapping.status() : Status.PAID);
  }

  private void remark(CsvTable.Row row, String text) {
    remarks.add(new FileReading.Remark(row.line(), text));
  }

  /** The cells of a meaning, joined by a blank; empty if none is mapped. */
  private String raw(CsvTable.Row row, Column column) {
    List<Integer> at = places.get(column);
    if (at == null) return "";
    if (at.size() == 1) return row.cells().get(at.getFirst());
    return String.join(" ", at.stream().map(row.cells()::get).toList()).strip();
  }

  private ColumnName named(Column column) {
    return Objects.requireNonNull(names.get(column), "the constructor names each mapped column");
  }

  private String name(Column column) {
    List<String> names = mapping.columns().get(column);
    return names == null ? column.word() : String.join(" + ", names);
  }
}
