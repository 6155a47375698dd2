package worthwhile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import worthwhile.text.Shortened;

/** Rows in columns, for people. */
public final class TextTable {
  private static final int WIDEST = 100;

  private TextTable() {}

  public static void print(Out out, List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    int[] widths =
        IntStream.range(0, head.size())
            .map(
                i ->
                    all.stream()
                        .mapToInt(row -> Shortened.to(WIDEST, row.get(i)).length())
                        .max()
                        .orElse(0))
            .toArray();
    for (List<String> row : all) out.say("%s", line(row, widths).stripTrailing());
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> pad(Shortened.to(WIDEST, row.get(i)), widths[i]))
        .collect(Collectors.joining("  "));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
