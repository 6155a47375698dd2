package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** What other sites say in sum of requesters: the newest word of each site. */
public final class Ratings {
  private static final String INSERT =
      "insert into rating (id, source, platform, requester, at, json)"
          + " values (:id, :source, :itemReviewed.platform, :itemReviewed.identifier, :at, :json)"
          + " on conflict (id) do nothing";
  private static final String REPLACE =
      "update rating set json = :json where id = :id and json <> :json";
  private static final String DATE = "update rating set at = :at where id = :id and at < :at";
  private static final String ASKED =
      "insert into rating_asked (source, platform, requester, at) values (?, ?, ?, ?)"
          + " on conflict (source, platform, requester) do update set at = excluded.at";

  private final Database database;

  public Ratings(Database database) {
    this.database = database;
  }

  /**
   * Adds or replaces; one that says what is stored already is only dated anew.
   *
   * @return how many say something new
   */
  public int put(List<AggregateRating> ratings) {
    return database.write(handle -> put(handle, ratings));
  }

  static int put(Handle handle, List<AggregateRating> ratings) {
    if (ratings.isEmpty()) return 0;
    Map<String, AggregateRating> byId = new LinkedHashMap<>();
    ratings.forEach(rating -> byId.put(rating.id(), rating));
    int news = 0;
    for (String sql : List.of(INSERT, REPLACE)) news += execute(handle, sql, byId.values());
    execute(handle, DATE, byId.values());
    return news;
  }

  private static int execute(Handle handle, String sql, Collection<AggregateRating> ratings) {
    PreparedBatch batch = handle.prepareBatch(sql);
    batch.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    for (AggregateRating rating : ratings) {
      batch
          .bindMethods(rating)
          .bind("at", rating.dateModified())
          .bind("json", PostingJson.stored(rating.at(null)))
          .add();
    }
    int written = 0;
    for (int rows : batch.execute()) written += Math.max(rows, 0);
    return written;
  }

  /** What is known of these requesters of a platform, by their ids. */
  public Map<String, List<AggregateRating>> of(String platform, Collection<String> ids) {
    if (ids.isEmpty()) return Map.of();
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select json, at from rating"
                        + " where platform = :platform and requester in (<ids>) order by source")
                .bind("platform", platform)
                .bindList("ids", List.copyOf(ids))
                .map(Ratings::rating)
                .list()
                .stream()
                .collect(Collectors.groupingBy(rating -> rating.itemReviewed().identifier())));
  }

  private static AggregateRating rating(ResultSet row, StatementContext context)
      throws SQLException {
    return PostingJson.MAPPER
        .readValue(row.getString("json"), AggregateRating.class)
        .at(Columns.instant(row, "at"));
  }

  /** Notes that a site was asked about these requesters of a platform. */
  public void asked(String source, String platform, Collection<String> ids, Instant at) {
    if (ids.isEmpty()) return;
    database.write(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(ASKED);
          for (String id : ids) batch.add(source, platform, id, at);
          return batch.execute();
        });
  }
}
