package worthwhile.store.sql;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Small facts about the instance itself, by name: the index version, the time of the first run. */
public final class Meta {
  public static final String GENERATION = "generation";

  private final Database database;

  public Meta(Database database) {
    this.database = database;
  }

  /** What stands under the name. */
  public Optional<String> get(String name) {
    return database.read(handle -> get(handle, name));
  }

  public static Optional<String> get(Handle handle, String name) {
    return handle
        .select("select value from meta where name = ?", name)
        .mapTo(String.class)
        .findOne();
  }

  /** Everything whose name begins so, by name. */
  public SortedMap<String, String> beginningWith(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    database.list(
        (row, _) -> found.put(row.getString("name"), row.getString("value")),
        "select name, value from meta where substr(name, 1, ?) = ?",
        prefix.length(),
        prefix);
    return found;
  }

  /** Replaces what stands under the name. */
  public void put(String name, String value) {
    database.write(handle -> put(handle, name, value));
  }

  public static int put(Handle handle, String name, String value) {
    return handle.execute(
        "insert into meta (name, value) values (?, ?) on conflict (name)"
            + " do update set value = excluded.value",
        name,
        value);
  }

  /** What stands under the name after this: the value given only if there was none. */
  public String putIfAbsent(String name, String value) {
    return database.write(
        handle -> {
          handle.execute(
              "insert into meta (name, value) values (?, ?) on conflict (name) do nothing",
              name,
              value);
          return handle
              .select("select value from meta where name = ?", name)
              .mapTo(String.class)
              .one();
        });
  }
}
