package worthwhile.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.InLists;

/**
 * Saved searches. Each change gives a revision, by which every process learns of it; a deleted one
 * stays for that, without its name and its query.
 */
public final class SavedSearchRows {
  private static final String INSERT =
      """
      insert into saved_search (id, account, name, query, watches, rhythm, zone, quiet,
        most_per_day, paused, since, revision, told_day, told_today, trouble, deleted, created, changed)
      values (:id, :account, :name, :query, :watches, :rhythm, :zone, :quiet, :mostPerDay,
        :paused, :since, :revision, 0, 0, :trouble, 0, :created, :changed)
      """;
  private static final String UPDATE =
      """
      update saved_search set name = :name, query = :query,
        watches = :watches, rhythm = :rhythm,
        zone = :zone, quiet = :quiet, most_per_day = :mostPerDay, paused = :paused,
        since = :since, revision = :revision, trouble = :trouble, changed = :changed
      where id = :id and account = :account and deleted = 0
      """;

  private final Handle handle;

  SavedSearchRows(Handle handle) {
    this.handle = handle;
  }

  /** What was told to a saved search on its last day. */
  public record Today(long day, int told) {}

  /** Nobody changes any until the transaction ends. */
  void lock() {
    handle.execute("update counter set value = value where name = 'saved-search'");
  }

  /** The revision of the last change of any. */
  public long revision() {
    return handle
        .select("select value from counter where name = 'saved-search'")
        .mapTo(Long.class)
        .one();
  }

  private long next() {
    handle.execute("update counter set value = value + 1 where name = 'saved-search'");
    return revision();
  }

  /** Stores a new one with its channels; as it is stored. */
  public SavedSearch add(SavedSearch search) {
    return put(INSERT, search).orElseThrow();
  }

  /** Stores what an account's own is now, with its channels; absent if there is no such. */
  public Optional<SavedSearch> replace(SavedSearch search) {
    return put(UPDATE, search);
  }

  private Optional<SavedSearch> put(String sql, SavedSearch given) {
    SavedSearch search = SavedSearchBuilder.builder(given).revision(next()).build();
    Timetable timetable = search.timetable();
    int rows =
        handle
            .createUpdate(sql)
            .bindMethods(search)
            .bind("query", AlertColumns.json(search.query()))
            .bind("watches", search.watches().word())
            .bind("rhythm", AlertColumns.json(timetable.rhythm()))
            .bind("zone", timetable.zone().getId())
            .bind("quiet", timetable.quiet().map(AlertColumns::json).orElse(null))
            .execute();
    if (rows == 0) return Optional.empty();
    handle.execute("delete from saved_search_channel where saved_search = ?", search.id());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into saved_search_channel (saved_search, recipient, account, position)"
                + " values (?, ?, ?, ?)");
    int position = 0;
    for (long recipient : search.channels())
      batch.add(search.id(), recipient, search.account(), position++);
    if (batch.size() > 0) batch.execute();
    return Optional.of(search);
  }

  /** Deletes an account's own; false if there is no such. */
  public boolean delete(String account, String id, Instant at) {
    int rows =
        handle.execute(
            "update saved_search set deleted = 1, name = '-', query = '{}', trouble = null,"
                + " revision = ?, changed = ? where id = ? and account = ? and deleted = 0",
            next(),
            at,
            id,
            account);
    if (rows == 0) return false;
    handle.execute("delete from saved_search_channel where saved_search = ?", id);
    return true;
  }

  /** Notes why one cannot be asked, or that it can again; its owner's, whoever it is. */
  public void trouble(String id, Optional<String> trouble) {
    handle.execute("update saved_search set trouble = ? where id = ?", trouble, id);
  }

  /** Those of all accounts whose query has a parameter, paused ones too. */
  public List<SavedSearch> asking(String parameter) {
    return list("deleted = 0 and query like ?", "%\"" + parameter + "\":%").stream()
        .filter(search -> search.query().containsKey(parameter))
        .toList();
  }

  public Optional<SavedSearch> byId(String id) {
    return list("id = ? and deleted = 0", id).stream().findFirst();
  }

  /** An account's own; absent if there is no such. */
  public Optional<SavedSearch> of(String account, String id) {
    return byId(id).filter(search -> search.account().equals(account));
  }

  /** All of an account, the newest first. */
  public List<SavedSearch> of(String account) {
    return list("account = ? and deleted = 0 order by created desc, id", account);
  }

  /** Those of all accounts that are told of something and not paused, the oldest first. */
  public List<SavedSearch> watching(Watched what) {
    return list("watches = ? and deleted = 0 and paused = 0 order by created, id", what.word());
  }

  public int count(String account) {
    return handle
        .select("select count(*) from saved_search where account = ? and deleted = 0", account)
        .mapTo(Integer.class)
        .one();
  }

  /** Those with these ids, by id. */
  public Map<String, SavedSearch> byIds(Collection<String> ids) {
    Map<String, SavedSearch> found = new HashMap<>();
    for (List<String> some : chunks(ids))
      read(handle
              .createQuery("select * from saved_search where id in (<ids>) and deleted = 0")
              .bindList("ids", some))
          .forEach(search -> found.put(search.id(), search));
    return found;
  }

  /** Of which change those with these ids are, by id; who was deleted is not there. */
  public Map<String, Long> revisions(Collection<String> ids) {
    Map<String, Long> found = new HashMap<>();
    for (List<String> some : chunks(ids))
      handle
          .createQuery("select id, revision from saved_search where id in (<ids>) and deleted = 0")
          .bindList("ids", some)
          .scanResultSet(Columns.all(row -> new Numbered(row.getString(1), row.getLong(2))))
          .forEach(each -> found.put(each.id(), each.revision()));
    return found;
  }

  /**
   * Some changes.
   *
   * @param searches as they are, by id; absent where they are deleted
   * @param revision up to which these are all
   */
  public record Changed(Map<String, Optional<SavedSearch>> searches, long revision) {}

  /** What changed after a revision, at most so many. */
  public Changed after(long revision, int most) {
    // Asked first: whatever has a number up to this one can be seen by now.
    long now = revision();
    List<Numbered> some =
        handle
            .select(
                "select id, revision from saved_search where revision > ? and revision <= ?"
                    + " order by revision limit ?",
                revision,
                now,
                most)
            .map((row, _) -> new Numbered(row.getString(1), row.getLong(2)))
            .list();
    Map<String, SavedSearch> living = byIds(some.stream().map(Numbered::id).toList());
    Map<String, Optional<SavedSearch>> searches = new HashMap<>();
    some.forEach(each -> searches.put(each.id(), Optional.ofNullable(living.get(each.id()))));
    return new Changed(searches, some.size() < most ? now : some.getLast().revision());
  }

  private record Numbered(String id, long revision) {}

  /** What these were told on their last days. */
  public Map<String, Today> today(Collection<String> ids) {
    Map<String, Today> found = new HashMap<>();
    for (List<String> some : chunks(ids))
      handle
          .createQuery("select id, told_day, told_today from saved_search where id in (<ids>)")
          .bindList("ids", some)
          .scanResultSet(
              Columns.all(
                  row -> found.put(row.getString(1), new Today(row.getLong(2), row.getInt(3)))));
    return found;
  }

  /** Notes what these were told on their last days. */
  public void today(Map<String, Today> told) {
    if (told.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch("update saved_search set told_day = ?, told_today = ? where id = ?");
    told.forEach((id, today) -> batch.add(today.day(), today.told(), id));
    batch.execute();
  }

  /** Saved searches that use a recipient. */
  public List<String> using(long recipient) {
    return handle
        .select("select saved_search from saved_search_channel where recipient = ?", recipient)
        .mapTo(String.class)
        .list();
  }

  /** Deletes for good what was deleted before a moment. */
  public int purge(Instant before) {
    return handle.execute("delete from saved_search where deleted = 1 and changed < ?", before);
  }

  private List<SavedSearch> list(String condition, Object value) {
    return read(handle.select("select * from saved_search where " + condition, value));
  }

  private List<SavedSearch> read(Query query) {
    List<SavedSearch> plain = query.map(SavedSearchRows::search).list();
    if (plain.isEmpty()) return plain;
    Map<String, List<Long>> channels = channels(plain.stream().map(SavedSearch::id).toList());
    return plain.stream()
        .map(
            search ->
                SavedSearchBuilder.builder(search)
                    .channels(channels.getOrDefault(search.id(), List.of()))
                    .build())
        .toList();
  }

  private Map<String, List<Long>> channels(List<String> ids) {
    Map<String, List<Long>> channels = new HashMap<>();
    for (List<String> some : chunks(ids))
      handle
          .createQuery(
              "select saved_search, recipient from saved_search_channel"
                  + " where saved_search in (<ids>) order by position")
          .bindList("ids", some)
          .map(
              (row, _) ->
                  channels
                      .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                      .add(row.getLong(2)))
          .list();
    return channels;
  }

  static <T> List<List<T>> chunks(Collection<T> all) {
    return InLists.of(all);
  }

  private static SavedSearch search(ResultSet row, StatementContext context) throws SQLException {
    return new SavedSearch(
        row.getString("id"),
        row.getString("account"),
        row.getString("name"),
        AlertColumns.parameters(row.getString("query")),
        Worded.of(Watched.class, row.getString("watches")).orElseThrow(),
        new Timetable(
            AlertColumns.read(row.getString("rhythm"), Rhythm.class),
            Columns.optionalText(row, "quiet")
                .map(json -> AlertColumns.read(json, QuietHours.class)),
            ZoneId.of(row.getString("zone"))),
        List.of(),
        row.getInt("most_per_day"),
        row.getBoolean("paused"),
        row.getLong("since"),
        row.getLong("revision"),
        Columns.optionalText(row, "trouble"),
        Columns.instant(row, "created"),
        Columns.instant(row, "changed"));
  }
}
