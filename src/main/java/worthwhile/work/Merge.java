package worthwhile.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What rows of a file mean for what is known of a worker's work: new, changed, or known already.
 *
 * <p>A timed piece and the platform's own row of it are one: same platform, same title, and times
 * that meet. The row brings money and status, the timer keeps the time.
 */
public final class Merge {
  private final Map<String, Work> byFingerprint = new HashMap<>();

  /**
   * By title, and within it by id; noted by the worker and told by the platform apart, since only
   * those two can meet.
   */
  private final Map<String, Map<UUID, Work>> noted = new HashMap<>();

  private final Map<String, Map<UUID, Work>> told = new HashMap<>();
  private final Map<UUID, Work> added = new LinkedHashMap<>();
  private final Map<UUID, Work> changed = new LinkedHashMap<>();
  private int unchanged;

  private Merge() {}

  /**
   * What is to be written.
   *
   * @param added rows that were not known
   * @param changed rows that say something new of work that is known, with the id it has
   * @param unchanged how many rows said nothing new, those that stood twice in the file among them
   */
  public record Plan(List<Work> added, List<Work> changed, int unchanged) {
    public Plan {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
    }
  }

  /**
   * Compares.
   *
   * @param known the worker's work that may be the same: same fingerprint, or same platform and
   *     noted by herself
   */
  public static Plan plan(Collection<Work> known, Collection<Work> rows) {
    Merge merge = new Merge();
    for (Work work : known) merge.know(work);
    for (Work row : rows) merge.hear(row);
    return new Plan(
        List.copyOf(merge.added.values()), List.copyOf(merge.changed.values()), merge.unchanged);
  }

  private void know(Work work) {
    byFingerprint.put(work.fingerprint(), work);
    titles(work.provenance())
        .computeIfAbsent(title(work), _ -> new LinkedHashMap<>())
        .put(work.id(), work);
  }

  private void hear(Work row) {
    Optional<Work> same = Optional.ofNullable(byFingerprint.get(row.fingerprint()));
    Optional<Work> before = same.or(() -> notedOrTold(row));
    if (before.isEmpty()) {
      added.put(row.id(), row);
      know(row);
      return;
    }
    boolean timesOnly = same.isEmpty() && row.provenance().isNoted();
    Work now = timesOnly ? before.get().measuredAs(row) : row.over(before.get());
    if (now.equals(before.get())) unchanged++;
    else replace(before.get(), now);
  }

  private void replace(Work before, Work now) {
    byFingerprint.remove(before.fingerprint());
    Objects.requireNonNull(
            titles(before.provenance()).get(title(before)), "what is known is kept by its title")
        .remove(before.id());
    know(now);
    if (added.replace(now.id(), now) == null) changed.put(now.id(), now);
  }

  /** What the worker noted and this row tells of, or the other way round. */
  private Optional<Work> notedOrTold(Work row) {
    Map<String, Map<UUID, Work>> others = row.provenance().isNoted() ? told : noted;
    return others.getOrDefault(title(row), Map.of()).values().stream()
        .filter(work -> work.times().meets(row.times()))
        .findFirst();
  }

  private Map<String, Map<UUID, Work>> titles(Provenance provenance) {
    return provenance.isNoted() ? noted : told;
  }

  private static String title(Work work) {
    return work.platform() + "\n" + Recognition.key(work.title());
  }
}
