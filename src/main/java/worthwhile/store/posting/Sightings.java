package worthwhile.store.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import worthwhile.store.sql.Database;

/** Who saw which forwarded posting, told apart but not named, until two agree. */
public final class Sightings {
  private static final String INSERT =
      """
      insert into sighting (posting, print, worker, at) values (:posting, :print, :worker, :at)
      on conflict (posting, print, worker) do update set at = excluded.at
        where sighting.at < excluded.at
      """;

  private final Database database;

  public Sightings(Database database) {
    this.database = database;
  }

  /**
   * A worker saw a posting in this form.
   *
   * @param print stands for what was seen, so that two who saw different things do not agree
   * @param worker tells workers of one posting apart
   */
  public record Sighting(String posting, String print, String worker, Instant at) {}

  /** Notes these; answers the postings that two or more workers have now seen in this form. */
  static Set<String> note(Handle handle, Collection<Sighting> sightings) {
    if (sightings.isEmpty()) return Set.of();
    var batch = handle.prepareBatch(INSERT);
    for (Sighting each : sightings) batch.bindMethods(each).add();
    batch.execute();
    Set<String> agreed = new HashSet<>();
    for (Sighting each : sightings) if (workers(handle, each) >= 2) agreed.add(each.posting());
    return agreed;
  }

  private static int workers(Handle handle, Sighting like) {
    return handle
        .select(
            "select count(*) from sighting where posting = ? and print = ?",
            like.posting(),
            like.print())
        .mapTo(Integer.class)
        .one();
  }

  /** Forgets who saw these postings: it is no longer needed. */
  static void forget(Handle handle, Collection<String> postings) {
    delete(handle, postings, "posting in (<values>)", "");
  }

  /** Forgets who saw these postings in this form. */
  static void forget(Handle handle, Collection<String> postings, String print) {
    delete(handle, postings, "posting in (<values>) and print = :print", print);
  }

  private static void delete(
      Handle handle, Collection<String> postings, String condition, String print) {
    if (postings.isEmpty()) return;
    var update = handle.createUpdate("delete from sighting where " + condition);
    if (condition.contains(":print")) update.bind("print", print);
    update.bindList("values", List.copyOf(postings)).execute();
  }

  /** Forgets what is older. */
  public void deleteBefore(Instant at) {
    database.update("delete from sighting where at < ?", at);
  }
}
