package worthwhile.store.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.warning.ListedHost;

/** Lists of reported hosts that the operator switched on, as they were read last. */
public final class BlockLists {
  /** A list that was not read for so long is not asked: what it says may not be so any more. */
  static final Duration STALE = Duration.ofDays(30);

  private final Database database;

  public BlockLists(Database database) {
    this.database = database;
  }

  /**
   * A list.
   *
   * @param source address where it is published
   * @param asked when it was asked for last
   * @param read when it was read last
   * @param hosts how many it named then
   * @param trouble why it was not read when it was asked for last
   */
  public record BlockList(
      String name,
      String licence,
      String source,
      Optional<Instant> asked,
      Optional<Instant> read,
      int hosts,
      Optional<String> trouble) {
    boolean isAsked(Instant now) {
      return read.filter(at -> at.isAfter(now.minus(STALE))).isPresent();
    }
  }

  /** All that are switched on. */
  public List<BlockList> all() {
    return database.list(
        (row, _) ->
            new BlockList(
                row.getString("name"),
                row.getString("licence"),
                row.getString("source"),
                Columns.optionalInstant(row, "asked"),
                Columns.optionalInstant(row, "read"),
                row.getInt("hosts"),
                Columns.optionalText(row, "trouble")),
        "select * from block_list order by name");
  }

  /** A word that is another one where lists say something else, or are asked no more. */
  public String identity(Instant now) {
    return all().stream()
        .filter(list -> list.isAsked(now))
        .map(list -> list.name() + "@" + list.read().orElseThrow().toEpochMilli())
        .collect(Collectors.joining(","));
  }

  /** These are switched on and no others: what others said is forgotten. */
  public void keep(List<BlockList> wanted) {
    database.write(
        handle -> {
          Set<String> names = wanted.stream().map(BlockList::name).collect(Collectors.toSet());
          for (BlockList known : all()) if (!names.contains(known.name())) drop(handle, known);
          for (BlockList each : wanted)
            handle.execute(
                "insert into block_list (name, licence, source) values (?, ?, ?) on conflict (name)"
                    + " do update set licence = excluded.licence, source = excluded.source",
                each.name(),
                each.licence(),
                each.source());
          return wanted.size();
        });
  }

  private static void drop(Handle handle, BlockList list) {
    handle.execute("delete from listed_host where list = ?", list.name());
    handle.execute("delete from block_list where name = ?", list.name());
  }

  /** A list was read and names these hosts: others are forgotten, those known keep their day. */
  public void read(String name, Collection<String> hosts, Instant at) {
    database.write(
        handle -> {
          // What stays below zero is what the list does not name any more.
          handle.execute("update listed_host set since = -since where list = ?", name);
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into listed_host (list, host, since) values (?, ?, ?)"
                      + " on conflict (list, host) do update set since = -listed_host.since");
          for (String host : Set.copyOf(hosts)) {
            batch.add(name, host, at);
            if (batch.size() == 1_000) batch.execute();
          }
          if (batch.size() > 0) batch.execute();
          handle.execute("delete from listed_host where list = ? and since < 0", name);
          return handle.execute(
              "update block_list set asked = ?, read = ?, hosts = ?, trouble = null where name = ?",
              at,
              at,
              Set.copyOf(hosts).size(),
              name);
        });
  }

  /** A list could not be read. */
  public void failed(String name, String why, Instant at) {
    database.update("update block_list set asked = ?, trouble = ? where name = ?", at, why, name);
  }

  /** All as they stand at a moment, to be asked about many hosts. */
  public Asked at(Instant now) {
    return new Asked(all(), now);
  }

  /** Lists as they stood at a moment. */
  public final class Asked {
    private final List<BlockList> asked;
    private final List<Reason> notAsked;

    private Asked(List<BlockList> all, Instant now) {
      asked = all.stream().filter(list -> list.isAsked(now)).toList();
      notAsked = all.stream().filter(list -> !list.isAsked(now)).map(BlockLists::notAsked).toList();
    }

    /** Whether there is nothing to ask and nothing to say. */
    public boolean isNothing() {
      return asked.isEmpty() && notAsked.isEmpty();
    }

    /** Those that are too old to be asked, for a reader. */
    public List<Reason> notAsked() {
      return notAsked;
    }

    /**
     * Those of some hosts that stand on a list themselves or below one that does, unless people
     * found that wrong.
     */
    public List<ListedHost> hits(Collection<String> hosts) {
      if (hosts.isEmpty() || asked.isEmpty()) return List.of();
      Set<String> names = new LinkedHashSet<>();
      for (String host : hosts) names.addAll(above(host));
      List<ListedHost> hits = new ArrayList<>();
      for (List<String> some : Database.chunks(names))
        hits.addAll(BlockLists.this.hits(some, asked));
      return hits;
    }
  }

  private static Reason notAsked(BlockList list) {
    return Reason.of("list-not-asked")
        .with("list", list.name())
        .with("source", list.source())
        .with("read", list.read().map(at -> at.toString().substring(0, 10)).orElse("never"));
  }

  /** A host and the domains it lies in, down to two labels. */
  private static List<String> above(String host) {
    List<String> names = new ArrayList<>();
    for (String name = host; name.indexOf('.') > 0; name = name.substring(name.indexOf('.') + 1))
      names.add(name);
    return names;
  }

  private List<ListedHost> hits(List<String> names, List<BlockList> asked) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select list, host, since from listed_host where host in (<names>)"
                        + " and not exists (select 1 from withdrawn_warning"
                        + " where about = 'host:' || host) order by list, host")
                .bindList("names", names)
                .map(
                    (row, _) -> {
                      String name = row.getString("list");
                      String host = row.getString("host");
                      Instant since = Columns.instant(row, "since");
                      return asked.stream()
                          .filter(list -> list.name().equals(name))
                          .map(list -> hit(list, host, since));
                    })
                .stream()
                .flatMap(found -> found)
                .toList());
  }

  private static ListedHost hit(BlockList list, String host, Instant since) {
    return new ListedHost(
        host, list.name(), list.licence(), list.source(), since, list.read().orElseThrow());
  }
}
