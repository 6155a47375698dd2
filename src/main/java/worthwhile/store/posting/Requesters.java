package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.RequesterId;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Revision;

/** Requesters: who offered the stored postings, under which names, and who turned out to be one. */
public final class Requesters {
  private final Database database;

  public Requesters(Database database) {
    this.database = database;
  }

  /**
   * A name and when it was seen.
   *
   * @param first when a posting first carried it
   * @param last when one last did
   */
  public record Name(String name, Instant first, Instant last) {}

  /**
   * A requester.
   *
   * @param id the one that stands for all that were merged into it
   * @param members all ids that are one requester, this one first
   * @param names all that were seen, the newest first
   * @param open how many postings are open now, evergreen ones among them
   */
  public record Known(RequesterId id, List<RequesterId> members, List<Name> names, int open) {
    public Known {
      members = List.copyOf(members);
      names = List.copyOf(names);
    }
  }

  /** What is known of a requester; absent if no stored posting is hers. */
  public Optional<Known> known(RequesterId id) {
    return database.read(handle -> known(handle, id));
  }

  /** What is known of these requesters of a platform, by the platform's ids; others lack. */
  public Map<String, Known> known(String platform, Collection<String> identifiers) {
    return database.read(
        handle -> {
          Map<String, Known> all = new LinkedHashMap<>();
          for (String each : identifiers)
            known(handle, RequesterId.identified(platform, each))
                .ifPresent(known -> all.put(each, known));
          return all;
        });
  }

  private static Optional<Known> known(Handle handle, RequesterId id) {
    List<RequesterId> members = members(handle, id);
    if (members.isEmpty()) return Optional.empty();
    List<Name> names =
        handle
            .select(
                """
                select name, min(first_seen) as first, max(last_seen) as last from requester_name
                where requester in (<ids>) group by name
                order by max(last_seen) desc, max(first_seen) desc, name
                """)
            .bindList("ids", members)
            .mapTo(Name.class)
            .list();
    int open =
        handle
            .select(
                "select count(*) from posting where requester in (<ids>) and state in ('open',"
                    + " 'evergreen')")
            .bindList("ids", members)
            .mapTo(Integer.class)
            .one();
    return Optional.of(new Known(members.getFirst(), members, names, open));
  }

  /** All ids that are the same requester as this one, the one that stands for all first. */
  public List<RequesterId> members(RequesterId id) {
    return database.read(handle -> members(handle, id));
  }

  /** The same for many at once; who is not stored lacks. */
  public Map<RequesterId, List<RequesterId>> members(Collection<RequesterId> ids) {
    return database.read(handle -> members(handle, ids));
  }

  static List<RequesterId> members(Handle handle, RequesterId id) {
    return members(handle, List.of(id)).getOrDefault(id, List.of());
  }

  private static Map<RequesterId, List<RequesterId>> members(
      Handle handle, Collection<RequesterId> ids) {
    Map<RequesterId, RequesterId> heads =
        pairs(handle, "select id, coalesce(merged_into, id) as head from requester where id", ids);
    Map<RequesterId, List<RequesterId>> groups = new HashMap<>();
    for (RequesterId head : heads.values()) groups.put(head, new ArrayList<>(List.of(head)));
    pairs(
            handle,
            "select id, merged_into as head from requester where merged_into",
            groups.keySet())
        .forEach((id, head) -> groups.computeIfAbsent(head, _ -> new ArrayList<>()).add(id));
    Map<RequesterId, List<RequesterId>> all = new HashMap<>();
    heads.forEach((id, head) -> all.put(id, groups.getOrDefault(head, List.of(head))));
    return all;
  }

  /** Ids with the one that stands for each, in the order of ids. */
  private static Map<RequesterId, RequesterId> pairs(
      Handle handle, String select, Collection<RequesterId> ids) {
    Map<RequesterId, RequesterId> pairs = new LinkedHashMap<>();
    for (List<RequesterId> some : Database.chunks(ids))
      for (Map.Entry<String, String> row :
          handle
              .createQuery(select + " in (<ids>) order by id")
              .bindList("ids", some)
              .map((row, _) -> Map.entry(row.getString("id"), row.getString("head")))
              .list())
        RequesterId.parse(row.getKey())
            .ifPresent(
                id -> RequesterId.parse(row.getValue()).ifPresent(head -> pairs.put(id, head)));
    return pairs;
  }

  /** Requesters of a platform that are or were known by a name, in whatever case and width. */
  public List<RequesterId> named(String platform, String name) {
    return ids(
        "select distinct requester.id from requester_name"
            + " join requester on requester.id = requester_name.requester"
            + " where requester_name.name_key = ? and requester.platform = ?"
            + " order by requester.id limit 50",
        RequesterId.nameKey(name),
        platform);
  }

  /** Requesters of any platform that are or were known by a name. */
  public List<RequesterId> named(String name) {
    return ids(
        "select distinct requester from requester_name where name_key = ?"
            + " order by requester limit 50",
        RequesterId.nameKey(name));
  }

  private List<RequesterId> ids(String sql, Object... values) {
    return database.list(String.class, sql, values).stream()
        .flatMap(id -> RequesterId.parse(id).stream())
        .toList();
  }

  /**
   * Two requesters that somebody made one.
   *
   * @param number under which it stands in the log
   * @param requester stood for itself before
   * @param into stands for both since
   * @param undone when it was undone; absent if it holds
   */
  public record Merge(
      long number,
      RequesterId requester,
      RequesterId into,
      Instant at,
      String actor,
      String reason,
      Optional<Instant> undone,
      Optional<String> undoneBy) {}

  /** What was merged, the newest first, undone ones too. */
  public List<Merge> log(int most) {
    return database.list(
        Requesters::merge, "select * from requester_merge order by at desc, id desc limit ?", most);
  }

  /** What was merged of these, the newest first, undone ones too. */
  public List<Merge> merges(Collection<RequesterId> members, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from requester_merge where requester in (<ids>)"
                        + " or into_requester in (<ids>) order by at desc, id desc limit :most")
                .bindList("ids", List.copyOf(members))
                .bind("most", most)
                .map(Requesters::merge)
                .list());
  }

  /** One merge by its number. */
  public Optional<Merge> merge(long number) {
    return database.find(Requesters::merge, "select * from requester_merge where id = ?", number);
  }

  private static Merge merge(ResultSet row, StatementContext context) throws SQLException {
    return new Merge(
        row.getLong("id"),
        RequesterId.parse(row.getString("requester")).orElseThrow(),
        RequesterId.parse(row.getString("into_requester")).orElseThrow(),
        Columns.instant(row, "at"),
        row.getString("actor"),
        row.getString("reason"),
        Columns.optionalInstant(row, "undone"),
        Columns.optionalText(row, "undone_by"));
  }

  /**
   * Makes two requesters one: what is found of either is found of both. Logged, and undone by
   * {@link #separate}.
   *
   * @param from stands for itself no longer; with all that were merged into it
   * @param into stands for both
   * @param actor who decided it
   * @return the number under which it stands in the log
   * @throws IllegalArgumentException if one of them is not known, or if they are one already
   */
  static long merge(
      Handle handle, RequesterId from, RequesterId into, String actor, String reason, Instant at) {
    String one = head(handle, from);
    String other = head(handle, into);
    if (one.equals(other))
      throw new IllegalArgumentException(from + " and " + into + " are one already");
    long number = Revision.reserve(handle, 1) + 1;
    handle.execute(
        "insert into requester_merge (id, requester, into_requester, at, actor, reason)"
            + " values (?, ?, ?, ?, ?, ?)",
        number,
        one,
        other,
        at,
        actor,
        reason);
    resolve(handle);
    return number;
  }

  /** Undoes a merge; false if it is not in the log or is undone already. */
  static boolean separate(Handle handle, long merge, String actor, Instant at) {
    int undone =
        handle.execute(
            "update requester_merge set undone = ?, undone_by = ?"
                + " where id = ? and undone is null",
            at,
            actor,
            merge);
    if (undone == 1) resolve(handle);
    return undone == 1;
  }

  private static String head(Handle handle, RequesterId id) {
    return members(handle, id).stream()
        .findFirst()
        .map(RequesterId::toString)
        .orElseThrow(() -> new IllegalArgumentException(id + " is not known here"));
  }

  /** Works out anew from the log who stands for whom. */
  private static void resolve(Handle handle) {
    handle.execute("update requester set merged_into = null where merged_into is not null");
    var merges =
        handle
            .select(
                "select requester, into_requester from requester_merge where undone is null"
                    + " order by id")
            .map((row, _) -> List.of(row.getString(1), row.getString(2)))
            .list();
    for (List<String> merge : merges)
      handle.execute(
          "update requester set merged_into = ? where id = ? or merged_into = ?",
          merge.getLast(),
          merge.getFirst(),
          merge.getFirst());
  }

  /**
   * Ids of requesters of a platform whom a site is to be asked about: first those it was never
   * asked about, then those it was asked about longest ago.
   *
   * @param source the site
   */
  public List<String> toAsk(String source, String platform, int limit) {
    return database.list(
        String.class,
        """
                    select requester.identifier from requester
                    left join rating_asked on rating_asked.source = ?
                      and rating_asked.platform = requester.platform
                      and rating_asked.requester = requester.identifier
                    where requester.platform = ? and requester.identifier is not null
                    order by coalesce(rating_asked.at, 0), requester.last_seen desc,
                      requester.identifier
                    limit ?
                    """,
        source,
        platform,
        limit);
  }
}
