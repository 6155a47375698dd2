package worthwhile.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requesters as the stored postings name them. */
public final class Requesters {
  private final Database database;

  Requesters(Database database) {
    this.database = database;
  }

  /**
   * A requester of a platform.
   *
   * @param identifier the id on the platform
   * @param names all that were seen, the newest first
   * @param open how many postings are open now, evergreen ones among them
   */
  public record Known(String identifier, List<String> names, int open) {
    public Known {
      names = List.copyOf(names);
    }
  }

  /** What the postings tell of these requesters of a platform, by id; those without any lack. */
  public Map<String, Known> known(String platform, Collection<String> ids) {
    if (ids.isEmpty()) return Map.of();
    Map<String, Known> known = new LinkedHashMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select requester_id, requester,
                          sum(case when state in ('open', 'evergreen') then 1 else 0 end) as number
                        from posting
                        where platform = :platform and requester_id in (<values>)
                        group by requester_id, requester
                        order by requester_id, max(revision) desc
                        """)
                    .bind("platform", platform)
                    .bindList("values", List.copyOf(ids))
                    .map(
                        (row, _) ->
                            new Known(
                                row.getString("requester_id"),
                                List.of(row.getString("requester")),
                                row.getInt("number")))
                    .list())
        .forEach(each -> known.merge(each.identifier(), each, Requesters::joined));
    return known;
  }

  private static Known joined(Known newer, Known older) {
    List<String> names = new ArrayList<>(newer.names());
    names.addAll(older.names());
    return new Known(newer.identifier(), names, newer.open() + older.open());
  }

  /** Ids under which a name is known on a platform. */
  public List<String> ids(String platform, String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select distinct requester_id from posting where platform = :platform"
                        + " and requester = :name and requester_id is not null"
                        + " order by requester_id limit 50")
                .bind("platform", platform)
                .bind("name", Columns.text(name))
                .mapTo(String.class)
                .list());
  }

  /**
   * Ids of requesters of a platform whom a site is to be asked about: first those it was never
   * asked about, then those it was asked about longest ago.
   *
   * @param source the site
   */
  public List<String> toAsk(String source, String platform, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select posting.requester_id from posting
                    left join rating_asked on rating_asked.source = :source
                      and rating_asked.platform = posting.platform
                      and rating_asked.requester = posting.requester_id
                    where posting.platform = :platform and posting.requester_id is not null
                    group by posting.requester_id
                    order by coalesce(max(rating_asked.at), 0), max(posting.last_seen) desc,
                      posting.requester_id
                    limit :limit
                    """)
                .bind("source", source)
                .bind("platform", platform)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }
}
