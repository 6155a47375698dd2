package worthwhile.work.file;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import worthwhile.work.Provenance;
import worthwhile.work.Status;

/**
 * How the columns of a table are to be read.
 *
 * @param columns what each meaning is read from: one column, or two that belong together (a date
 *     and its time)
 * @param platform id of the platform where no column names it
 * @param currency code to take where neither the cell nor a column names one; null: such rows are
 *     refused
 * @param zone of dates that carry none
 * @param dayFirst whether 03/04/2026 is the 3 April
 * @param decimalComma whether 1,50 is one and a half
 * @param certain whether the file or the worker says so; else 1,500 and 1.500 are refused
 * @param status of rows that tell none and no day of payment
 * @param provenance how such rows became known
 */
public record Mapping(
    Map<Column, List<String>> columns,
    String platform,
    @Nullable String currency,
    ZoneId zone,
    boolean dayFirst,
    boolean decimalComma,
    boolean certain,
    Status status,
    Provenance provenance) {
  public Mapping {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(provenance, "provenance");
    EnumMap<Column, List<String>> copy = new EnumMap<>(Column.class);
    columns.forEach((column, names) -> copy.put(column, List.copyOf(names)));
    columns = copy;
  }

  /** With some meanings read from elsewhere; an empty list takes a meaning away. */
  public Mapping with(Map<Column, List<String>> more) {
    Map<Column, List<String>> all = new EnumMap<>(Column.class);
    all.putAll(columns);
    more.forEach(
        (column, names) -> {
          if (names.isEmpty()) all.remove(column);
          else all.put(column, names);
        });
    return new Mapping(
        all, platform, currency, zone, dayFirst, decimalComma, certain, status, provenance);
  }

  public Mapping withPlatform(String id) {
    return new Mapping(
        columns, id, currency, zone, dayFirst, decimalComma, certain, status, provenance);
  }

  public Mapping withCurrency(String code) {
    return new Mapping(
        columns, platform, code, zone, dayFirst, decimalComma, certain, status, provenance);
  }

  public Mapping withZone(ZoneId id) {
    return new Mapping(
        columns, platform, currency, id, dayFirst, decimalComma, certain, status, provenance);
  }

  public Mapping withDayFirst(boolean first) {
    return new Mapping(
        columns, platform, currency, zone, first, decimalComma, certain, status, provenance);
  }

  public Mapping withDecimalComma(boolean comma) {
    return new Mapping(
        columns, platform, currency, zone, dayFirst, comma, true, status, provenance);
  }

  public Mapping withStatus(Status other) {
    return new Mapping(
        columns, platform, currency, zone, dayFirst, decimalComma, certain, other, provenance);
  }

  /** With rows that became known in another way. */
  Mapping as(Provenance other) {
    return new Mapping(
        columns, platform, currency, zone, dayFirst, decimalComma, certain, status, other);
  }

  /** Whether anything is read for this meaning. */
  public boolean has(Column column) {
    return columns.containsKey(column);
  }
}
