package worthwhile.work.file;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import worthwhile.work.file.raw.FileText;

/** Reads a worker's file. Nothing is stored here, and nothing of a refused file is kept. */
public final class WorkFile {
  private WorkFile() {}

  /**
   * What is to be read, and how.
   *
   * @param name of the file; it may say the day of its rows
   * @param format absent: concluded from the file
   * @param delimiter absent: concluded from the file
   * @param mapping corrects how its columns are read
   */
  public record Wish(
      String name,
      Optional<Format> format,
      Optional<Character> delimiter,
      UnaryOperator<Mapping> mapping) {
    /** As the file itself says. */
    public static Wish plain(String name, Optional<Format> format) {
      return new Wish(name, format, Optional.empty(), UnaryOperator.identity());
    }
  }

  /** Meanings that say who and what, and nothing that counts. */
  private static final Set<Column> NAMES =
      EnumSet.of(
          Column.TITLE, Column.REQUESTER, Column.REQUESTER_ID, Column.PLATFORM, Column.CURRENCY);

  /** Reads it, row by row. */
  public static FileReading read(byte[] bytes, Wish wish, Reader reader) {
    return switch (FileText.of(bytes)) {
      case FileText.Unreadable(String reason) -> new FileReading.Refused(reason);
      case FileText.Decoded(String text, var _) -> read(text, wish, reader);
    };
  }

  private static FileReading read(String text, Wish wish, Reader reader) {
    String start = text.stripLeading();
    if (start.startsWith("<"))
      return new FileReading.Refused(
          "This is a web page, not an export: perhaps one to log in. Open the platform's export in"
              + " your browser and save the file that it gives you.");
    boolean json = start.startsWith("{") || start.startsWith("[");
    if (json) return json(text, wish, reader);
    return switch (CsvTable.read(text, wish.delimiter())) {
      case CsvTable.Read.Bad(String reason) -> new FileReading.Refused(reason);
      case CsvTable.Read.Good(CsvTable table) -> table(table, wish, reader);
    };
  }

  private static FileReading json(String text, Wish wish, Reader reader) {
    boolean mturk = wish.format().orElse(Format.MTURK_HISTORY) == Format.MTURK_HISTORY;
    if (mturk) return MturkRows.read(text, wish.name(), reader);
    return new FileReading.Refused(
        "This is JSON; " + wish.format().orElseThrow().label() + " comes as CSV.");
  }

  private static FileReading table(CsvTable table, Wish wish, Reader reader) {
    Format format = wish.format().orElseGet(() -> Format.of(table));
    if (format == Format.OUTLIER_EXPORT) return OutlierRows.read(table, reader);
    List<String> missing = format.missing(table);
    if (!missing.isEmpty())
      return refused(
          table,
          format.mapping(table, format.columns(table, reader), reader),
          "This is not \"%s\": it lacks the columns %s. Its columns are %s. Import it as any CSV and say what they mean."
              .formatted(
                  format.label(), String.join(", ", missing), String.join(", ", table.header())));
    Mapping mapping = mapping(format, table, wish, reader);
    return unknownColumns(table, mapping)
        .map(reason -> refused(table, mapping, reason))
        .orElseGet(() -> TableRows.read(format, table, mapping, reader));
  }

  /** What the cells prove is concluded after the worker has said which columns count. */
  private static Mapping mapping(Format format, CsvTable table, Wish wish, Reader reader) {
    Mapping guess = format.mapping(table, format.columns(table, reader), reader);
    Mapping named = wish.mapping().apply(guess);
    if (named.columns().equals(guess.columns())) return named;
    return wish.mapping().apply(format.mapping(table, named.columns(), reader));
  }

  private static FileReading refused(CsvTable table, Mapping mapping, String reason) {
    return new FileReading.Refused(reason, Optional.of(table), Optional.of(mapping));
  }

  private static Optional<String> unknownColumns(CsvTable table, Mapping mapping) {
    for (Map.Entry<Column, List<String>> entry : mapping.columns().entrySet())
      for (String name : entry.getValue())
        if (table.column(name).isEmpty())
          return Optional.of(
              "There is no column \"%s\" for %s; the columns are %s."
                  .formatted(name, entry.getKey().word(), String.join(", ", table.header())));
    if (!mapping.has(Column.TITLE) && !mapping.has(Column.IDENTIFIER))
      return Optional.of(
          "No column says what the work was called. The columns are %s: say which one it is (title)."
              .formatted(String.join(", ", table.header())));
    if (NAMES.containsAll(mapping.columns().keySet()))
      return Optional.of(
          "No column tells a day, pay, a time or what became of it: a list of names is no work. The columns are %s: say which one it is."
              .formatted(String.join(", ", table.header())));
    return Optional.empty();
  }
}
