package worthwhile.work.file;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which line of a table names its columns: statements begin with lines about themselves. */
final class Header {
  private static final int LOOK = 40;

  /** More cells are filled in a table than in a line about it. */
  private static final int ABOUT = 2;

  /** No column is called by a date or an amount. */
  private static final Pattern VALUE = Pattern.compile("\\d[./:,-]?\\d");

  private Header() {}

  /**
   * Where it stands among the lines: the first that names two columns by usual names, else the
   * first as wide as most; only narrower lines, and those with dates or numbers, stand before it.
   */
  static int place(List<List<String>> lines) {
    List<List<String>> first = lines.subList(0, Math.min(LOOK, lines.size()));
    int most = 0;
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).stream().anyMatch(cell -> VALUE.matcher(cell).find())) continue;
      long names = first.get(i).stream().filter(Column::isName).count();
      if (names >= 2 && filled(first.get(i)) > most) return i;
      most = Math.max(most, filled(first.get(i)));
    }
    return unnamed(first);
  }

  private static int unnamed(List<List<String>> lines) {
    int usual = usualWidth(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).size() == usual && filled(lines.get(i)) > ABOUT) return i;
      if (filled(lines.get(i)) > ABOUT) return 0;
    }
    return 0;
  }

  private static int usualWidth(List<List<String>> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(List::size, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static int filled(List<String> cells) {
    return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
  }
}
