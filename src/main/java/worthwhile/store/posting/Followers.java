package worthwhile.store.posting;

import java.time.Instant;
import java.util.Optional;
import worthwhile.store.sql.Database;

/** How far each follower of the change log has come. */
public final class Followers {
  private final Database database;

  public Followers(Database database) {
    this.database = database;
  }

  /** The revision up to which a follower has heard everything; absent if it never followed. */
  public Optional<Long> revision(String follower) {
    return database.find(Long.class, "select revision from follower where name = ?", follower);
  }

  /** Notes that a follower has heard everything up to a revision. */
  public void followed(String follower, long revision, Instant at) {
    database.update(
        "insert into follower (name, revision, at) values (?, ?, ?) on conflict (name)"
            + " do update set revision = excluded.revision, at = excluded.at",
        follower,
        revision,
        at);
  }
}
