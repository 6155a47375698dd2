package worthwhile.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;

/**
 * Values as they stand in {@code in (…)}. The last is repeated until there are as many as a power
 * of two, which changes no answer: so few different statements come of it, and each is read only
 * once by those who prepare statements.
 */
public final class InLists {
  private static final int MOST = 512;

  private InLists() {}

  /** The values in groups that fit into one statement. */
  public static <T> List<List<T>> of(Collection<T> values) {
    return values.stream().gather(Gatherers.windowFixed(MOST)).map(InLists::steady).toList();
  }

  /** The values in one group; they must not be none. */
  public static <T> List<T> steady(List<T> values) {
    int size = Integer.highestOneBit(2 * values.size() - 1);
    if (size == values.size()) return values;
    List<T> all = new ArrayList<>(size);
    all.addAll(values);
    while (all.size() < size) all.add(values.getLast());
    return all;
  }
}
