package worthwhile.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;

/** Values as they stand in columns: times in milliseconds, texts that both databases can hold. */
public final class Columns {
  private Columns() {}

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  public static Optional<Instant> optionalInstant(ResultSet row, String column)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }

  /** The time in the column with this number, the first being 1. */
  public static Optional<Instant> optionalInstant(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }

  /** Reads a row. */
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** All rows that were found, read without what Jdbi does for each. */
  public static <T> ResultSetScanner<List<T>> all(Reading<T> reading) {
    return (found, _) -> {
      List<T> all = new ArrayList<>();
      try (ResultSet rows = found.get()) {
        while (rows.next()) all.add(reading.of(rows));
      }
      return all;
    };
  }

  public static Optional<Duration> optionalDuration(ResultSet row, String column)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(value));
  }

  public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static @Nullable Instant instant(ResultSet row, int column, StatementContext context)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  static @Nullable Duration duration(ResultSet row, int column, StatementContext context)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Duration.ofMillis(value);
  }

  static @Nullable Reason reason(ResultSet row, int column, StatementContext context)
      throws SQLException {
    String kept = row.getString(column);
    return kept == null || kept.isEmpty() ? null : PostingJson.readReason(kept);
  }

  /** Several words in one column, in order. */
  static String words(Collection<?> words) {
    return words.stream()
        .map(Object::toString)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static Set<String> words(ResultSet row, int column, StatementContext context)
      throws SQLException {
    String words = row.getString(column);
    return words.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(words.split(" ", -1)));
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
    for (int i = 0; i < value.length(); i++)
      if (value.charAt(i) == 0 || isHalf(value.charAt(i))) return isWhole(value);
    return true;
  }

  /** The same where there are halves, which are safe in pairs. */
  private static boolean isWhole(String value) {
    return value.codePoints().noneMatch(point -> point == 0 || isHalf(point));
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
