package worthwhile.store.source;

import java.util.Optional;
import worthwhile.store.sql.Database;

/**
 * What the last whole reading of each source's listing came to, one text a source. It holds for
 * whoever reads by the same program, definitions and rates, and may be lost at any time: then the
 * listing is read once more.
 */
public final class KnownListings {
  private final Database database;

  public KnownListings(Database database) {
    this.database = database;
  }

  /** What is known of the source's listing by this basis. */
  public Optional<String> find(String source, String basis) {
    return database.find(
        String.class,
        "select listing from known_listing where source = ? and basis = ?",
        source,
        basis);
  }

  /** Keeps what is known now, in place of what was. */
  public void keep(String source, String basis, String listing) {
    database.write(
        handle ->
            handle.execute(
                """
                insert into known_listing (source, basis, listing) values (?, ?, ?)
                on conflict (source) do update set basis = excluded.basis, listing = excluded.listing
                """,
                source,
                basis,
                listing));
  }

  /** Nothing is known of the source any longer; writes only where something was. */
  public void forget(String source) {
    String known = "select 1 from known_listing where source = ?";
    if (database.find(Integer.class, known, source).isEmpty()) return;
    database.write(handle -> handle.execute("delete from known_listing where source = ?", source));
  }
}
