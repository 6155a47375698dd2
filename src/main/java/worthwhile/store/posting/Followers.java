package worthwhile.store.posting;

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
}
