package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Subject;

/** Reads what this room keeps in columns. */
final class StatementColumns {
  private StatementColumns() {}

  /** A word of a kind; a word that is no longer known is an error of the database. */
  static <E extends Enum<E> & Worded> E word(ResultSet row, String column, Class<E> kind)
      throws SQLException {
    return ifAny(row, column, kind)
        .orElseThrow(() -> new IllegalStateException("no " + kind.getSimpleName() + " in a row"));
  }

  static <E extends Enum<E> & Worded> Optional<E> ifAny(ResultSet row, String column, Class<E> kind)
      throws SQLException {
    String word = row.getString(column);
    return word == null ? Optional.empty() : Worded.of(kind, word);
  }

  static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : (Integer) value;
  }

  static @Nullable Boolean truth(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : (Boolean) (value == 1);
  }

  static Subject subject(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return Subject.parse(text)
        .orElseThrow(() -> new IllegalStateException("no subject in a row: " + text));
  }

  static Optional<RequesterId> requester(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? Optional.empty() : RequesterId.parse(text);
  }
}
