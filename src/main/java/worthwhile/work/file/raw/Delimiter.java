package worthwhile.work.file.raw;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What separates the cells of a table in a text. */
public final class Delimiter {
  private static final List<Character> MARKS = List.of(',', ';', '\t', '|');
  private static final int LOOK = 20;

  /** A first line by which spreadsheets tell each other the delimiter. */
  private static final Pattern TOLD =
      Pattern.compile("\\A\\s*+\"?(?i:sep)=(?<mark>[^\\r\\n])\"?[ \\t]*+(?=[\\r\\n])");

  private Delimiter() {}

  /** The one that the first line tells, else on which the first lines agree best. */
  public static char of(String text) {
    Matcher told = TOLD.matcher(text);
    if (told.find()) return told.group("mark").charAt(0);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(LOOK).toList();
    return MARKS.stream().max(Comparator.comparingInt(mark -> agreement(lines, mark))).orElse(',');
  }

  /** The text without a line that tells the delimiter; the other lines keep their numbers. */
  public static String withoutTold(String text) {
    Matcher told = TOLD.matcher(text);
    if (!told.find()) return text;
    return "\n".repeat((int) told.group().chars().filter(c -> c == '\n').count())
        + text.substring(told.end());
  }

  /** How many lines hold the mark equally often, in hundredths, and how often they do. */
  private static int agreement(List<String> lines, char mark) {
    Map<Integer, Integer> times = new HashMap<>();
    for (String line : lines) times.merge(count(line, mark), 1, Integer::sum);
    times.remove(0);
    return times.entrySet().stream()
        .mapToInt(entry -> entry.getValue() * 100 / lines.size() + Math.min(entry.getKey(), 50))
        .max()
        .orElse(0);
  }

  /** Marks outside quotation marks. */
  private static int count(String line, char mark) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') quoted = !quoted;
      else if (c == mark && !quoted) count++;
    }
    return count;
  }
}
