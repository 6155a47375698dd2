package worthwhile.store.posting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import worthwhile.posting.Posting;
import worthwhile.store.sql.CompiledMigration;
import worthwhile.store.sql.Values;

/**
 * Step 15 of the tables: a posting keeps what the other copies of its task state, and those of
 * before name all their copies. Nothing gets a new revision: the index is of another format too,
 * and is filled again.
 */
public final class JoinCopies extends CompiledMigration {
  /** Number of this step. */
  public static final int VERSION = 15;

  private static final String UPDATE =
      "update posting set duplicates = ?, restrictions = ? where id = ?";

  public JoinCopies() {
    super(VERSION, "join copies");
  }

  /** What a posting is without its assessment: of that there were fewer columns at this step. */
  private static final String AS_THEN =
      """
      select posting.id, posting.source, posting.platform, posting.identifier, posting.title,
        posting.json, posting.first_seen, posting.state, posting.state_reason,
        posting.reposts, posting.duplicates, posting.restrictions, posting.confirmed,
        posting.last_seen as seen, null as pay, null as not_known, null as reputation,
        null as risk, null as warnings, null as not_checked
      from posting
      """;

  @Override
  public void migrate(Context context) throws SQLException {
    try (var statement = context.getConnection().createStatement()) {
      statement.execute("alter table posting add column restrictions text");
    }
    Jdbi.create(context.getConnection())
        .registerArgument(new Values())
        .useHandle(
            handle -> {
              List<Posting> naming =
                  handle
                      .select(AS_THEN + " where posting.duplicates is not null")
                      .map(PostingRows::posting)
                      .list();
              Map<String, Posting> joined = Copies.joined(naming, ids -> byIds(handle, ids));
              try (PreparedStatement update = context.getConnection().prepareStatement(UPDATE)) {
                for (Posting posting : joined.values()) {
                  update.setString(1, PostingRows.duplicates(posting.standing()));
                  update.setString(2, PostingRows.restrictions(posting.standing()));
                  update.setString(3, posting.id());
                  update.addBatch();
                }
                update.executeBatch();
              }
            });
  }

  private static Map<String, Posting> byIds(Handle handle, Collection<String> ids) {
    return PostingRows.in(handle, AS_THEN, "posting.id", ids, PostingRows::posting).stream()
        .collect(Collectors.toMap(Posting::id, Function.identity()));
  }
}
