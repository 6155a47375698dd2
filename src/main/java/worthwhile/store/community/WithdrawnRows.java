package worthwhile.store.community;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Warnings that two people found wrong, of a posting or of a host that stands on lists. */
public final class WithdrawnRows {
  private final Handle handle;

  WithdrawnRows(Handle handle) {
    this.handle = handle;
  }

  /** What a warning is withdrawn of, for a posting. */
  public static String ofPosting(String id) {
    return "posting:" + id;
  }

  /** What a warning is withdrawn of, for a host. */
  public static String ofHost(String host) {
    return "host:" + host;
  }

  /** These warnings are not said of it any more. */
  public void add(String about, Collection<String> codes, String moderationCase, Instant at) {
    for (String code : Set.copyOf(codes))
      handle.execute(
          "insert into withdrawn_warning (about, code, moderation_case, at) values (?, ?, ?, ?)"
              + " on conflict (about, code) do nothing",
          about,
          code,
          moderationCase,
          at);
  }

  /** What a case withdrew may be said again; of what that is. */
  public List<String> revoke(String moderationCase) {
    List<String> about =
        handle
            .select(
                "select distinct about from withdrawn_warning where moderation_case = ?",
                moderationCase)
            .mapTo(String.class)
            .list();
    handle.execute("delete from withdrawn_warning where moderation_case = ?", moderationCase);
    return about;
  }

  /** Whether anything was ever withdrawn. */
  public boolean isAny() {
    return handle
        .select("select 1 from withdrawn_warning limit 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The codes that are withdrawn of each of these. */
  public Map<String, Set<String>> of(Collection<String> about) {
    Map<String, Set<String>> all = new HashMap<>();
    if (about.isEmpty()) return all;
    handle
        .createQuery("select about, code from withdrawn_warning where about in (<about>)")
        .bindList("about", List.copyOf(about))
        .map((row, _) -> Map.entry(row.getString("about"), row.getString("code")))
        .forEach(
            row -> all.computeIfAbsent(row.getKey(), _ -> new HashSet<>()).add(row.getValue()));
    return all;
  }
}
