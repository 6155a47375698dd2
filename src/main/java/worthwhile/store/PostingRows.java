package worthwhile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;

/**
 * Postings between rows and records.
 *
 * <p>{@code lastSeen} stands outside the JSON. A posting that is open was seen when its source last
 * told us all that it offers, so that moment is taken from the source and no row is written for
 * "seen again".
 */
final class PostingRows {
  /** Rows asked for at once by a list of keys. */
  private static final int CHUNK = 500;

  static final String SELECT =
      """
      select posting.json, posting.revision, posting.fingerprint, case
        when posting.state in ('open', 'evergreen') and source_seen.at > posting.last_seen
        then source_seen.at else posting.last_seen end as seen
      from posting left join source_seen on source_seen.source = posting.source
      """;

  private PostingRows() {}

  static JobPosting posting(ResultSet row, StatementContext context) throws SQLException {
    return PostingJson.readPosting(row.getString("json")).toBuilder()
        .lastSeen(Instant.ofEpochMilli(row.getLong("seen")))
        .build();
  }

  static Postings.Versioned versioned(ResultSet row, StatementContext context) throws SQLException {
    return new Postings.Versioned(posting(row, context), row.getLong("revision"));
  }

  static String json(JobPosting posting) {
    return Columns.text(PostingJson.stored(posting.toBuilder().lastSeen(null).build()));
  }

  /** The state's name in the database: the one it has in JSON. */
  static String state(PostingState state) {
    return switch (state) {
      case OPEN -> "open";
      case MISSING -> "missing";
      case CLOSED -> "closed";
      case EVERGREEN -> "evergreen";
    };
  }

  /**
   * Rows whose column is one of the values, in as many statements as it takes.
   *
   * @param sql ends where the condition begins
   */
  static <T> List<T> in(
      Handle handle, String sql, String column, Collection<String> values, RowMapper<T> mapper) {
    List<String> all = List.copyOf(new LinkedHashSet<>(values));
    List<T> rows = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<String> some = all.subList(from, Math.min(all.size(), from + CHUNK));
      rows.addAll(
          handle
              .createQuery(sql + " where " + column + " in (<values>)")
              .bindList("values", some)
              .map(mapper)
              .list());
    }
    return rows;
  }
}
