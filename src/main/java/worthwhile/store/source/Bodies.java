package worthwhile.store.source;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Packed;

/**
 * What was fetched: compressed, for a bounded time, newest per page kept longest.
 *
 * <p>A body counts as read only when its run is stored with an outcome that told us all that the
 * source offers. A process killed between fetching and storing would otherwise send the new
 * validators, be told "not modified", and never look at what it had fetched.
 *
 * <p>A page is named by what was asked for, not by where redirects led.
 */
public final class Bodies {
  private static final String READ =
      "exists (select 1 from run where run.id = body_page.run and " + Runs.IS_COMPLETE + ")";

  private static final String SELECT =
      "select body_page.*, body.content from body_page join body on body.hash = body_page.hash";

  private static final String INSERT =
      """
      insert into body_page (source, page, run, position, url, status, headers, etag,
        last_modified, fetched, kept, hash, ending)
      values (:source, :page, :run,
        (select count(*) from body_page where run = :run and source = :source),
        :url, :status, :headers, :etag, :lastModified, :at, :kept, :hash, :ending)
      on conflict (source, page, run) do update set url = excluded.url, status = excluded.status,
        headers = excluded.headers, etag = excluded.etag,
        last_modified = excluded.last_modified, fetched = excluded.fetched, kept = excluded.kept,
        hash = excluded.hash, ending = excluded.ending
      """;

  private static final String REPEAT =
      """
      insert into body_page (source, page, run, position, url, status, headers, etag,
        last_modified, fetched, kept, hash, ending)
      select source, page, :run,
        (select count(*) from body_page where run = :run and source = :source),
        url, status, headers, etag, last_modified, fetched, :kept, hash, ending
      from body_page where source = :source and page = :page and run <> :run and %s
      order by kept desc, run desc limit 1
      on conflict (source, page, run) do nothing
      """
          .formatted(READ);

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Database database;
  private final Clock clock;

  public Bodies(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page to be kept.
   *
   * @param key by which it was asked for
   * @param ending the end tag with which it ends; absent if it is no HTML
   */
  public record Page(
      String key, Response response, Validators validators, Optional<String> ending) {}

  /**
   * Keeps bodies with their validators, under the run and the pages that they were fetched for, all
   * or none. To be called in the order of the pages, before the run is stored.
   */
  public void keep(String source, String runId, List<Page> pages) {
    if (pages.isEmpty()) return;
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (Page page : pages) contents.put(page.response().hash(), page.response().body());
    Set<String> kept = database.read(handle -> kept(handle, contents.keySet()));
    Map<String, byte[]> packed = new HashMap<>();
    contents.forEach(
        (hash, content) -> {
          if (!kept.contains(hash)) packed.put(hash, Packed.pack(content));
        });
    database.write(
        handle -> {
          putContents(handle, contents, packed);
          PreparedBatch batch = handle.prepareBatch(INSERT);
          for (Page page : pages) add(batch, source, runId, page);
          return batch.execute().length;
        });
  }

  private void add(PreparedBatch batch, String source, String runId, Page page) {
    Response response = page.response();
    batch
        .bindMethods(response)
        .bindMethods(page.validators())
        .bind("source", source)
        .bind("page", page.key())
        .bind("run", runId)
        .bind("headers", PostingJson.MAPPER.writeValueAsString(response.headers()))
        .bind("url", response.url().toString())
        .bind("kept", clock.instant())
        .bind("hash", response.hash())
        .bind("ending", page.ending().orElse(null))
        .add();
  }

  private static Set<String> kept(Handle handle, Collection<String> hashes) {
    return handle
        .createQuery("select hash from body where hash in (<hashes>)")
        .bindList("hashes", List.copyOf(hashes))
        .mapTo(String.class)
        .collectIntoSet();
  }

  /**
   * Stores what is not kept.
   *
   * @param packed what was not kept when that was looked up; of the rest some may be gone
   */
  private static void putContents(
      Handle handle, Map<String, byte[]> contents, Map<String, byte[]> packed) {
    Set<String> kept = kept(handle, contents.keySet());
    contents.forEach(
        (hash, content) -> {
          if (!kept.contains(hash))
            handle.execute(
                "insert into body (hash, size, content) values (?, ?, ?)"
                    + " on conflict (hash) do nothing",
                hash,
                content.length,
                packed.containsKey(hash) ? packed.get(hash) : Packed.pack(content));
        });
  }

  /**
   * Notes that the server called a page "not modified" in this run: the body that was read last
   * belongs to this run as well, so that the run is whole.
   *
   * @return the body, to extract from; absent if none was read
   */
  public Optional<Response> repeat(String source, String page, String runId) {
    database.write(
        handle ->
            handle
                .createUpdate(REPEAT)
                .bind("source", source)
                .bind("page", page)
                .bind("run", runId)
                .bind("kept", clock.millis())
                .execute());
    return newest(source, page);
  }

  /** Validators of the newest body of a page that was read; those of {@link #newest}. */
  public Validators validators(String source, String page) {
    return database
        .find(
            Validators.class,
            "select etag, last_modified, null as content from body_page where source = ? and page = ? and "
                + READ
                + " order by kept desc, run desc limit 1",
            source,
            page)
        .orElse(Validators.NONE);
  }

  /** How the newest body of a page that was read ended; absent if none was or it was no HTML. */
  public Optional<String> ending(String source, String page) {
    return database.find(
        String.class,
        "select ending from body_page where source = ? and page = ? and ending is not null and "
            + READ
            + " order by kept desc, run desc limit 1",
        source,
        page);
  }

  /** Bodies of the newest complete run of a source, in the order of its pages. */
  public List<Response> newest(String source) {
    return database.read(
        handle ->
            handle
                .select(
                    "select run from body_page where source = ? and "
                        + READ
                        + " order by kept desc, run desc limit 1",
                    source)
                .mapTo(String.class)
                .findOne()
                .map(run -> ofRun(handle, run))
                .orElse(List.of()));
  }

  /** Bodies of one run in the order of its pages, whatever became of the run. */
  public List<Response> ofRun(String runId) {
    return database.read(handle -> ofRun(handle, runId));
  }

  private static List<Response> ofRun(Handle handle, String runId) {
    return handle
        .select(SELECT + " where body_page.run = ? order by position", runId)
        .map(Bodies::response)
        .list();
  }

  /** The newest body of one page: the newest that was read, or else the newest of any run. */
  public Optional<Response> newest(String source, String page) {
    return database.find(
        Bodies::response,
        SELECT
            + " where source = ? and page = ? order by case when "
            + READ
            + " then 0 else 1 end, kept desc, run desc limit 1",
        source,
        page);
  }

  /**
   * Deletes what was kept before, but never the newest run of a source nor its newest complete one.
   *
   * @return how many pages went
   */
  public int deleteBefore(Instant instant) {
    return database.write(
        handle -> {
          int deleted =
              handle.execute(
                  """
                      delete from body_page where kept < ? and run not in (
                        select distinct first_value(run)
                          over (partition by source order by kept desc, run desc) from body_page)
                      and run not in (
                        select distinct first_value(run)
                          over (partition by source order by kept desc, run desc) from body_page
                        where %s)
                      """
                      .formatted(READ),
                  instant);
          deleteUnused(handle);
          return deleted;
        });
  }

  /** Deletes every body of a source that was fetched, or confirmed by the server, before. */
  public void forget(String source, Instant before) {
    database.write(
        handle -> {
          int deleted =
              handle.execute("delete from body_page where source = ? and kept < ?", source, before);
          if (deleted > 0) deleteUnused(handle);
          return deleted;
        });
  }

  /** Deletes every body of one run. */
  static void forget(Handle handle, String run) {
    handle.execute("delete from body_page where run = ?", run);
    deleteUnused(handle);
  }

  /** The body that a run fetched last; absent if none is kept. */
  public Optional<Response> last(String runId) {
    return database.find(
        Bodies::response,
        SELECT + " where body_page.run = ? order by position desc limit 1",
        runId);
  }

  private static void deleteUnused(Handle handle) {
    handle.execute(
        "delete from body where not exists"
            + " (select 1 from body_page where body_page.hash = body.hash)");
  }

  private static Response response(ResultSet row, StatementContext context) throws SQLException {
    return new Response(
        URI.create(row.getString("url")),
        row.getInt("status"),
        PostingJson.MAPPER.readValue(row.getString("headers"), HEADERS),
        Packed.unpack(row.getBytes("content")),
        Columns.instant(row, "fetched"));
  }
}
