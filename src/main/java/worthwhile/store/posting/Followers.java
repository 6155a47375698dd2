package worthwhile.store.posting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** How far each follower of the change log has come. */
public final class Followers {
  private final Database database;

  public Followers(Database database) {
    this.database = database;
  }

  /** The revision up to which a follower has heard everything; absent if it never followed. */
  public Optional<Long> revision(String follower) {
    return database.read(
        handle ->
            handle
                .createQuery("select revision from follower where name = :name")
                .bind("name", follower)
                .mapTo(Long.class)
                .findOne());
  }

  /** Notes that a follower has heard everything up to a revision. */
  public void followed(String follower, long revision, Instant at) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "insert into follower (name, revision, at) values (:name, :revision, :at)"
                        + " on conflict (name) do update set revision = excluded.revision,"
                        + " at = excluded.at")
                .bind("name", follower)
                .bind("revision", revision)
                .bind("at", Columns.millis(at))
                .execute());
  }

  /** All followers with the revisions that they have come to, by name. */
  public Map<String, Long> all() {
    return database.read(
        handle ->
            handle
                .createQuery("select name, revision from follower")
                .reduceRows(
                    new TreeMap<String, Long>(),
                    (all, row) -> {
                      all.put(
                          row.getColumn("name", String.class),
                          row.getColumn("revision", Long.class));
                      return all;
                    }));
  }
}
