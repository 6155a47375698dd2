package worthwhile.store.community;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.Conduct;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** What reviews come to, for each requester of whom somebody says something. */
public final class ConductRows {
  private final Handle handle;

  ConductRows(Handle handle) {
    this.handle = handle;
  }

  /** Whether anything is said of anybody. */
  public boolean isAny() {
    return handle
        .select("select 1 from conduct limit 1")
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** What is said of one, by the id that stands for all merged into it. */
  public Optional<Conduct> of(RequesterId head) {
    return handle
        .select("select json from conduct where requester = ?", head)
        .mapTo(String.class)
        .findFirst()
        .map(ConductRows::read);
  }

  /** What is said of these, by each id that was asked for; the others lack. */
  public Map<RequesterId, Conduct> of(Collection<RequesterId> requesters) {
    Map<String, String> heads = heads(requesters.stream().map(RequesterId::toString).toList());
    Map<String, Conduct> said = said(new LinkedHashSet<>(heads.values()));
    Map<RequesterId, Conduct> found = new HashMap<>();
    for (RequesterId requester : requesters) {
      Conduct conduct = said.get(heads.get(requester.toString()));
      if (conduct != null) found.put(requester, conduct);
    }
    return found;
  }

  /** Who stands for whom; one that is not known stands for itself. */
  private Map<String, String> heads(Collection<String> ids) {
    Map<String, String> heads = new HashMap<>();
    for (String id : ids) heads.put(id, id);
    for (List<String> some : Database.chunks(heads.keySet()))
      handle
          .createQuery(
              "select id, merged_into from requester"
                  + " where merged_into is not null and id in (<ids>)")
          .bindList("ids", some)
          .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(each -> heads.put(each.getKey(), each.getValue()));
    return heads;
  }

  private Map<String, Conduct> said(Collection<String> heads) {
    Map<String, Conduct> said = new HashMap<>();
    for (List<String> some : Database.chunks(heads))
      handle
          .createQuery("select requester, json from conduct where requester in (<ids>)")
          .bindList("ids", some)
          .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(each -> said.put(each.getKey(), read(each.getValue())));
    return said;
  }

  /** What is said of everybody, by the id that stands for all merged into it. */
  public Map<RequesterId, Conduct> all() {
    Map<RequesterId, Conduct> all = new HashMap<>();
    handle
        .createQuery("select requester, json from conduct")
        .map((row, _) -> Map.entry(row.getString(1), read(row.getString(2))))
        .forEach(
            each -> RequesterId.parse(each.getKey()).ifPresent(id -> all.put(id, each.getValue())));
    return all;
  }

  /** Replaces what is said of one; absent if nobody says anything any more. */
  public void put(RequesterId head, Optional<Conduct> conduct, Instant at) {
    if (conduct.isEmpty()) {
      handle.execute("delete from conduct where requester = ?", head);
      return;
    }
    Conduct said = conduct.get();
    handle.execute(
        """
        insert into conduct (requester, score, low, json, at) values (?, ?, ?, ?, ?)
        on conflict (requester) do update set score = excluded.score, low = excluded.low,
          json = excluded.json, at = excluded.at
        """,
        head,
        said.score() == null ? null : (Double) said.score().doubleValue(),
        said.low() == null ? null : (Double) said.low().doubleValue(),
        Columns.text(PostingJson.stored(said)),
        at);
  }

  private static Conduct read(String json) {
    return PostingJson.MAPPER.readValue(json, Conduct.class);
  }
}
