package worthwhile.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;

/** Values as they stand in columns: times in milliseconds, texts that both databases can hold. */
public final class Columns {
  private Columns() {}

  public static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  public static Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  public static Optional<Instant> optionalInstant(ResultSet row, String column)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }

  public static Optional<Duration> optionalDuration(ResultSet row, String column)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(value));
  }

  public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** A reason as it is kept; null for none. */
  public static String reason(Reason reason) {
    return reason == null ? null : text(PostingJson.stored(reason));
  }

  public static Optional<Reason> optionalReason(ResultSet row, String column) throws SQLException {
    return optionalText(row, column).filter(kept -> !kept.isEmpty()).map(PostingJson::readReason);
  }

  /** Several words in one column, in order. */
  static String words(Collection<?> words) {
    return words.stream()
        .map(Object::toString)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  public static List<String> words(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
  }

  /**
   * The text as it comes back from either database: PostgreSQL takes no U+0000 and no half
   * surrogate pair, SQLite changes the latter, and a text that changes on its way would look like a
   * changed posting at every run.
   */
  public static String text(String value) {
    if (value == null || isSafe(value)) return value;
    var safe = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(point -> point != 0)
        .forEach(point -> safe.appendCodePoint(isHalf(point) ? 0xFFFD : point));
    return safe.toString();
  }

  private static boolean isSafe(String value) {
    return value.codePoints().noneMatch(point -> point == 0 || isHalf(point));
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
