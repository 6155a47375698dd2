package worthwhile.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known after several files were taken in one after another. */
public final class MergedFiles {
  private MergedFiles() {}

  /** The work, in the order in which it became known. */
  public static List<Work> of(List<List<Work>> files) {
    Map<UUID, Work> known = new LinkedHashMap<>();
    for (List<Work> rows : files) {
      Merge.Plan plan = Merge.plan(List.copyOf(known.values()), rows);
      plan.added().forEach(work -> known.put(work.id(), work));
      plan.changed().forEach(work -> known.put(work.id(), work));
    }
    return List.copyOf(known.values());
  }
}
