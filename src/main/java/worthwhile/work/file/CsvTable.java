package worthwhile.work.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import worthwhile.work.file.raw.Delimiter;

/**
 * A CSV file as header and rows.
 *
 * @param delimiter between cells
 * @param header names of the columns, as they stand there; a name that comes twice is numbered
 * @param rows below it, empty lines left out
 */
public record CsvTable(char delimiter, List<String> header, List<Row> rows) {
  /** More rows than anybody's history has. */
  static final int MAX_ROWS = 200_000;

  private static final int MAX_COLUMNS = 200;
  private static final int MAX_CELL = 50_000;

  /** Stands behind the last line: within an open quotation mark it becomes part of a cell. */
  private static final String END = "\uE000";

  /**
   * One row.
   *
   * @param line where it begins in the file, counted from 1
   */
  public record Row(long line, List<String> cells) {}

  public CsvTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** A table, or why the text is none. */
  public sealed interface Read {
    /** It is one. */
    record Good(CsvTable table) implements Read {}

    /**
     * It is none.
     *
     * @param reason cause and mend
     */
    record Bad(String reason) implements Read {}
  }

  /**
   * Reads a text of which a line names the columns; what stands before it is left out.
   *
   * @param delimiter absent: the one that the text tells or its first lines agree on
   */
  public static Read read(String text, Optional<Character> delimiter) {
    char between = delimiter.orElseGet(() -> Delimiter.of(text));
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = reader(Delimiter.withoutTold(text) + "\n" + END, between)) {
      for (CsvRecord csv : reader) {
        if (records.size() > MAX_ROWS + 1)
          return new Read.Bad(
              "The file has more than " + MAX_ROWS + " rows. Import it in several parts.");
        records.add(csv);
      }
    } catch (CsvParseException e) {
      return new Read.Bad(broken(e, records));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e); // Not from a text in memory.
    }
    CsvRecord last = records.removeLast();
    if (!last.getFields().equals(List.of(END)))
      return new Read.Bad(
          "The quotation mark that opens in the row of line "
              + last.getStartingLineNumber()
              + " is never closed: the file is cut off or damaged. Export it again.");
    return table(between, records);
  }

  private static CsvReader<CsvRecord> reader(String text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .build(
            CsvRecordHandler.builder()
                .maxFields(MAX_COLUMNS)
                .maxFieldSize(MAX_CELL)
                .maxRecordSize(MAX_CELL * 4)
                .build(),
            text);
  }

  private static String broken(CsvParseException e, List<CsvRecord> before) {
    long line = before.isEmpty() ? 1 : before.getLast().getStartingLineNumber();
    String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    return "After line "
        + line
        + " the file cannot be read as CSV ("
        + cause
        + "). A quotation mark may be left open, or it is no CSV file: export it again.";
  }

  private static Read table(char delimiter, List<CsvRecord> records) {
    records.removeIf(row -> row.getFields().stream().allMatch(String::isBlank));
    if (records.isEmpty()) return new Read.Bad("The file holds no rows.");
    int place = Header.place(records.stream().map(CsvRecord::getFields).toList());
    List<String> header = header(records.get(place).getFields());
    if (header.size() < 2)
      return new Read.Bad(
          "The first line names fewer than two columns. The file must be CSV with a line of column"
              + " names at its top.");
    List<Row> rows =
        records.stream()
            .skip(place + 1L)
            .map(row -> new Row(row.getStartingLineNumber(), row.getFields()))
            .toList();
    return new Read.Good(new CsvTable(delimiter, header, rows));
  }

  private static List<String> header(List<String> cells) {
    Set<String> header = new LinkedHashSet<>();
    for (String cell : cells) {
      String name = cell.strip();
      int again = 2;
      while (!header.add(name)) name = cell.strip() + " (" + again++ + ")";
    }
    return List.copyOf(header);
  }

  /** Where a column of this name stands; case and blanks around do not matter. */
  public Optional<Integer> column(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < header.size(); i++)
      if (header.get(i).toLowerCase(Locale.ROOT).equals(wanted)) return Optional.of(i);
    return Optional.empty();
  }

  /** The first rows, to look at. */
  public List<Row> first(int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }
}
