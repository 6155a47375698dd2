package worthwhile.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Tasks that a worker does not want to see in her lists, the one hidden first standing first: at
 * most {@link #MOST}.
 *
 * @param ids of postings, each once
 */
public record HiddenTasks(List<String> ids) {
  /** In an address: {@code show} lists them too, an id says which was hidden last. */
  public static final String PARAMETER = "hidden";

  /** Value of {@link #PARAMETER} that lists them too. */
  public static final String SHOW = "show";

  public static final HiddenTasks NONE = new HiddenTasks(List.of());

  /** Most that a browser remembers. */
  public static final int MOST = 100;

  /** Characters of an id; a longer one is not remembered. */
  private static final int LONGEST = 200;

  public HiddenTasks {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    if (ids.size() > MOST) throw new IllegalArgumentException("too many: " + ids.size());
  }

  /** Whether this reads as the id of a posting that can be remembered. */
  public static boolean isId(String text) {
    return text.length() <= LONGEST && text.indexOf(':') > 0;
  }

  /** The last of these, as many as can be remembered: the oldest falls out first. */
  public static HiddenTasks newest(Collection<String> ids) {
    List<String> kept = new ArrayList<>(new LinkedHashSet<>(ids));
    kept.removeIf(id -> !isId(id));
    return new HiddenTasks(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /** These and others, which count as hidden later. */
  public HiddenTasks with(Collection<String> others) {
    List<String> all = new ArrayList<>(ids);
    all.removeAll(others);
    all.addAll(others);
    return newest(all);
  }

  /** These but for some. */
  public HiddenTasks without(Collection<String> some) {
    return new HiddenTasks(ids.stream().filter(id -> !some.contains(id)).toList());
  }

  /** The same without the one that was hidden first. */
  public HiddenTasks withoutFirst() {
    return new HiddenTasks(ids.subList(1, ids.size()));
  }
}
