package worthwhile.work.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.word.Worded;
import worthwhile.work.Recognition;
import worthwhile.work.file.word.FileWords;

/** What a column of somebody's file may mean; the names that such columns carry are in a list. */
public enum Column implements Worded {
  TITLE("What the work was called"),
  STARTED("When it began"),
  SUBMITTED("When it was handed in"),
  MINUTES("Time really worked"),
  ELAPSED("Time by the clock, with breaks"),
  REWARD("Pay promised"),
  BONUS("Bonus"),
  FEE("Fee that the platform keeps"),
  CURRENCY("Currency"),
  PAID("When it was paid"),
  STATUS("What became of it"),
  REQUESTER("Who offered it"),
  REQUESTER_ID("The requester's id"),
  IDENTIFIER("The platform's id of it"),
  PLATFORM("Platform"),
  FINGERPRINT("Worthwhile's own mark");

  private static final int LONGEST = 60;

  private static final Map<Column, Map<String, Integer>> NAMES = names();

  private final String label;

  Column(String label) {
    this.label = label;
  }

  private static Map<Column, Map<String, Integer>> names() {
    FileWords vocabulary = FileWords.of("columns.txt");
    Map<Column, Map<String, Integer>> names = new EnumMap<>(Column.class);
    for (Column column : values()) {
      Map<String, Integer> ranks = new HashMap<>();
      List<String> words = vocabulary.words(column.word());
      for (int i = 0; i < words.size(); i++) ranks.putIfAbsent(key(words.get(i)), i);
      names.put(column, ranks);
    }
    return names;
  }

  /** Without accents; the order of words does not matter: "date completed", "completed date". */
  private static String key(String name) {
    return Stream.of(Recognition.key(name).split(" ")).sorted().collect(Collectors.joining(" "));
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** The meanings that a bare header may have, each with how well it fits: 0 for the best. */
  static Map<Column, Integer> fits(String bare) {
    String key = key(bare);
    Map<Column, Integer> fits = new EnumMap<>(Column.class);
    NAMES.forEach(
        (column, ranks) -> {
          Integer rank = ranks.get(key);
          if (rank != null) fits.put(column, rank);
        });
    return fits;
  }

  /** Whether a cell is a usual name of a column. */
  static boolean isName(String cell) {
    return !cell.isBlank()
        && cell.length() <= LONGEST
        && !fits(ColumnName.of(cell).bare()).isEmpty();
  }
}
