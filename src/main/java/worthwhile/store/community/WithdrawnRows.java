package worthwhile.store.community;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import worthwhile.warning.JudgedWords;

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

  /**
   * These warnings are not said of it any more.
   *
   * @param judged the words that were judged; absent if it holds whatever is said
   */
  public void add(
      String about,
      Collection<String> codes,
      Optional<JudgedWords> judged,
      String moderationCase,
      Instant at) {
    for (String code : Set.copyOf(codes))
      handle.execute(
          "insert into withdrawn_warning (about, code, moderation_case, judged, at)"
              + " values (?, ?, ?, ?, ?) on conflict (about, code) do update set"
              + " moderation_case = excluded.moderation_case, judged = excluded.judged,"
              + " at = excluded.at",
          about,
          code,
          moderationCase,
          judged.map(JudgedWords::write).orElse(null),
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

  /** A warning that is withdrawn of something, and the words that were judged; absent for any. */
  public record Withdrawn(String about, String code, Optional<JudgedWords> judged) {}

  /** What is withdrawn of each of these. */
  public List<Withdrawn> judged(Collection<String> about) {
    if (about.isEmpty()) return List.of();
    return handle
        .createQuery("select about, code, judged from withdrawn_warning where about in (<about>)")
        .bindList("about", List.copyOf(about))
        .map(
            (row, _) ->
                new Withdrawn(
                    row.getString("about"),
                    row.getString("code"),
                    Optional.ofNullable(row.getString("judged")).map(JudgedWords::read)))
        .list();
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
