package worthwhile.store.work;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import worthwhile.store.sql.Database;
import worthwhile.work.Recognition;
import worthwhile.work.Work;

/**
 * Finds what an account has that may be the same as rows of a file: of the same fingerprint, or of
 * the same platform and title where one is noted by the worker and the other told by the platform.
 */
final class KnownWork {
  private static final Comparator<Work> NEWEST_FIRST =
      Comparator.comparing((Work work) -> work.times().at().orElse(Instant.EPOCH))
          .thenComparing(Work::recorded)
          .reversed()
          .thenComparing(work -> work.id().toString());

  private final Handle handle;
  private final String account;
  private final Map<UUID, Work> found = new LinkedHashMap<>();

  private KnownWork(Handle handle, String account) {
    this.handle = handle;
    this.account = account;
  }

  /** What may be the same as these rows, the newest first. */
  static List<Work> of(Handle handle, String account, Collection<Work> rows) {
    KnownWork known = new KnownWork(handle, account);
    known.find(
        Optional.empty(),
        "fingerprint in (<values>)",
        rows.stream().map(Work::fingerprint).toList());
    known.findByTitle(rows, false, "provenance <> 'import'");
    known.findByTitle(rows, true, "provenance = 'import'");
    return known.found.values().stream().sorted(NEWEST_FIRST).toList();
  }

  private void findByTitle(Collection<Work> rows, boolean noted, String others) {
    Map<String, TreeSet<String>> titles =
        rows.stream()
            .filter(row -> row.provenance().isNoted() == noted)
            .collect(
                Collectors.groupingBy(
                    Work::platform,
                    TreeMap::new,
                    Collectors.mapping(
                        row -> Recognition.key(row.title()),
                        Collectors.toCollection(TreeSet::new))));
    titles.forEach(
        (platform, keys) ->
            find(
                Optional.of(platform),
                "platform = :platform and title_key in (<values>) and " + others,
                List.copyOf(keys)));
  }

  private void find(Optional<String> platform, String condition, List<String> values) {
    String sql = WorkRows.SELECT + " where account = :account and " + condition;
    for (List<String> chunk : Database.chunks(values)) {
      var query = handle.createQuery(sql).bind("account", account).bindList("values", chunk);
      platform.ifPresent(id -> query.bind("platform", id));
      query.map(WorkRows::work).forEach(work -> found.put(work.id(), work));
    }
  }
}
