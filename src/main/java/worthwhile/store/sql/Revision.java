package worthwhile.store.sql;

import org.jdbi.v3.core.Handle;

/**
 * The number that every written posting gets, higher than all before it.
 *
 * <p>It is one row, locked by the first statement of a writing transaction: on PostgreSQL too,
 * numbers become visible in the order in which they were given, so that a reader that goes on after
 * the highest it has seen misses none.
 */
public final class Revision {
  private Revision() {}

  public static void lock(Handle handle) {
    reserve(handle, 0);
  }

  public static long current(Handle handle) {
    return handle
        .select("select value from counter where name = 'revision'")
        .mapTo(Long.class)
        .one();
  }

  /** The last number given before; the next {@code count} are the caller's. */
  public static long reserve(Handle handle, int count) {
    handle.execute("update counter set value = value + ? where name = 'revision'", count);
    return current(handle) - count;
  }
}
