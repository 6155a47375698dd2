package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.RequesterId;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** What is known of postings by those that stand beside them. */
public final class Beside {
  /** So many offers with the same words are looked at. */
  private static final int MOST_OFFERS = 1_000;

  /** So many new postings of a requester say enough. */
  private static final int MOST_PUT_UP = 1_000;

  private final Database database;

  public Beside(Database database) {
    this.database = database;
  }

  /**
   * The same words as somebody offers them.
   *
   * @param words see {@link worthwhile.intake.Fingerprint#ofWords}
   * @param requester the one that stands for all merged into it
   * @param first when she first did
   */
  public record Offer(String words, String requester, String name, Instant first) {}

  /** Who offered these words since then, a requester once for each. */
  public List<Offer> offers(Collection<String> words, Instant since) {
    List<Offer> all = new ArrayList<>();
    for (List<String> some : Database.chunks(Set.copyOf(words)))
      all.addAll(
          database.read(
              handle ->
                  handle
                      .createQuery(
                          """
                          select offers.words, coalesce(requester.merged_into, requester.id) as root,
                            (select name from requester_name
                              where requester_name.requester = offers.requester
                              order by last_seen desc, name limit 1) as name, offers.first
                          from (select words, requester, min(first_seen) as first from posting
                              where words in (<words>) and first_seen >= :since
                                and requester is not null
                              group by words, requester limit :most) offers
                            join requester on requester.id = offers.requester
                          """)
                      .bindList("words", some)
                      .bind("since", since)
                      .bind("most", MOST_OFFERS)
                      .map(
                          (row, _) ->
                              new Offer(
                                  row.getString("words"),
                                  row.getString("root"),
                                  Optional.ofNullable(row.getString("name")).orElse(""),
                                  Columns.instant(row, "first")))
                      .list()));
    return all;
  }

  /**
   * A requester.
   *
   * @param root the one that stands for all merged into it
   */
  public record Appearance(String root, Instant first) {}

  /** When these requesters were first seen; who never was lacks. */
  public Map<RequesterId, Appearance> seen(Collection<RequesterId> requesters) {
    Map<RequesterId, Appearance> all = new HashMap<>();
    for (List<RequesterId> some : Database.chunks(Set.copyOf(requesters)))
      for (Map.Entry<String, Appearance> row : seen(some))
        RequesterId.parse(row.getKey()).ifPresent(id -> all.put(id, row.getValue()));
    return all;
  }

  private List<Map.Entry<String, Appearance>> seen(List<RequesterId> some) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select id, coalesce(merged_into, id) as root, first_seen from requester"
                        + " where id in (<ids>)")
                .bindList("ids", some)
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getString("id"),
                            new Appearance(
                                row.getString("root"), Columns.instant(row, "first_seen"))))
                .list());
  }

  /** When the first requester of a platform was seen; absent if none was. */
  public Optional<Instant> known(String platform) {
    return database.find(
        (row, _) -> Columns.instant(row, "first_seen"),
        "select first_seen from requester where platform = ? order by first_seen limit 1",
        platform);
  }

  /**
   * Ids of postings of each of these requesters that were first seen since then, 1,000 of each at
   * most; who has none lacks.
   */
  public Map<RequesterId, Set<String>> putUp(Collection<RequesterId> requesters, Instant since) {
    Map<RequesterId, Set<String>> all = new HashMap<>();
    for (List<RequesterId> some : Database.chunks(requesters))
      for (Map.Entry<String, String> row : putUp(some, since))
        RequesterId.parse(row.getKey())
            .ifPresent(id -> all.computeIfAbsent(id, _ -> new HashSet<>()).add(row.getValue()));
    return all;
  }

  private List<Map.Entry<String, String>> putUp(List<RequesterId> some, Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select requester, id from (
                      select requester, id,
                        row_number() over (partition by requester order by first_seen desc) as place
                      from posting where requester in (<ids>) and first_seen >= :since) newest
                    where place <= :most
                    """)
                .bindList("ids", some)
                .bind("since", since)
                .bind("most", MOST_PUT_UP)
                .map((row, _) -> Map.entry(row.getString("requester"), row.getString("id")))
                .list());
  }
}
