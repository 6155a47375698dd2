package worthwhile.work.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import worthwhile.posting.word.Worded;
import worthwhile.text.pay.SumText;
import worthwhile.work.Status;

/**
 * What a worker says of how a file is to be read, by words: {@code column.title} names a column
 * (two are joined by a plus between blanks, {@code -} is none), {@code platform}, {@code currency},
 * {@code zone}, {@code status}, {@code dates} ({@code day-first}, {@code month-first}) and {@code
 * decimals} ({@code comma}, {@code point}). Anything else is not looked at.
 */
public record Corrections(Map<String, String> words) {
  /** What stands before the word of a column. */
  public static final String COLUMN = "column.";

  /** What names no column. */
  public static final String NONE = "-";

  public Corrections {
    words = Map.copyOf(words);
  }

  /**
   * The mapping as corrected.
   *
   * @throws IllegalArgumentException if a word is not understood, with what is allowed
   */
  public Mapping apply(Mapping guess, Reader reader) {
    Mapping mapping = guess.with(columns());
    for (Map.Entry<String, String> word : words.entrySet())
      mapping = apply(mapping, word.getKey(), word.getValue().strip(), reader);
    return mapping;
  }

  private static Mapping apply(Mapping mapping, String name, String value, Reader reader) {
    if (value.isEmpty()) return mapping;
    return switch (name) {
      case "platform" -> mapping.withPlatform(reader.platform(value));
      case "currency" -> mapping.withCurrency(currency(value));
      case "zone" -> mapping.withZone(zone(value));
      case "status" -> mapping.withStatus(status(value));
      case "dates" -> mapping.withDayFirst(one(name, value, "day-first", "month-first"));
      case "decimals" -> mapping.withDecimalComma(one(name, value, "comma", "point"));
      default -> mapping;
    };
  }

  private Map<Column, List<String>> columns() {
    Map<Column, List<String>> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String name = words.get(COLUMN + column.word());
      if (name == null || name.isEmpty()) continue;
      columns.put(column, name.equals(NONE) ? List.of() : List.of(name.split(" \\+ ")));
    }
    return columns;
  }

  private static String currency(String value) {
    return SumText.currency(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "currency " + value + " is not known: give a code such as USD, GBP, EUR."));
  }

  /** A time zone by its name. */
  public static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "time zone " + value + " is not known: give a name such as Europe/London.", e);
    }
  }

  private static Status status(String value) {
    return Worded.of(Status.class, value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status "
                        + value
                        + " is not known: allowed are pending, approved, paid, rejected, returned,"
                        + " screened-out, timed-out, abandoned."));
  }

  private static boolean one(String name, String value, String yes, String no) {
    if (value.equals(yes)) return true;
    if (value.equals(no)) return false;
    throw new IllegalArgumentException(
        "%s %s is not known: allowed are %s and %s.".formatted(name, value, yes, no));
  }
}
